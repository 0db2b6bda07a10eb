import { Worker } from 'node:worker_threads';
import type { ReportContent, WrittenReport } from './writeReport';

/**
 * Writes a report in a thread of its own: charts and files take up to a second, and on the worker's main thread the cases'
 * writes would wait for it. The thread ends with the report, and takes the charts' library and its type along.
 */
export function writeApart(content: ReportContent): Promise<WrittenReport> {
  const thread = new Worker(new URL('./reportThread.mjs', import.meta.url), { execArgv: [], workerData: content });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the report's thread ended with ${code}`)));
  });
}
