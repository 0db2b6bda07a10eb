import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Said } from './said';

export interface JobOptions<Note> {
  /** Hears what the job says on the way. */
  readonly noted?: (note: Note) => void;
  /** Ends the thread, and with it the job, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface Thread<Job, Done, Note> {
  /** One at a time, in the order in which they come. Rejects where the job throws and where the thread ends without an answer. */
  readonly run: (job: Job, options?: JobOptions<Note>) => Promise<Done>;
  readonly close: () => Promise<void>;
}

interface Pending<Done, Note> {
  readonly noted: (note: Note) => void;
  readonly resolve: (done: Done) => void;
  readonly reject: (why: Error) => void;
}

/**
 * A thread that does jobs by a module of ours (`answerJobs`), so that whoever asks goes on answering others. It begins with its first
 * job and keeps no process alive between two; one that dies fails its job, and the next job has a new one.
 */
export function openThread<Job, Done, Note = never>(module: URL): Thread<Job, Done, Note> {
  let worker: Worker | null = null;
  let pending: Pending<Done, Note> | null = null;
  let last: Promise<unknown> = Promise.resolve();

  function start(): Worker {
    const fresh = new Worker(new URL('./start.mjs', import.meta.url), { execArgv: [], workerData: module.href });
    const gone = (why: Error): void => {
      if (worker !== fresh) return;
      worker = null;
      pending?.reject(why);
    };
    fresh.on('message', (said: Said<Done, Note>) => {
      if (worker !== fresh) return;
      if ('note' in said) pending?.noted(said.note);
      else if ('done' in said) pending?.resolve(said.done);
      else pending?.reject(said.failed);
    });
    fresh.once('error', gone);
    fresh.once('exit', (code) => gone(new Error(`${basename(module.pathname)} ended with ${code} and no answer`)));
    return fresh;
  }

  async function answered(job: Job, { noted, signal }: JobOptions<Note>): Promise<Done> {
    signal?.throwIfAborted();
    const at = (worker ??= start());
    at.ref();
    const stop = (): void => pending?.reject(signal?.reason as Error);
    signal?.addEventListener('abort', stop);
    try {
      return await new Promise<Done>((resolve, reject) => {
        pending = { noted: noted ?? (() => undefined), resolve, reject };
        at.postMessage(job);
      });
    } finally {
      pending = null;
      signal?.removeEventListener('abort', stop);
      at.unref();
      if (signal?.aborted === true) {
        worker = null;
        await at.terminate();
      }
    }
  }

  return {
    run(job, options = {}) {
      const mine = last.then(() => answered(job, options));
      last = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      await last;
      await worker?.terminate();
    },
  };
}
