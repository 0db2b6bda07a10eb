/** A generated document and where it must be on file. */
export interface Chart {
  readonly path: string;
  readonly text: string;
}
