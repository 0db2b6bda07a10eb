import { FIELDS, GATES, GRADES, LIMIT_IDS, type Gate, type Limit } from '../../domain/catalogue';
import { PARTY_KINDS } from '../../domain/case';
import type { Problems } from '../problems';
import { readTable } from '../readTable';
import { articleOrNull, oneOfOrNull } from '../cells';

export const GATES_FILE = 'gates.csv';

const COLUMNS = [
  'id',
  'gate',
  'domain',
  'grade',
  'party',
  'from_limit',
  'words',
  'statute',
  'article',
  'in_force_from',
  'verified',
  'note',
] as const;

/** Legal review, discussion and hearing: when each is due. An amount stands in limits.csv alone; here it is named. */
export function readGates(dir: string, limits: readonly Limit[], problems: Problems): Gate[] {
  return readTable(dir, GATES_FILE, COLUMNS, problems).map((row) => {
    const limit = oneOfOrNull(row, 'from_limit', LIMIT_IDS);
    return {
      id: row.matching('id', /^[A-Z]{2}-\d{2}$/, '应形如 HE-01'),
      gate: row.oneOf('gate', GATES),
      field: oneOfOrNull(row, 'domain', FIELDS),
      grade: oneOfOrNull(row, 'grade', GRADES),
      party: oneOfOrNull(row, 'party', PARTY_KINDS),
      from: limit === null ? null : (limits.find(({ id }) => id === limit)?.value ?? null),
      words: row.list('words', '|'),
      article: articleOrNull(row),
      inForceFrom: row.date('in_force_from'),
      verified: row.flag('verified', 'yes', 'no'),
    };
  });
}
