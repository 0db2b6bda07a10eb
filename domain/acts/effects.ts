import type { ActName } from '../case';
import { archiveCase } from './archiveCase';
import { clockEffects } from './clocks';
import { cooperationEffects } from './cooperation';
import { decisionEffects } from './decision';
import { dispatchEffects } from './dispatch';
import type { Effects } from './effect';
import { endEffects } from './ends';
import { hearingEffects } from './hearing';
import { investigationEffects } from './investigation';
import { lapseDeadline } from './lapseDeadline';
import { measureEffects } from './measures';
import { performanceEffects } from './performance';
import { reviewEffects } from './review';
import { supervisionEffects } from './supervision';
import { transferEffects } from './transfer';

export const EFFECTS: Effects<ActName> = {
  ...dispatchEffects,
  ...investigationEffects,
  ...measureEffects,
  ...reviewEffects,
  ...hearingEffects,
  ...decisionEffects,
  ...performanceEffects,
  ...clockEffects,
  ...cooperationEffects,
  ...transferEffects,
  ...supervisionEffects,
  ...endEffects,
  lapse_deadline: lapseDeadline,
  archive_case: archiveCase,
};
