import type { ActName, CaseCommand, CaseState } from '../../../domain/case';
import type { Instant, LawDate } from '../../../domain/catalogue';
import { lawDateOf } from '../../../domain/time/lawDate';
import { isCertified, type Actor } from '../../../domain/people';
import type { Refusal } from '../../../domain/refusal';
import { must } from './must';

/**
 * What must be there for an act to be offered at all: where it could only be refused, whatever is put in, it isn't shown.
 * Told from the file, never from the guards.
 */
export function offeredRightly(state: CaseState, act: ActName, actor: Actor, at: Instant): void {
  must(!ON_THE_SCENE.includes(act) || isCertified(actor, at), 'who has no certificate isn’t offered it (42)');
  const missing = MISSING[act]?.(state, lawDateOf(at)) ?? false;
  must(!missing, `what nobody could do isn’t offered: ${act}`);
}

/** What only somebody with a certificate does. */
const ON_THE_SCENE: readonly ActName[] = [
  'verify',
  'order_rectification',
  'check_rectification',
  'collect_evidence',
  'record_inquiry',
  'record_scene',
  'end_investigation',
  'record_statement',
  'weigh_statement',
  'serve_decision',
  'decide_on_spot',
];

const payBy = ({ deferredUntil, service }: CaseState): LawDate => deferredUntil ?? service?.payBy ?? '9999-12-31';

/** All was paid, and none of it late: then nothing has grown on top of it. */
function paidInTime(state: CaseState): boolean {
  const { fine, confiscation } = state.decision?.penalty ?? { fine: 0, confiscation: 0 };
  const paid = state.payments.reduce((sum, { amount }) => sum + amount, 0);
  return paid >= fine + confiscation && state.payments.every(({ paidOn }) => paidOn <= payBy(state));
}

const MISSING: Partial<Record<ActName, (state: CaseState, today: LawDate) => boolean>> = {
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
  dispose_measure: ({ measures }) => measures.every(({ disposal }) => disposal !== null),
  record_payment: paidInTime,
  waive_late_fine: paidInTime,
  give_demand_notice: (state, today) => today <= payBy(state),
};

/** A refusal says what is really missing: of two things that are, the one that comes first in the procedure. */
export function refusedRightly(state: CaseState, command: CaseCommand, { code }: Refusal): void {
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- the others have nothing before them
  switch (code) {
    case 'hearing_not_due':
      must(state.notices.length > 0, 'whether a hearing is due is known once there is a notice');
      break;
    case 'hearing_not_noticed':
      must(
        state.hearing.requestedOn !== null && !state.hearing.waived,
        'a hearing that nobody wants any more isn’t said to want its notice',
      );
      break;
    case 'not_the_chair':
      must(state.hearing.notice !== null, 'who chairs is known once the hearing was noticed');
      break;
    case 'testing_not_running':
      if (command.act !== 'end_testing' || !state.measures.some(({ testing }) => testing)) break;
      must(
        state.measures.some(({ id, disposal }) => id === command.input.measureId && disposal === null),
        'whether something is tested is asked of what is held',
      );
      break;
    default:
  }
}
