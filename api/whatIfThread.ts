import { CatalogueError } from '../config/catalogueError';
import { isDatabaseAway } from '../db/pool';
import { BadChange } from '../simulation/changeCatalogue';
import { UnknownItem } from '../simulation/rules';
import { BadStaffing } from '../simulation/staffing';
import { answerJobs } from '../threads/answerJobs';
import { answerWhatIf } from '../whatif/answerWhatIf';
import { BadQuestion } from '../whatif/badQuestion';
import type { WhatIfDone, WhatIfJob } from './runWhatIf';

/** What says in Chinese why it can't be asked so. */
const REFUSALS = [BadQuestion, BadChange, BadStaffing, UnknownItem, CatalogueError];

answerJobs(async ({ question, ...around }: WhatIfJob, note: (done: number) => void): Promise<WhatIfDone> => {
  try {
    return { answer: await answerWhatIf(question, { ...around, stepped: note }) };
  } catch (error) {
    if (isDatabaseAway(error)) return { away: true };
    if (REFUSALS.some((kind) => error instanceof kind)) return { refused: (error as Error).message };
    throw error;
  }
});
