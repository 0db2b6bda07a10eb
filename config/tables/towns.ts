import type { Town } from '../../domain/catalogue';
import type { Problems } from '../problems';
import { readTable } from '../readTable';

export const TOWNS_FILE = 'towns.csv';

const COLUMNS = [
  'code',
  'name',
  'kind',
  'aliases',
  'villages',
  'confidence',
  'aliases_medium',
  'former_townships',
  'former_villages_medium',
] as const;

export function readTowns(dir: string, problems: Problems): Town[] {
  return readTable(dir, TOWNS_FILE, COLUMNS, problems).map((row) => {
    const kind = row.oneOf('kind', ['街道', '镇']);
    const name = row.text('name');
    if (!name.endsWith(kind)) row.fail('name', `应以“${kind}”结尾`);
    row.oneOf('confidence', ['high', 'medium']);
    return {
      code: row.matching('code', /^510184\d{3}$/, '应为九位，以 510184 开头'),
      name,
      kind,
      aliases: row.list('aliases', '|'),
      villages: row.list('villages', '|'),
      formerTownships: row.list('former_townships', '|'),
      uncertainNames: [...row.list('aliases_medium', '|'), ...row.list('former_villages_medium', '|')],
    };
  });
}
