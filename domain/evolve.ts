import type { CaseEvent, CaseState, ClockChange, EventOf, Hearing, Overdue, RecordedEvent } from './case';
import { personOf } from './openDuties';
import { isPaused } from './time/clock';
import { handOver } from './time/handOver';

/** (state, event) → state. The only way a case changes; `null` before its first event. */
export function evolve(state: CaseState | null, recorded: RecordedEvent): CaseState {
  const { event } = recorded;
  if (event.type === 'case_opened') return opened(event, recorded);
  if (state === null) throw new Error(`case ${recorded.caseId} begins with ${event.type}`);
  if (recorded.seq !== state.seq + 1) {
    throw new Error(`case ${state.caseId}: event ${recorded.seq} does not follow ${state.seq}`);
  }
  const next = apply(state, event, recorded);
  const clocks = 'clocks' in event ? changed(next.clocks, event.clocks) : next.clocks;
  const overdue = [...next.overdue, ...newlyOverdue(state, recorded, clocks)];
  return { ...next, clocks, overdue, seq: recorded.seq, updatedAt: recorded.at };
}

/** Duties whose red is put on record, and those done after their time before the timer could say so. */
function newlyOverdue(before: CaseState, { event, at }: RecordedEvent, after: CaseState['clocks']): readonly Overdue[] {
  const late = Object.values(before.clocks).filter((clock) => {
    if (event.type === 'light_changed') return clock.id === event.clockId && event.light === 'red';
    const done = after[clock.id]?.startedAt !== clock.startedAt;
    return done && at >= clock.dueAt && clock.light !== 'red' && !isPaused(clock);
  });
  return late.map((clock, index) => ({
    id: `O${before.overdue.length + 1 + index}`,
    clockId: clock.id,
    name: clock.name,
    org: clock.owner,
    person: personOf(before, clock),
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    appeal: null,
  }));
}

/** The state after all events of a case. Throws on none. */
export function fold(events: readonly RecordedEvent[]): CaseState {
  const state = events.reduce<CaseState | null>(evolve, null);
  if (state === null) throw new Error('a case without events');
  return state;
}

const NO_HEARING: Hearing = { requestedOn: null, waived: false, notice: null, heldOn: null };

function opened(event: EventOf<'case_opened'>, recorded: RecordedEvent): CaseState {
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
    violation: null,
    evidence: [],
    records: [],
    recusals: [],
    measures: [],
    proposal: null,
    reviews: [],
    reviewStands: false,
    discussion: null,
    notices: [],
    statements: [],
    hearing: NO_HEARING,
    decision: null,
    withdrawn: [],
    service: null,
    announcedOn: null,
    publishedOn: null,
    collection: null,
    reportedForRecordOn: null,
    payments: [],
    performedOn: null,
    deferredUntil: null,
    lateFineWaived: false,
    appeals: [],
    demand: null,
    court: null,
    suspended: null,
    cooperation: [],
    guidance: [],
    urgings: [],
    overdue: [],
    jurisdiction: null,
    elevationAsked: null,
    elevatedAt: null,
    crimeReported: false,
    transfer: null,
    clocks: {},
    outcome: null,
    mergedInto: null,
    archive: null,
  };
}

/** What an event changes besides the clocks, which every event says in the same way. */
function apply(state: CaseState, event: CaseEvent, { at, actor }: RecordedEvent): CaseState {
  switch (event.type) {
    case 'case_opened':
      throw new Error(`case ${state.caseId} is opened twice`);
    case 'stage_entered':
      return { ...state, stage: event.stage, owner: event.owner };

    // Dispatch
    case 'accepted':
    case 'assigned':
      return { ...state, assignees: event.officers, investigators: union(state.investigators, event.officers) };
    case 'dispatch_returned':
      return { ...state, returns: state.returns + 1, assignees: [] };
    case 'dispatched':
      return { ...state, town: event.town, insisted: event.insisted };
    case 'report_joined':
      return { ...state, clueIds: [...state.clueIds, event.clueId] };

    case 'report_split':
      return { ...state, clueIds: state.clueIds.filter((id) => id !== event.clueId) };
    case 'case_merged':
      return {
        ...state,
        outcome: 'merged',
        mergedInto: event.into,
        suspended: null,
        cooperation: ended(state.cooperation),
        guidance: ended(state.guidance),
        urgings: ended(state.urgings),
      };

    // Investigation
    case 'verified':
      return {
        ...state,
        verification: { violation: event.violation, facts: event.facts, at },
        investigators: union(state.investigators, [actor.id]),
      };
    case 'rectification_ordered':
      return { ...state, rectification: { requirement: event.requirement, until: event.until, result: null } };
    case 'rectification_checked':
      return {
        ...state,
        rectification:
          state.rectification === null
            ? null
            : { ...state.rectification, result: { rectified: event.rectified, facts: event.facts } },
      };
    case 'party_completed':
      return { ...state, party: event.party };
    case 'procedure_switched':
      return { ...state, procedure: event.procedure, grade: event.grade };
    case 'case_filed':
      return {
        ...state,
        filedAt: at,
        party: event.party,
        violation: { committedOn: event.committedOn, harm: event.harm },
        assignees: event.officers,
        investigators: union(state.investigators, event.officers),
      };
    case 'evidence_collected':
      return {
        ...state,
        evidence: [...state.evidence, event.evidence],
        investigators: union(state.investigators, [event.evidence.takenBy]),
      };
    case 'inquiry_recorded':
    case 'scene_recorded': {
      const { recordId: id, officers, place, from, until } = event;
      const kind = event.type === 'inquiry_recorded' ? ('inquiry' as const) : ('scene' as const);
      const subject = event.type === 'inquiry_recorded' ? event.subject : null;
      return {
        ...state,
        records: [...state.records, { id, kind, subject, officers, place, from, until }],
        investigators: union(state.investigators, officers),
      };
    }
    case 'recusal_asked':
      return {
        ...state,
        recusals: [
          ...state.recusals,
          { id: event.recusalId, person: event.person, reason: event.reason, granted: null },
        ],
      };
    case 'recusal_decided':
      return {
        ...state,
        recusals: state.recusals.map((recusal) =>
          recusal.id === event.recusalId ? { ...recusal, granted: event.granted } : recusal,
        ),
        assignees: event.granted ? state.assignees.filter((id) => id !== event.person) : state.assignees,
        // A recused chair leaves the hearing without one: it is noticed again.
        hearing:
          event.granted && state.hearing.notice?.chair === event.person && state.hearing.heldOn === null
            ? { ...state.hearing, notice: null }
            : state.hearing,
      };
    case 'measure_taken':
      return {
        ...state,
        measures: [
          ...state.measures,
          {
            id: event.measureId,
            kind: event.kind,
            goods: event.goods,
            approved: event.approved,
            testing: false,
            disposal: null,
          },
        ],
        investigators: union(state.investigators, event.officers),
      };
    case 'measure_approved':
      // Not approved is given back at once (行政强制法 19).
      return measure(state, event.measureId, event.approved ? { approved: true } : { disposal: 'returned' });
    case 'testing_started':
      return measure(state, event.measureId, { testing: true });
    case 'testing_ended':
      return measure(state, event.measureId, { testing: false });
    case 'measure_disposed':
      return measure(state, event.measureId, { testing: false, disposal: event.disposal });
    case 'investigation_ended':
      return {
        ...state,
        proposal: event.proposal,
        reviewStands: false,
        investigators: union(state.investigators, [actor.id, ...event.officers]),
      };

    // Review and discussion
    case 'reviewed':
      return {
        ...state,
        reviews: [...state.reviews, { reviewer: actor.id, verdict: event.verdict, opinion: event.opinion, at }],
        reviewStands: event.verdict === 'pass',
        // What is investigated again is discussed again.
        discussion: event.verdict === 'pass' ? state.discussion : null,
      };
    case 'discussed': {
      const { heldOn, participants, conclusion } = event;
      return { ...state, discussion: { heldOn, participants, conclusion } };
    }

    // Notice, defence, hearing
    case 'notice_given': {
      const { penalty, servedOn, statementUntil, hearingUntil } = event;
      return {
        ...state,
        notices: [...state.notices, { penalty, answered: false, at, servedOn, statementUntil, hearingUntil }],
        hearing: NO_HEARING,
      };
    }
    case 'statement_recorded': {
      const { raised, summary, waived } = event;
      return {
        ...state,
        statements: [...state.statements, { notice: state.notices.length, raised, summary, waived, at, weighed: null }],
        notices: raised ? answered(state.notices) : state.notices,
      };
    }
    case 'statement_weighed': {
      const weighed = { adopted: event.adopted, reasons: event.reasons };
      return {
        ...state,
        statements: state.statements.map((statement) =>
          statement.raised && statement.weighed === null ? { ...statement, weighed } : statement,
        ),
      };
    }
    case 'hearing_requested':
      return { ...state, hearing: { ...state.hearing, requestedOn: event.requestedOn } };
    case 'hearing_waived':
      return { ...state, hearing: { ...state.hearing, waived: true, notice: null } };
    case 'hearing_noticed': {
      const { servedOn, heldAt, chair } = event;
      return { ...state, hearing: { ...state.hearing, notice: { servedOn, heldAt, chair } } };
    }
    case 'hearing_recorded':
      return {
        ...state,
        hearing: { ...state.hearing, heldOn: event.heldOn },
        notices: event.attended ? answered(state.notices) : state.notices,
      };

    // Decision and service
    case 'decided_on_spot':
      return {
        ...state,
        party: event.party,
        investigators: union(state.investigators, event.officers),
        decision: { penalty: event.penalty, onSpot: true, at },
        service: { method: 'on_spot', servedOn: event.servedOn, payBy: event.payBy },
        collection: event.collection === null ? null : { ground: event.collection, handedInOn: null, bankedOn: null },
        payments: event.collection === null ? [] : [{ amount: event.penalty.fine, paidOn: event.servedOn }],
      };
    case 'reported_for_record':
      return { ...state, reportedForRecordOn: event.reportedOn };
    case 'fine_handed_in':
      return {
        ...state,
        collection: state.collection === null ? null : { ...state.collection, handedInOn: event.handedInOn },
      };
    case 'fine_banked':
      return {
        ...state,
        collection: state.collection === null ? null : { ...state.collection, bankedOn: event.bankedOn },
      };
    case 'penalty_decided':
      return { ...state, decision: { penalty: event.penalty, onSpot: false, at } };
    case 'service_announced':
      return { ...state, announcedOn: event.announcedOn };
    case 'decision_served':
      return {
        ...state,
        service: { method: event.method, servedOn: event.servedOn, payBy: event.payBy },
      };
    case 'decision_published':
      return { ...state, publishedOn: event.publishedOn };
    case 'publication_withdrawn':
      return { ...state, publishedOn: null };
    case 'decision_withdrawn':
      return {
        ...state,
        withdrawn: state.decision === null ? state.withdrawn : [...state.withdrawn, state.decision],
        decision: null,
        service: null,
        announcedOn: null,
        payments: [],
        performedOn: null,
        deferredUntil: null,
        lateFineWaived: false,
        demand: null,
        court: null,
        discussion: null,
        // What was collected goes back; what was reported and fought over was the old decision.
        collection: null,
        reportedForRecordOn: null,
        appeals: [],
      };

    // Performance
    case 'payment_recorded':
      return { ...state, payments: [...state.payments, { amount: event.amount, paidOn: event.paidOn }] };
    case 'performance_recorded':
      return { ...state, performedOn: event.performedOn };
    case 'deferral_granted':
      return { ...state, deferredUntil: event.until };
    case 'late_fine_waived':
      return { ...state, lateFineWaived: true };
    case 'appeal_recorded':
      return {
        ...state,
        appeals: [...state.appeals, { kind: event.kind, filedOn: event.filedOn, endedOn: null, result: null }],
      };
    case 'appeal_ended':
      return {
        ...state,
        appeals: state.appeals.map((appeal) =>
          appeal.endedOn === null ? { ...appeal, endedOn: event.endedOn, result: event.result } : appeal,
        ),
      };
    case 'demand_notice_given':
      return { ...state, demand: { servedOn: event.servedOn, waitUntil: event.waitUntil } };
    case 'court_applied':
      return { ...state, court: { appliedOn: event.appliedOn, court: event.court, result: null } };
    case 'court_result_recorded':
      return { ...state, court: state.court === null ? null : { ...state.court, result: event.result } };

    // Clocks
    case 'period_extended':
      return state;
    case 'case_suspended':
      return { ...state, suspended: { ground: event.ground, since: at } };
    case 'case_resumed':
      return { ...state, suspended: null };
    case 'law_changed':
      return { ...state, law: event.law };
    case 'light_changed': {
      const clock = state.clocks[event.clockId];
      if (clock === undefined) throw new Error(`case ${state.caseId}: no clock ${event.clockId}`);
      return { ...state, clocks: { ...state.clocks, [event.clockId]: { ...clock, light: event.light } } };
    }

    case 'rung_reached': {
      const clock = state.clocks[event.clockId];
      if (clock === undefined) throw new Error(`case ${state.caseId}: no clock ${event.clockId}`);
      const reached = [...clock.reached, { rung: event.rung, from: event.from }];
      return { ...state, clocks: { ...state.clocks, [event.clockId]: { ...clock, reached } } };
    }

    // The bureau and other bodies
    case 'elevation_requested':
      return { ...state, elevationAsked: event.reason };
    case 'elevation_refused':
      return { ...state, elevationAsked: null };
    case 'elevated':
      return {
        ...state,
        grade: 'bureau',
        procedure: event.procedure,
        elevationAsked: null,
        jurisdiction: null,
        elevatedAt: at,
        // Whoever decides discusses (行政处罚法 57).
        discussion: null,
        assignees: [],
        // It has what it was asked about.
        guidance: ended(state.guidance),
        clocks: handedOver(state),
      };
    case 'sent_down':
      return { ...state, grade: event.grade, elevatedAt: null, assignees: [], cooperation: ended(state.cooperation) };
    case 'cooperation_requested': {
      const { taskId: id, town, requirement } = event;
      return {
        ...state,
        cooperation: [...state.cooperation, { id, town, requirement, answer: null, returns: 0, open: true }],
      };
    }
    case 'cooperation_answered':
      return task(state, event.taskId, (found) => ({ ...found, answer: event.answer, open: false }));
    case 'cooperation_returned':
      return task(state, event.taskId, (found) => ({ ...found, returns: found.returns + 1, open: true }));
    case 'guidance_asked': {
      const { guidanceId: id, question } = event;
      return { ...state, guidance: [...state.guidance, { id, question, answer: null, open: true }] };
    }
    case 'guidance_answered':
      return {
        ...state,
        guidance: state.guidance.map((one) =>
          one.id === event.guidanceId ? { ...one, answer: event.answer, open: false } : one,
        ),
      };
    case 'jurisdiction_disputed':
      return { ...state, jurisdiction: { with: event.with, reason: event.reason } };
    case 'jurisdiction_decided':
      return {
        ...state,
        jurisdiction: null,
        town: event.town,
        assignees: event.town === state.town ? state.assignees : [],
      };
    case 'crime_reported':
      return { ...state, crimeReported: true };
    case 'crime_report_dismissed':
      return { ...state, crimeReported: false };
    case 'transfer_decided':
      return {
        ...state,
        crimeReported: false,
        transfer: { to: event.to, body: event.body, sentOn: null },
        // Nobody waits any more for what was asked in a case that goes to another body.
        elevationAsked: null,
        cooperation: ended(state.cooperation),
        guidance: ended(state.guidance),
        hearing: state.hearing.heldOn === null ? NO_HEARING : state.hearing,
        discussion: null,
      };
    case 'transfer_sent':
      return { ...state, transfer: state.transfer === null ? null : { ...state.transfer, sentOn: event.sentOn } };
    case 'transfer_taken_back':
      return { ...state, transfer: null };

    // Supervision
    case 'urged': {
      const { urgingId: id, kind, listed, clockId, requirement, period, clocks } = event;
      const org = clocks.set.find((clock) => clock.id === id)?.owner ?? state.owner;
      const open = { answer: null, answeredBy: null, returns: 0, open: true, checked: false };
      return {
        ...state,
        urgings: [...state.urgings, { id, kind, listed, by: actor.id, clockId, requirement, org, period, ...open }],
      };
    }
    case 'urging_answered':
      return urging(state, event.urgingId, {
        answer: event.answer,
        answeredBy: actor.id,
        org: actor.org,
        open: false,
      });
    case 'supervision_checked':
      return event.good
        ? urging(state, event.urgingId, { checked: true, listed: false })
        : urging(state, event.urgingId, {
            open: true,
            returns: (state.urgings.find(({ id }) => id === event.urgingId)?.returns ?? 0) + 1,
          });
    case 'overdue_appealed':
      return overdue(state, event.overdueId, { by: actor.id, reason: event.reason, judgement: null });
    case 'overdue_judged': {
      const { granted, reason } = event;
      const appeal = state.overdue.find(({ id }) => id === event.overdueId)?.appeal ?? null;
      return overdue(
        state,
        event.overdueId,
        appeal === null ? null : { ...appeal, judgement: { by: actor.id, granted, reason } },
      );
    }

    // The end
    case 'case_closed':
      return {
        ...state,
        outcome: event.outcome,
        suspended: null,
        cooperation: ended(state.cooperation),
        guidance: ended(state.guidance),
        urgings: ended(state.urgings),
      };
    case 'case_archived':
      return { ...state, archive: { events: event.events, head: event.head } };
  }
}

function changed(clocks: CaseState['clocks'], change: ClockChange): CaseState['clocks'] {
  const kept = Object.entries(clocks).filter(([id]) => !change.stop.includes(id));
  return { ...Object.fromEntries(kept), ...Object.fromEntries(change.set.map((clock) => [clock.id, clock])) };
}

/** The bureau inherits what the town owed: the due dates stay, and there is nobody left to escalate to. */
function handedOver({ clocks, cooperation }: CaseState): CaseState['clocks'] {
  // What another town was asked for stays its own.
  const others = cooperation.map(({ id }) => id);
  return Object.fromEntries(
    Object.entries(clocks).map(([id, clock]) => [id, others.includes(id) ? clock : handOver(clock, 'bureau')]),
  );
}

/** In a case that is over nobody is asked for anything any more, nor for help where the town has it again. */
function ended<T extends { readonly open: boolean }>(tasks: readonly T[]): readonly T[] {
  return tasks.map((one) => ({ ...one, open: false }));
}

function answered(notices: CaseState['notices']): CaseState['notices'] {
  return notices.map((notice, index) => (index === notices.length - 1 ? { ...notice, answered: true } : notice));
}

function measure(state: CaseState, id: string, change: Partial<CaseState['measures'][number]>): CaseState {
  return { ...state, measures: state.measures.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

function urging(state: CaseState, id: string, change: Partial<CaseState['urgings'][number]>): CaseState {
  return { ...state, urgings: state.urgings.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

function overdue(state: CaseState, id: string, appeal: Overdue['appeal']): CaseState {
  return { ...state, overdue: state.overdue.map((one) => (one.id === id ? { ...one, appeal } : one)) };
}

function task(
  state: CaseState,
  id: string,
  change: (found: CaseState['cooperation'][number]) => CaseState['cooperation'][number],
): CaseState {
  return { ...state, cooperation: state.cooperation.map((one) => (one.id === id ? change(one) : one)) };
}

function union(known: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...known, ...more])];
}
