import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LADDER_FILE } from '../../../config/tables/ladder';
import { PERIODS_FILE } from '../../../config/tables/periods';

/** How long things take in a soak, in minutes: the catalogue knows no shorter unit. */
export interface ShortSpans {
  /** Of each duty. */
  readonly period: number;
  readonly yellowPercent: number;
  /** After yellow its leader is told, after red the bureau, after red it is taken by the bureau. */
  readonly leader: number;
  readonly bureau: number;
  readonly escalate: number;
}

const SHORTENED: readonly string[] = ['accept', 'verify', 'file', 'cooperation', 'urging'];

/** The project's catalogue in another folder, with the duties that a soak meets and their whole ladder over in minutes. */
export function shortCatalogue(from: string, into: string, spans: ShortSpans): void {
  rmSync(into, { recursive: true, force: true });
  cpSync(from, into, { recursive: true });
  rewrite(into, PERIODS_FILE, (cells) =>
    SHORTENED.includes(cells[0] ?? '')
      ? cells
          .with(3, `${spans.period}`)
          .with(4, 'minute')
          .with(5, 'share')
          .with(6, `${spans.yellowPercent}`)
          .with(7, 'percent')
      : cells,
  );
  const rung = (n: number, duty: string, from: string, after: number, to: string, consequence: string): string =>
    [n, duty, '', from, after, 'minute', to, consequence, '2026-01-01', 'no', ''].join();
  const [head = ''] = readFileSync(join(into, LADDER_FILE), 'utf8').split('\n');
  const rungs = [
    rung(1, '*', 'yellow', 0, 'owner', 'notice'),
    rung(2, '*', 'yellow', spans.leader, 'owner_leader', 'notice'),
    rung(3, '*', 'red', 0, 'town_office', 'notice'),
    rung(4, '*', 'red', 0, 'department', 'notice'),
    rung(5, '*', 'red', spans.bureau, 'bureau', 'notice'),
    ...['accept', 'verify', 'file'].map((duty) => rung(6, duty, 'red', spans.escalate, 'bureau', 'escalate')),
  ];
  writeFileSync(join(into, LADDER_FILE), [head, ...rungs, ''].join('\n'));
}

/** After how many minutes of its light each rung comes. */
export function minutesOf({ leader, bureau, escalate }: ShortSpans): Readonly<Record<number, number>> {
  return { 1: 0, 2: leader, 3: 0, 4: 0, 5: bureau, 6: escalate };
}

function rewrite(dir: string, file: string, row: (cells: string[]) => string[]): void {
  const path = join(dir, file);
  const lines = readFileSync(path, 'utf8').split('\n');
  writeFileSync(path, lines.map((line) => row(line.split(',')).join()).join('\n'));
}
