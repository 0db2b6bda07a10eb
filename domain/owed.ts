import type { CaseState } from './case';
import type { LawDate } from './catalogue';
import { lateFine, type LateFine } from './time/lateFine';
import { addYuan } from './yuan';

type Owing = Pick<
  CaseState,
  'decision' | 'service' | 'payments' | 'appeals' | 'deferredUntil' | 'lateFineWaived' | 'law'
>;

/** Fine and confiscation that are still to be paid, yuan, without the late fine. */
export function principalOwed({ decision, payments }: Pick<CaseState, 'decision' | 'payments'>): number {
  if (decision === null) return 0;
  const { fine, confiscation } = decision.penalty;
  return Math.max(0, addYuan(addYuan(fine, confiscation), -paid(payments)));
}

const NONE: LateFine = { amount: 0, days: 0, capped: false, lines: [] };

/** The late fine that has grown by the end of a day, whatever was paid of it, with its reckoning (行政处罚法 72, 73). */
export function lateFineOf(state: Owing, day: LawDate): LateFine {
  const { decision, service, payments, appeals, deferredUntil, law } = state;
  if (decision === null || service === null || decision.penalty.fine === 0 || state.lateFineWaived) return NONE;
  return lateFine({
    fine: decision.penalty.fine,
    paidBy: deferredUntil ?? service.payBy,
    payments: payments.map(({ paidOn: on, amount }) => ({ on, amount })),
    stops: appeals.map(({ filedOn: from, endedOn: until }) => ({ from, until })),
    asOf: day,
    percentADay: law.limits.late_fine_percent.value,
  });
}

/** The amount alone, yuan. */
export function lateFineBy(state: Owing, day: LawDate): number {
  return lateFineOf(state, day).amount;
}

/** All that is to be paid by the end of a day, yuan. */
export function owedBy(state: Owing, day: LawDate): number {
  const { decision, payments } = state;
  if (decision === null) return 0;
  const { fine, confiscation } = decision.penalty;
  return Math.max(0, addYuan(addYuan(addYuan(fine, confiscation), lateFineOf(state, day).amount), -paid(payments)));
}

/**
 * The day by which everything that is on file was paid: an early payment that is put on file late doesn't undo the
 * late fine that grew until another.
 */
export function lastPayment({ payments }: Pick<CaseState, 'payments'>): LawDate {
  return payments.reduce((last, { paidOn }) => (paidOn > last ? paidOn : last), '');
}

/** Nothing is left to pay or to do. */
export function isPerformed(state: Owing & Pick<CaseState, 'performedOn'>, day: LawDate): boolean {
  const toDo = (state.decision?.penalty.others.length ?? 0) > 0 && state.performedOn === null;
  return owedBy(state, day) === 0 && !toDo;
}

function paid(payments: CaseState['payments']): number {
  return payments.reduce((sum, { amount }) => addYuan(sum, amount), 0);
}
