import type { LawDate } from '../domain/catalogue';
import type { Problems } from './problems';

/**
 * One row of a table. Every getter judges its cell; a bad one is put down as a problem and a harmless value
 * is returned, so that the rest of the row is judged too. Nothing built from such a row is ever used.
 */
export class Row<C extends string> {
  constructor(
    readonly file: string,
    readonly line: number,
    private readonly cell: (column: C) => string,
    private readonly problems: Problems,
  ) {}

  fail(column: C, allowed: string): void {
    this.problems.add({ file: this.file, line: this.line, column, value: this.cell(column), allowed });
  }

  /** As it stands, without the blanks around it; may be empty. */
  raw(column: C): string {
    return this.cell(column).trim();
  }

  text(column: C): string {
    const value = this.raw(column);
    if (value === '') this.fail(column, '不能为空');
    return value;
  }

  matching(column: C, pattern: RegExp, allowed: string): string {
    const value = this.raw(column);
    if (!pattern.test(value)) this.fail(column, allowed);
    return value;
  }

  oneOf<T extends string>(column: C, values: readonly [T, ...T[]]): T {
    const value = this.raw(column);
    const found = values.find((candidate) => candidate === value);
    if (found === undefined) this.fail(column, `只能是 ${values.join('、')}`);
    return found ?? values[0];
  }

  flag(column: C, yes: string, no: string): boolean {
    return this.oneOf(column, [yes, no]) === yes;
  }

  /** A number without a sign; an empty cell is a problem, never a zero. */
  number(column: C): number {
    const value = this.raw(column);
    if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
    this.fail(column, '应为不带正负号的数字');
    return 0;
  }

  whole(column: C): number {
    const value = this.number(column);
    if (!Number.isInteger(value)) this.fail(column, '应为整数');
    return value;
  }

  numberOrNull(column: C): number | null {
    return this.raw(column) === '' ? null : this.number(column);
  }

  list(column: C, separator: string): string[] {
    const value = this.raw(column);
    if (value === '') return [];
    const parts = value.split(separator).map((part) => part.trim());
    if (parts.some((part) => part === '')) this.fail(column, `以“${separator}”分隔的各项不能为空`);
    return parts;
  }

  date(column: C): LawDate {
    const value = this.raw(column);
    const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
    // The second look catches 2026-02-30, which Date.parse may take for the 2nd of March.
    if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value)
      this.fail(column, '应为真实的日期，形如 2026-01-01');
    return value;
  }
}
