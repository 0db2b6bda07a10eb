import type { ActName, CaseState } from '../../../domain/case';
import type { Refusal } from '../../../domain/refusal';
import { must } from './must';

/**
 * What must be there for an act to be offered at all: where it could only be refused, whatever is put in, it isn't shown.
 * Told from the file, never from the guards.
 */
export function offeredRightly(state: CaseState, act: ActName): void {
  const missing = MISSING[act]?.(state) ?? false;
  must(!missing, `what nobody could do isn’t offered: ${act}`);
}

const noneHeld = ({ measures }: CaseState) => measures.every(({ disposal }) => disposal !== null);

const MISSING: Partial<Record<ActName, (state: CaseState) => boolean>> = {
  check_supervision: ({ urgings }) =>
    !urgings.some(({ kind, open, answer, checked }) => kind === 'order' && !open && answer !== null && !checked),
  judge_overdue_appeal: ({ overdue }) => !overdue.some(({ appeal }) => appeal?.judgement === null),
  return_cooperation: ({ cooperation }) => !cooperation.some(({ open, answer }) => !open && answer !== null),
  answer_guidance: ({ guidance }) => !guidance.some(({ open }) => open),
  decide_recusal: ({ recusals }) => !recusals.some(({ granted }) => granted === null),
  extend_period: ({ clocks, law }) => !Object.values(clocks).some(({ period }) => law.extensions[period] !== undefined),
  approve_measure: ({ measures }) => !measures.some(({ approved, disposal }) => !approved && disposal === null),
  start_testing: ({ measures }) => !measures.some(({ kind, disposal }) => kind === 'seizure' && disposal === null),
  end_testing: ({ measures }) => !measures.some(({ testing }) => testing),
  dispose_measure: noneHeld,
};

/** A refusal says what is really missing: of two things that are, the one that comes first in the procedure. */
export function refusedRightly(state: CaseState, { code }: Refusal): void {
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- the others have nothing before them
  switch (code) {
    case 'hearing_not_due':
      must(state.notices.length > 0, 'whether a hearing is due is known once there is a notice');
      break;
    case 'not_the_chair':
      must(state.hearing.notice !== null, 'who chairs is known once the hearing was noticed');
      break;
    default:
  }
}
