import { RETENTION_KINDS, type RetentionRule } from '../domain/retention';
import { Problems } from './problems';
import { readTable } from './readTable';

const FILE = 'retention.csv';
const COLUMNS = ['kind', 'label', 'years', 'rule', 'article', 'in_force_from', 'verified'] as const;

/**
 * Reads how long the files of archived cases are kept. Apart from the catalogue: no case carries it. Throws a CatalogueError
 * that lists every problem with its line and column.
 */
export function loadRetention(dir: string): readonly RetentionRule[] {
  const problems = new Problems();
  const rules = readTable(dir, FILE, COLUMNS, problems).map((row) => {
    const permanent = row.raw('years') === '';
    const years = permanent ? null : row.whole('years');
    if (years === 0) row.fail('years', '应为年数；永久保管的留空');
    return {
      kind: row.oneOf('kind', RETENTION_KINDS),
      label: row.text('label'),
      years,
      rule: row.text('rule'),
      article: row.text('article'),
      inForceFrom: row.date('in_force_from'),
      verified: row.flag('verified', 'yes', 'no'),
    };
  });
  for (const kind of RETENTION_KINDS) {
    if (!rules.some((rule) => rule.kind === kind))
      problems.add({ file: FILE, line: null, column: 'kind', value: kind, allowed: '至少应有一行' });
  }
  problems.throwIfAny();
  return rules;
}
