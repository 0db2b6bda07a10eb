import { openThread, type JobOptions } from './openThread';

/** One job in a thread of its own, which ends with it and takes along whatever it loaded. Rejects as `openThread` does. */
export async function runApart<Job, Done, Note = never>(
  module: URL,
  job: Job,
  options: JobOptions<Note> = {},
): Promise<Done> {
  const thread = openThread<Job, Done, Note>(module);
  try {
    return await thread.run(job, options);
  } finally {
    await thread.close();
  }
}
