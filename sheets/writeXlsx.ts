import writeExcelFile from 'write-excel-file/node';

/** What XML can't hold. */
// eslint-disable-next-line no-control-regex -- exactly these are meant
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** A picture beside the cells, a PNG in pixels. */
export interface SheetPicture {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
  /** The row, from 1, at which its upper edge lies. */
  readonly row: number;
  readonly description: string;
}

export interface SheetToWrite {
  readonly name: string;
  readonly columns: readonly string[];
  /** A number is a number, null an empty cell. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly pictures?: readonly SheetPicture[];
}

/**
 * A text is written as a text, in a cell of the format “text”: whatever it begins with, nothing in it is run, now or when the
 * cell is edited (CWE-1236), and codes and numbers stay as they are. There is no way to write a formula.
 */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const text = (value: string) => ({ value: value.replace(UNWRITABLE, ''), type: String, format: '@' });
  const cell = (value: string | number | null) => {
    if (value === null || value === '') return null;
    return typeof value === 'number' ? { value, type: Number } : text(value);
  };
  return writeExcelFile(
    sheets.map(({ name, columns, rows, pictures = [] }) => ({
      sheet: name,
      data: [
        columns.map((column) => ({ ...text(column), fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(cell)),
      ],
      images: pictures.map(({ png, width, height, row, description }) => ({
        ...{ content: png, contentType: 'image/png', width, height, dpi: 96, description },
        anchor: { row, column: 1 },
      })),
    })),
  ).toBuffer();
}

/** A file of one sheet, all of texts. */
export async function writeXlsx(columns: readonly string[], rows: readonly (readonly string[])[]): Promise<Buffer> {
  return writeWorkbook([{ name: 'Sheet1', columns, rows }]);
}
