import type { NotOursRule } from '../../domain/catalogue';
import type { Problems } from '../problems';
import { readTable } from '../readTable';

export const NOT_OURS_FILE = 'not_ours.csv';

const COLUMNS = ['id', 'keywords', 'body', 'reason'] as const;

export function readNotOurs(dir: string, problems: Problems): NotOursRule[] {
  return readTable(dir, NOT_OURS_FILE, COLUMNS, problems).map((row) => {
    const keywords = row.list('keywords', '|');
    if (keywords.length === 0) row.fail('keywords', '至少要有一个词');
    return {
      id: row.matching('id', /^N[OQ]-\d{2}$/, '应形如 NO-01（事项）或 NQ-01（咨询、建议、表扬）'),
      keywords,
      body: row.text('body'),
      reason: row.text('reason'),
    };
  });
}
