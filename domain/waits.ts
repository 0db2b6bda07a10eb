import type { CaseState } from './case';
import type { LawDate } from './catalogue';
import { periodOf } from './law';
import type { Clock } from './time/clock';
import { startOf } from './time/lawDate';
import { startClock } from './time/startClock';

/**
 * Periods that bind the case though nobody here has a duty in them: the party's time to speak, to ask for a hearing, to
 * seek a remedy, the wait after a demand notice, the limitation. They have no light; they are explained like clocks.
 */
export function waits(state: CaseState): readonly Clock[] {
  const { notices, service, demand, violation, appeals, hearing } = state;
  const notice = notices.at(-1);
  const found: Clock[] = [];
  const add = (period: string, from: LawDate) =>
    found.push(startClock(period, periodOf(state.law, period), state.owner, startOf(from), state.law.calendar));
  if (violation?.committedOn != null && state.filedAt !== null) {
    add(violation.harm ? 'limitation_health' : 'limitation', violation.committedOn);
  }
  if (notice !== undefined && state.decision === null) {
    add('notice_statement', notice.servedOn);
    if (notice.hearingUntil !== null && hearing.requestedOn === null) add('hearing_request', notice.servedOn);
    if (hearing.notice !== null && hearing.heldOn === null) add('hearing_notice', hearing.notice.servedOn);
  }
  if (service !== null && state.outcome === null && appeals.length === 0) {
    add('reconsideration', service.servedOn);
    add('lawsuit', service.servedOn);
  }
  if (demand !== null && state.court === null) add('demand_notice', demand.servedOn);
  return found;
}
