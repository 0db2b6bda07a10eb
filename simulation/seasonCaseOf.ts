import type { CaseState, EventOf, RecordedEvent, Stage } from '../domain/case';
import { evolve } from '../domain/evolve';
import { PREDICATES } from '../domain/grading/predicates';
import { REPORTED_FACTS, type ReportedFacts } from '../domain/triage/gradeClue';
import { BUREAU } from '../domain/people';
import type { Reason } from '../domain/reason';
import { isPaused } from '../domain/time/clock';
import { endOf, lawDateOf, msOf } from '../domain/time/lawDate';
import { isWork, SIMULATED_STAGES, type Onward, type SeasonCase, type SimulatedStage, type Visit } from './season';

/** A case as the simulation sees it, from its events. Null = it was merged into another and is no case of its own. */
export function seasonCaseOf(events: readonly RecordedEvent[]): SeasonCase | null {
  const [first] = events;
  if (first?.event.type !== 'case_opened') throw new Error('a case begins with its opening');
  const visits: Visit[] = [];
  let state: CaseState | null = null;
  let closed: { readonly at: number; readonly by: 'town' | 'bureau' } | null = null;
  let taken = false;
  for (const recorded of events) {
    const { event } = recorded;
    const before: CaseState | null = state;
    const after = evolve(before, recorded);
    const at = msOf(recorded.at);
    state = after;
    if (event.type === 'case_merged') return null;
    if (event.type === 'elevated') taken = event.cause === 'light';
    if (event.type === 'case_closed') closed = { at, by: after.owner === BUREAU ? 'bureau' : 'town' };
    if (event.type !== 'stage_entered') continue;
    const last = visits.pop();
    if (last !== undefined && before !== null) visits.push(ended(last, before, recorded, after, taken));
    if (isSimulated(event.stage)) visits.push(begun(event, event.stage, after, at));
    taken = false;
  }
  const last = visits.pop();
  if (last !== undefined) visits.push(last.leftAt === null && state !== null ? { ...last, dueAt: dueAt(state) } : last);
  return {
    arrival: {
      at: msOf(first.at),
      town: first.event.town,
      item: first.event.item.code,
      facts: factsOf(first.event.gradeReasons),
    },
    visits,
    closedAt: closed?.at ?? null,
    closedBy: closed?.by ?? null,
  };
}

function begun({ owner }: EventOf<'stage_entered'>, stage: SimulatedStage, after: CaseState, at: number): Visit {
  // The clock of the decision starts with the last day on which the party may speak.
  const clock = stage === 'decision' ? after.clocks[stage] : undefined;
  return {
    ...{ stage, owner, grade: after.grade, enteredAt: at },
    readyAt: clock === undefined ? at : Math.max(at, msOf(endOf(lawDateOf(clock.startedAt)))),
    ...{ startedAt: null, leftAt: null, onward: null, taken: false, by: null, dueAt: Number.POSITIVE_INFINITY },
  };
}

/** A stay is late by its clock as it stood when the stage was left, with the pauses and extensions that it had. */
function ended(visit: Visit, before: CaseState, { at, actor }: RecordedEvent, after: CaseState, taken: boolean): Visit {
  if (visit.leftAt !== null) return visit;
  const onward: Onward = { stage: isSimulated(after.stage) ? after.stage : 'closed', grade: after.grade };
  return {
    ...visit,
    leftAt: msOf(at),
    onward: taken ? null : onward,
    taken,
    by: isWork(visit.stage) && !taken ? actor.id : null,
    dueAt: dueAt(before),
  };
}

function dueAt({ clocks, stage }: CaseState): number {
  const clock = clocks[stage];
  return clock === undefined || isPaused(clock) ? Number.POSITIVE_INFINITY : msOf(clock.dueAt);
}

function isSimulated(stage: Stage): stage is SimulatedStage {
  return (SIMULATED_STAGES as readonly Stage[]).includes(stage);
}

/**
 * What the report said, from the reasons of the grade: every rule that leads to the bureau and held stands there, so a fact that
 * alone makes one hold was said where its rule stands.
 */
function factsOf(reasons: readonly Reason[]): ReportedFacts {
  const rules = new Set(reasons.filter(({ kind }) => kind === 'rule').map(({ ref }) => ref));
  const said = REPORTED_FACTS.filter((fact) =>
    Object.entries(PREDICATES).some(([id, { needs }]) => needs.length === 1 && needs[0] === fact && rules.has(id)),
  );
  return Object.fromEntries(said.map((fact) => [fact, true]));
}
