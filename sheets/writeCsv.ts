/** What a spreadsheet program takes for the beginning of a formula (CWE-1236); in Chinese the full-width signs too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** A text that a spreadsheet program shows and never runs. */
export function guarded(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** What `guarded` was given: a file that went out and comes back says the same. */
export function unguarded(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

/** CSV with a byte order mark, without which Excel takes UTF-8 for something else. */
export function writeCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(',');
  return `\uFEFF${[columns, ...rows].map(line).join('\r\n')}\r\n`;
}
