/** What the PDF is made from: the part of a Word document that a paper of ours consists of. Lengths in points. */

export type Align = 'left' | 'center' | 'right' | 'justify';

export interface Run {
  /** `\n` is a line break. */
  readonly text: string;
  readonly field: 'page' | 'pages' | null;
  readonly size: number;
  readonly bold: boolean;
  readonly underline: boolean;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
  /** Of the paragraph itself: what an empty one is as high as. */
  readonly size: number;
  readonly align: Align;
  readonly firstLine: number;
  readonly left: number;
  readonly right: number;
  readonly before: number;
  readonly after: number;
  /** The height of a line: a multiple of the type's own, or so many points. */
  readonly line: { readonly times: number } | { readonly exactly: number };
  readonly keepNext: boolean;
  readonly pageBreakBefore: boolean;
}

export interface Cell {
  readonly blocks: readonly Block[];
  readonly columns: number;
  /** Goes on from the cell above it. */
  readonly continues: boolean;
  readonly rows: number;
  readonly middle: boolean;
  /** Left, top, right, bottom. */
  readonly borders: readonly [boolean, boolean, boolean, boolean];
}

export interface TableRow {
  readonly cells: readonly Cell[];
  readonly minHeight: number;
  readonly whole: boolean;
  readonly header: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly number[];
  readonly rows: readonly TableRow[];
  readonly indent: number;
  readonly centred: boolean;
  /** Left, top, right, bottom inside every cell. */
  readonly padding: readonly [number, number, number, number];
}

export type Block = Paragraph | Table;

export interface Page {
  readonly width: number;
  readonly height: number;
  /** Left, top, right, bottom. */
  readonly margins: readonly [number, number, number, number];
  /** From the lower edge of the sheet to that of the footer. */
  readonly footer: number;
}

export interface WordDocument {
  readonly page: Page;
  readonly blocks: readonly Block[];
  readonly footer: readonly Block[];
}
