import type { Grade, ProcedureId } from '../../../domain/catalogue';
import type { GradingFacts } from '../../../domain/grading/facts';
import type { Opened } from './aCase';

/** The case that a walk begins with. */
export interface Start extends Opened {
  readonly grade: Grade;
  readonly item: string;
  readonly procedure: ProcedureId;
  readonly facts?: Partial<GradingFacts>;
}

export const STARTS: readonly Start[] = [
  { grade: 'town', item: 'WL-004', procedure: 'summary' },
  { grade: 'town', item: 'WL-004', procedure: 'ordinary' },
  // Its article is not verified: no fine can rest on it.
  { grade: 'town', item: 'CG-015', procedure: 'summary' },
  // Names a confiscation, which nobody imposes on the spot.
  { grade: 'town', item: 'CG-008', procedure: 'summary' },
  // A town's own, and not small: a review is due by the sum alone.
  { grade: 'town', item: 'CG-022', procedure: 'ordinary', facts: { firstAndSlight: true } },
  { grade: 'town_bureau_review', item: 'CG-022', procedure: 'ordinary' },
  { grade: 'town_bureau_review', item: 'CG-022', procedure: 'ordinary' },
  // Names a fine for organisations only.
  { grade: 'town_bureau_review', item: 'CG-027', procedure: 'ordinary' },
  { grade: 'bureau', item: 'GH-011', procedure: 'ordinary' },
];
