import type { Problems } from '../problems';
import { readTable } from '../readTable';

export const SLIPS_FILE = 'slips.csv';

const COLUMNS = ['characters', 'note'] as const;

/** Characters that are typed for each other in names of places: same sound, or nearly. */
export function readSlips(dir: string, problems: Problems): string[] {
  return readTable(dir, SLIPS_FILE, COLUMNS, problems).map((row) => {
    const characters = row.text('characters');
    if (characters.length < 2) row.fail('characters', '至少两个字');
    return characters;
  });
}
