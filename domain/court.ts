import type { CaseState } from './case';
import type { LawDate } from './catalogue';
import { periodOf } from './law';
import { lastDayBefore, startOf } from './time/lawDate';
import { reckon } from './time/reckon';
import { remedies } from './time/remedies';

/** When the court may be asked to enforce: after the remedies are over, until the last day of the application. */
export interface CourtWindow {
  /** The last day on which the party may still seek a remedy: the court may be asked after it. */
  readonly remediesUntil: LawDate;
  readonly until: LawDate;
}

/**
 * 行政强制法 53: three months from the end of the time for review and suit, not from the day of payment. Where the party
 * went on to one of them, from the end of that: after a review fifteen days to sue remain (行政诉讼法 45).
 * `null` while one is still going on, or before service.
 */
export function courtWindow(state: Pick<CaseState, 'decision' | 'service' | 'appeals' | 'law'>): CourtWindow | null {
  const { service, appeals, law } = state;
  if (service === null) return null;
  const last = appeals.at(-1);
  if (last === undefined) {
    const { lawsuitUntil, courtUntil, reconsiderationUntil } = remedies(service.servedOn, law);
    // Against a penalty on the spot nobody sues who hasn't asked for a review (行政复议法 23).
    if (state.decision?.onSpot === true) {
      return { remediesUntil: reconsiderationUntil, until: lastDay(law, 'court_application', reconsiderationUntil) };
    }
    return { remediesUntil: lawsuitUntil, until: courtUntil };
  }
  if (last.endedOn === null) return null;
  const remediesUntil =
    last.kind === 'reconsideration' ? lastDay(law, 'lawsuit_after_reconsideration', last.endedOn) : last.endedOn;
  return { remediesUntil, until: lastDay(law, 'court_application', remediesUntil) };
}

function lastDay(law: CaseState['law'], periodId: string, from: LawDate): LawDate {
  const { span, rollsForward } = periodOf(law, periodId);
  return lastDayBefore(reckon(startOf(from), span, law.calendar, rollsForward).dueAt);
}
