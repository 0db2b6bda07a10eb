import { parentPort } from 'node:worker_threads';
import type { Said } from './said';

/**
 * The thread's side: does each job that it is sent and says what came of it. What is thrown reaches whoever asked as an Error with
 * its message and nothing else of it: what somebody is to tell apart must be a value.
 */
export function answerJobs<Job, Done, Note = never>(
  work: (job: Job, note: (note: Note) => void) => Done | Promise<Done>,
): void {
  const say = (said: Said<Done, Note>): void => parentPort?.postMessage(said);
  const answer = async (job: Job): Promise<void> => {
    try {
      say({ done: await work(job, (note) => say({ note })) });
    } catch (error) {
      say({ failed: error instanceof Error ? error : new Error(String(error)) });
    }
  };
  parentPort?.on('message', (job: Job) => void answer(job));
}
