/** One thing in a data file that can't be read, said so that whoever keeps the file can mend it. */
export interface Problem {
  readonly file: string;
  /** 1-based line in the file; `null` where the file as a whole is meant. */
  readonly line: number | null;
  readonly column: string | null;
  readonly value: string | null;
  /** What is allowed instead, in Chinese: the catalogue's keepers read it. */
  readonly allowed: string;
}

/** Data that can't be read stops the start. Holds every problem found, not only the first. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';

  constructor(readonly problems: readonly Problem[]) {
    super(`目录数据有 ${problems.length} 处问题：\n${problems.map(describe).join('\n')}`);
  }
}

function describe({ file, line, column, value, allowed }: Problem): string {
  const where = line === null ? file : `${file}:${line}`;
  const what = column === null ? '' : ` ${column}`;
  const found = value === null ? '' : ` "${value}"`;
  return `${where}${what}${found} — ${allowed}`;
}
