export interface SheetRow {
  /** The line of the file on which the record ends. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** Set where the line can't be split into the header's columns. */
  readonly fault: string | null;
}

/** A file of clues: its first line names the columns. */
export interface Sheet {
  readonly columns: readonly string[];
  readonly lines: readonly SheetRow[];
}

/** The column in which a returned row says what is wrong with it. A file sent again may have it: it is no field. */
export const FAULT_COLUMN = '错误';
