import type { CaseState, EventOf, Stage } from '../case';
import type { Article, Instant } from '../catalogue';
import { periodOf } from '../law';
import { BUREAU, DISPATCH_CENTRE, type OrgId } from '../people';
import { procedureOf } from '../procedures/procedures';
import { isPaused, standingPause, type Clock } from '../time/clock';
import { handOver } from '../time/handOver';
import { pauseClock } from '../time/pauseClock';
import { resumeClock } from '../time/resumeClock';
import { startClock } from '../time/startClock';
import { suspendClock } from './suspension';

type Standing = Pick<CaseState, 'stage' | 'clocks' | 'law' | 'procedure' | 'suspended'>;

export interface Hold {
  readonly reason: string;
  readonly article: Article | null;
}

/**
 * Entering a stage stops the clock of the one that is left and starts its own. With `hold` the one that is left only
 * pauses: it goes on with what is left of it should the case come back, as when a review returns it.
 */
export function enter(
  state: Standing,
  stage: Stage,
  owner: OrgId,
  at: Instant,
  hold: Hold | null = null,
): EventOf<'stage_entered'> {
  const period = procedureOf(state).stages[stage].period;
  const left = state.clocks[state.stage];
  const held = left !== undefined && hold !== null ? [isPaused(left) ? left : pauseClock(left, { at, ...hold })] : [];
  const started = period === null ? [] : [startedOrResumed(state, stage, period, dutyOwner(stage, owner), at)];
  const stop = left !== undefined && hold === null ? [state.stage] : [];
  return { type: 'stage_entered', stage, owner, clocks: { set: [...held, ...started], stop } };
}

function startedOrResumed(state: Standing, stage: Stage, period: string, owner: OrgId, at: Instant): Clock {
  const known = state.clocks[stage];
  const waiting = known === undefined ? null : standingPause(known);
  if (stage !== state.stage && known !== undefined && waiting !== null) {
    return stillSuspended(state, resumeClock(known, at, state.law.calendar), at);
  }
  const started = newClock(state, stage, period, owner, at);
  // Whoever takes over what waits goes on waiting for the same.
  return stage === state.stage && waiting !== null
    ? pauseClock(started, { ...waiting, at })
    : stillSuspended(state, started, at);
}

/** What begins while the case is suspended waits with it. */
export function stillSuspended({ suspended }: Pick<CaseState, 'suspended'>, clock: Clock, at: Instant): Clock {
  return suspended === null ? clock : suspendClock(clock, suspended.ground, at);
}

export function newClock(
  state: Pick<CaseState, 'law'>,
  id: string,
  periodId: string,
  owner: OrgId,
  at: Instant,
): Clock {
  return startClock(id, periodOf(state.law, periodId), owner, at, state.law.calendar);
}

/** Those of the named clocks that the case has: what an event may stop. */
export function running(state: Pick<CaseState, 'clocks'>, ...ids: readonly string[]): readonly string[] {
  return ids.filter((id) => state.clocks[id] !== undefined);
}

/** Every clock but the stage's own, which `enter` stops. */
export function otherClocks(state: Pick<CaseState, 'clocks' | 'stage'>): readonly string[] {
  return Object.keys(state.clocks).filter((id) => id !== state.stage);
}

/** Those of them that are about the matter itself; supervision of how it is handled goes on as long as the case does. */
export function clocksOfTheMatter(
  state: Pick<CaseState, 'clocks' | 'stage' | 'urgings' | 'overdue'>,
): readonly string[] {
  const supervision = [...state.urgings, ...state.overdue].map(({ id }) => id);
  return otherClocks(state).filter((id) => !supervision.includes(id));
}

/** What else a town owed is the next one's, due when it was due; what others owe stays theirs. */
export function handedTo(state: Pick<CaseState, 'clocks' | 'stage' | 'cooperation'>, owner: OrgId): readonly Clock[] {
  const others = state.cooperation.map(({ id }) => id);
  return Object.values(state.clocks)
    .filter((clock) => clock.id !== state.stage && clock.id !== 'review' && !others.includes(clock.id))
    .filter((clock) => !BUREAUS.includes(clock.period))
    .map((clock) => handOver(clock, owner));
}

/** Periods of duties that are the bureau's, whoever has the case. */
const BUREAUS = ['elevation_request', 'jurisdiction', 'guidance', 'overdue_appeal'];

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
