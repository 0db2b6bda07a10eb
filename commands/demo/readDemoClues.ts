import { fileURLToPath } from 'node:url';
import { clueFromRow, columnMap, type ClueFromRow } from '../../sheets/clueFromRow';
import { readCsv } from '../../sheets/readCsv';

export interface DemoClue {
  readonly id: string;
  readonly body: ClueFromRow['body'];
  readonly expected: {
    readonly outcome: string;
    readonly item: string;
    readonly town: string;
    readonly grade: string;
  };
}

const FILE = fileURLToPath(new URL('../../demo/clues.csv', import.meta.url));

/** The project's own 200 clues with what a competent dispatcher would make of them. */
export function readDemoClues(): readonly DemoClue[] {
  const { columns, lines } = readCsv(FILE);
  const map = columnMap(columns, {});
  return lines.map((line) => {
    const { id, body } = clueFromRow(line, map, 'web');
    const { cells } = line;
    return {
      id: id ?? `L${line.line}`,
      body,
      expected: {
        outcome: cells['expected_outcome'] ?? '',
        item: cells['expected_item'] ?? '',
        town: cells['expected_town'] ?? '',
        grade: cells['expected_grade'] ?? '',
      },
    };
  });
}
