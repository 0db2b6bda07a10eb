import type { Calendar, Instant, Period } from '../catalogue';
import { BUREAU, DISPATCH_CENTRE, type OrgId } from '../people';
import type { Clock } from './clock';
import { settle } from './settle';

export function startClock(id: string, period: Period, owner: OrgId, at: Instant, calendar: Calendar): Clock {
  const clock = {
    id,
    period: period.id,
    name: period.name,
    owner,
    article: period.article,
    span: period.span,
    rollsForward: period.rollsForward,
    yellow: period.yellow,
    // Only a town's duty can be taken over by the bureau.
    escalates: owner !== BUREAU && owner !== DISPATCH_CENTRE,
    startedAt: at,
    pauses: [],
    extensions: [],
  };
  return { ...clock, ...settle(clock, calendar), light: 'green', reached: [] };
}
