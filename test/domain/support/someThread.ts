import { answerJobs } from '../../../threads/answerJobs';

export type SomeJob = 'answer' | 'throw' | 'exit' | 'count' | 'never';

/** A thread that does what threads do, well and badly. */
answerJobs<SomeJob, string, number>((job, note) => {
  switch (job) {
    case 'answer':
      return 'done';
    case 'throw':
      throw new Error('this job fails');
    case 'exit':
      return process.exit(0);
    case 'count':
      for (const number of [1, 2, 3]) note(number);
      return 'counted';
    case 'never':
      note(0);
      return new Promise(() => undefined);
  }
});
