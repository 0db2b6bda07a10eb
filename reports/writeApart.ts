import { runApart } from '../threads/runApart';
import type { ReportContent, WrittenReport } from './writeReport';

/**
 * Writes a report in a thread of its own: charts and files take up to a second, and on the worker's main thread the cases'
 * writes would wait for it. The thread ends with the report, and takes the charts' library and its type along.
 */
export function writeApart(content: ReportContent): Promise<WrittenReport> {
  return runApart(new URL('./reportThread.ts', import.meta.url), content);
}
