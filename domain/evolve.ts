import type { CaseEvent, CaseState, ClockChange, RecordedEvent } from './case';
import type { Clock } from './time/clock';
import { addYuan } from './yuan';

/** (state, event) → state. The only way a case changes; `null` before its first event. */
export function evolve(state: CaseState | null, recorded: RecordedEvent): CaseState {
  const { event } = recorded;
  if (event.type === 'case_opened') return opened(event, recorded);
  if (state === null) throw new Error(`case ${recorded.caseId} begins with ${event.type}`);
  if (recorded.seq !== state.seq + 1) {
    throw new Error(`case ${state.caseId}: event ${recorded.seq} does not follow ${state.seq}`);
  }
  return { ...apply(state, event, recorded), seq: recorded.seq, updatedAt: recorded.at };
}

/** The state after all events of a case. Throws on none. */
export function fold(events: readonly RecordedEvent[]): CaseState {
  const state = events.reduce<CaseState | null>(evolve, null);
  if (state === null) throw new Error('a case without events');
  return state;
}

function opened(event: Extract<CaseEvent, { type: 'case_opened' }>, recorded: RecordedEvent): CaseState {
  return {
    caseId: event.caseId,
    seq: recorded.seq,
    openedAt: recorded.at,
    updatedAt: recorded.at,
    item: event.item,
    grade: event.grade,
    gradeReasons: event.gradeReasons,
    procedure: event.procedure,
    law: event.law,
    stage: 'dispatch',
    owner: event.town,
    town: event.town,
    assignees: [],
    investigators: [],
    clueIds: [event.clueId],
    returns: 0,
    insisted: false,
    verification: null,
    rectification: null,
    filedAt: null,
    party: null,
    evidence: [],
    proposal: null,
    reviews: [],
    notice: null,
    statement: null,
    decision: null,
    service: null,
    paid: 0,
    cooperation: [],
    clocks: {},
    elevatedAt: null,
    outcome: null,
    archive: null,
  };
}

function apply(state: CaseState, event: CaseEvent, { at, actor }: RecordedEvent): CaseState {
  switch (event.type) {
    case 'case_opened':
      throw new Error(`case ${state.caseId} is opened twice`);
    case 'stage_entered':
      return { ...state, stage: event.stage, owner: event.owner, clocks: changed(state, event.clocks) };
    case 'accepted':
    case 'assigned':
      return { ...state, assignees: event.officers, investigators: union(state.investigators, event.officers) };
    case 'dispatch_returned':
      return { ...state, returns: state.returns + 1, assignees: [] };
    case 'dispatched':
      return { ...state, town: event.town, insisted: event.insisted };
    case 'report_joined':
      return { ...state, clueIds: [...state.clueIds, event.clueId] };
    case 'verified':
      return {
        ...state,
        verification: { violation: event.violation, facts: event.facts, at },
        investigators: union(state.investigators, [actor.id]),
      };
    case 'rectification_ordered':
      return {
        ...state,
        rectification: { requirement: event.requirement, until: event.until, result: null },
        clocks: changed(state, event.clocks),
      };
    case 'rectification_checked':
      return {
        ...state,
        rectification:
          state.rectification === null
            ? null
            : { ...state.rectification, result: { rectified: event.rectified, facts: event.facts } },
        clocks: changed(state, event.clocks),
      };
    case 'procedure_switched':
      return { ...state, procedure: event.procedure, grade: event.grade };
    case 'case_filed':
      return {
        ...state,
        filedAt: at,
        party: event.party,
        assignees: event.officers,
        investigators: union(state.investigators, event.officers),
        clocks: changed(state, event.clocks),
      };
    case 'evidence_collected':
      return {
        ...state,
        evidence: [...state.evidence, event.evidence],
        investigators: union(state.investigators, [event.evidence.takenBy]),
      };
    case 'investigation_ended':
      return {
        ...state,
        proposal: event.proposal,
        investigators: union(state.investigators, [actor.id, ...event.officers]),
      };
    case 'reviewed':
      return {
        ...state,
        reviews: [...state.reviews, { reviewer: actor.id, verdict: event.verdict, opinion: event.opinion, at }],
      };
    case 'elevated':
      return {
        ...state,
        grade: 'bureau',
        procedure: event.procedure,
        elevatedAt: at,
        assignees: [],
        clocks: handedOver(state.clocks),
      };
    case 'cooperation_requested':
      return {
        ...state,
        cooperation: [
          ...state.cooperation,
          { id: event.taskId, town: event.town, requirement: event.requirement, answer: null },
        ],
        clocks: changed(state, event.clocks),
      };
    case 'cooperation_answered':
      return {
        ...state,
        cooperation: state.cooperation.map((task) =>
          task.id === event.taskId ? { ...task, answer: event.answer } : task,
        ),
        clocks: changed(state, event.clocks),
      };
    case 'notice_given':
      return { ...state, notice: { penalty: event.penalty, at, statementUntil: event.statementUntil } };
    case 'statement_recorded':
      return { ...state, statement: { raised: event.raised, summary: event.summary, at } };
    case 'decided_on_spot':
      return {
        ...state,
        party: event.party,
        investigators: union(state.investigators, event.officers),
        decision: { penalty: event.penalty, onSpot: true, at },
        service: { method: 'on_spot', servedOn: event.servedOn },
        paid: event.collectedOnSpot ? event.penalty.fine : 0,
      };
    case 'penalty_decided':
      return {
        ...state,
        decision: { penalty: event.penalty, onSpot: false, at },
        clocks: changed(state, event.clocks),
      };
    case 'decision_served':
      return { ...state, service: { method: event.method, servedOn: event.servedOn } };
    case 'payment_recorded':
      return { ...state, paid: addYuan(state.paid, event.amount) };
    case 'case_closed':
      return { ...state, outcome: event.outcome, clocks: changed(state, event.clocks) };
    case 'light_changed': {
      const clock = state.clocks[event.clockId];
      if (clock === undefined) throw new Error(`case ${state.caseId}: no clock ${event.clockId}`);
      return { ...state, clocks: { ...state.clocks, [event.clockId]: { ...clock, light: event.light } } };
    }
    case 'case_archived':
      return { ...state, archive: { events: event.events, head: event.head } };
  }
}

function changed(state: CaseState, change: ClockChange): Readonly<Record<string, Clock>> {
  const kept = Object.entries(state.clocks).filter(([id]) => !change.stop.includes(id));
  return Object.fromEntries([...kept, ...change.start.map((clock) => [clock.id, clock] as const)]);
}

/** The bureau inherits what the town owed: the due dates stay, and there is nobody left to escalate to. */
function handedOver(clocks: CaseState['clocks']): CaseState['clocks'] {
  return Object.fromEntries(
    Object.entries(clocks).map(([id, clock]) => [id, { ...clock, owner: 'bureau', escalateAt: null }]),
  );
}

function union(known: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...known, ...more])];
}
