import type { UrgencyCue } from '../../domain/catalogue';
import type { Problems } from '../problems';
import { readTable } from '../readTable';

export const URGENCY_CUES_FILE = 'urgency_cues.csv';

const COLUMNS = ['urgency', 'keywords'] as const;

export function readUrgencyCues(dir: string, problems: Problems): UrgencyCue[] {
  return readTable(dir, URGENCY_CUES_FILE, COLUMNS, problems).map((row) => ({
    urgency: row.oneOf('urgency', ['immediate', 'today']),
    keywords: row.list('keywords', '|'),
  }));
}
