import writeExcelFile from 'write-excel-file/node';

/** What XML can't hold. */
// eslint-disable-next-line no-control-regex -- exactly these are meant
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Every cell is a text: nothing in it is run, and codes and numbers stay as they are. */
export async function writeXlsx(columns: readonly string[], rows: readonly (readonly string[])[]): Promise<Buffer> {
  const cell = (text: string) => ({ value: text.replace(UNWRITABLE, ''), type: String, format: '@' });
  return writeExcelFile([
    columns.map((column) => ({ ...cell(column), fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((text) => (text === '' ? null : cell(text)))),
  ]).toBuffer();
}
