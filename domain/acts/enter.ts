import type { CaseEvent, CaseState, Stage } from '../case';
import type { Instant } from '../catalogue';
import { BUREAU, DISPATCH_CENTRE, type OrgId } from '../people';
import { procedureOf } from '../procedures/procedures';
import type { Clock } from '../time/clock';
import { startClock } from '../time/startClock';

/** Entering a stage stops the clock of the one that is left and starts its own. */
export function enter(
  state: Pick<CaseState, 'stage' | 'clocks' | 'law' | 'procedure'>,
  stage: Stage,
  owner: OrgId,
  at: Instant,
): CaseEvent {
  const period = procedureOf(state).stages[stage].period;
  const start = period === null ? [] : [newClock(state, stage, period, dutyOwner(stage, owner), at)];
  const stop = state.clocks[state.stage] === undefined ? [] : [state.stage];
  return { type: 'stage_entered', stage, owner, clocks: { start, stop } };
}

export function newClock(
  state: Pick<CaseState, 'law'>,
  id: string,
  periodId: string,
  owner: OrgId,
  at: Instant,
): Clock {
  const period = state.law.periods[periodId];
  if (period === undefined) throw new Error(`the case carries no period ${periodId}`);
  return startClock(id, period, owner, at, state.law.calendar);
}

/** Whose light it is: the reviewer's at review, the dispatch centre's at dispatch, else of whoever has the case. */
function dutyOwner(stage: Stage, owner: OrgId): OrgId {
  switch (stage) {
    case 'dispatch':
      return DISPATCH_CENTRE;
    case 'review':
      return BUREAU;
    case 'accept':
    case 'verify':
    case 'file':
    case 'investigation':
    case 'notice':
    case 'decision':
    case 'service':
    case 'performance':
    case 'close':
    case 'archive':
    case 'archived':
      return owner;
  }
}
