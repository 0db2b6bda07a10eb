import type { GradingCue } from '../../domain/catalogue';
import { CUE_FACTS } from '../../domain/grading/cueFacts';
import type { Problems } from '../problems';
import { readTable } from '../readTable';

export const GRADING_CUES_FILE = 'grading_cues.csv';

const COLUMNS = ['fact', 'keywords'] as const;

export function readGradingCues(dir: string, problems: Problems): GradingCue[] {
  return readTable(dir, GRADING_CUES_FILE, COLUMNS, problems).map((row) => {
    const keywords = row.list('keywords', '|');
    if (keywords.length === 0) row.fail('keywords', '至少要有一个词');
    return { fact: row.oneOf('fact', CUE_FACTS), keywords };
  });
}
