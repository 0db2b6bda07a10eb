import type { ExplainedLine } from './explainedLine';

/** A line with what it is, so that like ones can be told together. */
export interface RawLine extends ExplainedLine {
  readonly kind: 'day' | 'rest' | 'made_up' | 'pause' | 'remark';
  /** The day's name, or the reason of the pause. */
  readonly label: string;
}

/** The days of one month told in one line, with how many counted and which didn't. Pauses and remarks stand alone. */
export function collapse(lines: readonly RawLine[]): readonly ExplainedLine[] {
  const groups: RawLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && together(before, line)) last.push(line);
    else groups.push([line]);
  }
  return groups.map(told);
}

function together(a: RawLine, b: RawLine): boolean {
  if (a.kind === 'remark' || b.kind === 'remark') return false;
  if (a.kind === 'pause' || b.kind === 'pause') return a.kind === b.kind && a.label === b.label;
  return a.date.slice(0, 7) === b.date.slice(0, 7);
}

function told(group: readonly RawLine[]): ExplainedLine {
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined) throw new Error('an empty group of lines');
  const { kind: _kind, label: _label, ...line } = first;
  if (group.length === 1) return line;
  const counted = group.filter((one) => one.counted === true);
  return {
    date: first.date,
    until: last.date,
    counted: first.kind === 'pause' ? false : counted.length > 0 ? true : null,
    running: last.running,
    note: first.kind === 'pause' ? `${first.label}，${group.length}日不计入` : noteOf(group, counted),
  };
}

function noteOf(group: readonly RawLine[], counted: readonly RawLine[]): string {
  const [first] = counted;
  const last = counted.at(-1);
  const rest = new Map<string, number>();
  for (const { kind, label } of group) if (kind === 'rest') rest.set(label, (rest.get(label) ?? 0) + 1);
  const madeUp = group.filter(({ kind }) => kind === 'made_up').map(({ date, label }) => `${date}（${label}）`);
  return [
    first === undefined || last === undefined
      ? '不计入'
      : `计${counted.length}日，第${first.running}日至第${last.running}日`,
    ...(rest.size === 0 ? [] : [`不计入：${[...rest].map(([name, days]) => `${name}${days}日`).join('、')}`]),
    ...(madeUp.length === 0 ? [] : [`调休上班计入：${madeUp.join('、')}`]),
  ].join('；');
}
