import type { CaseEvent, CaseState, RecordedEvent } from '../domain/case';
import type { Article, Catalogue, Instant, Span } from '../domain/catalogue';
import {
  APPEAL_LABELS,
  DUTY_LABELS,
  EVENT_LABELS,
  GRADE_LABELS,
  LIGHT_LABELS,
  ROLE_LABELS,
  RUNG_CONSEQUENCE_LABELS,
  RUNG_TO_LABELS,
  STAGE_LABELS,
  SUSPENSION_LABELS,
  URGING_LABELS,
} from '../domain/labels';
import { orgName } from '../domain/orgName';
import { escalatesAt } from '../domain/ladder';
import { kindOf, personOf } from '../domain/openDuties';
import { ALL_PROCEDURES } from '../domain/procedures/procedures';
import { isPaused, lastDayOf, lightAt, type Clock, type Light } from '../domain/time/clock';
import { usageAt } from '../domain/time/usage';
import { instantWords, spanWords, UNIT_WORDS } from '../domain/time/words';
import type { StoredState } from '../db/readModel';
import type { StoredEvent } from '../db/readEvents';

/** What people read: labels from the data, lights from the due instants and now. */

/**
 * Now by the database's clock, as the lists have it: this process's own may be wrong. Or the case's own last instant where
 * that is later: a case in skipped time is ahead of the wall.
 */
export function nowFor({
  state,
  now,
}: {
  readonly state: Pick<CaseState, 'updatedAt'>;
  readonly now: Instant;
}): Instant {
  return now > state.updatedAt ? now : state.updatedAt;
}

export function summaryView(state: StoredState, light: Light, dueAt: Instant | null, catalogue: Catalogue) {
  return {
    caseId: state.caseId,
    seq: state.seq,
    item: state.item.code,
    itemName: state.item.name,
    field: state.item.field,
    town: state.town,
    townName: orgName(catalogue, state.town),
    owner: state.owner,
    ownerName: orgName(catalogue, state.owner),
    grade: state.grade,
    gradeLabel: GRADE_LABELS[state.grade],
    stage: state.stage,
    stageLabel: STAGE_LABELS[state.stage],
    light,
    lightLabel: LIGHT_LABELS[light],
    dueAt,
    assignees: [...state.assignees],
    openedAt: state.openedAt,
    updatedAt: state.updatedAt,
  };
}

export function clockView(state: CaseState, clock: Clock, now: Instant, catalogue: Catalogue) {
  const light = lightAt(clock, now);
  const usage = usageAt(clock, state.law.calendar, now);
  const kind = kindOf(state, clock);
  return {
    id: clock.id,
    name: clock.name,
    kind,
    kindLabel: DUTY_LABELS[kind],
    owner: clock.owner,
    ownerName: orgName(catalogue, clock.owner),
    person: personOf(state, clock),
    period: clock.period,
    article: clock.article,
    budget: spanView(clock.span),
    paused: isPaused(clock),
    pauses: clock.pauses.map((pause) => ({ ...pause })),
    extensions: clock.extensions.map(({ span, ...extension }) => ({ ...extension, ...spanView(span) })),
    used: usage.used,
    left: usage.left,
    unitLabel: UNIT_WORDS[usage.unit],
    startedAt: clock.startedAt,
    yellowAt: clock.yellowAt,
    dueAt: clock.dueAt,
    lastDay: lastDayOf(clock),
    escalateAt: escalatesAt(state, clock),
    light,
    lightLabel: LIGHT_LABELS[light],
    uncertainYears: [...clock.uncertainYears],
  };
}

const spanView = (span: Span) => ({ ...span, text: spanWords(span) });

export function timelineView(
  { event, hash }: StoredEvent,
  catalogue: Catalogue,
  names: Readonly<Record<string, string>>,
) {
  const { type, ...data } = event.event;
  return {
    seq: event.seq,
    at: event.at,
    who: {
      id: event.actor.id,
      name: names[event.actor.id] ?? null,
      role: event.actor.role,
      roleLabel: ROLE_LABELS[event.actor.role],
      org: event.actor.org,
      orgName: orgName(catalogue, event.actor.org),
    },
    what: EVENT_LABELS[type],
    type,
    act: event.act,
    why: whyOf(event.event, catalogue),
    article: articleOf(event),
    // The text of the law is long and the same for every case of the day; its version says which it was.
    data: 'law' in event.event ? { ...data, law: { catalogueVersion: event.event.law.catalogueVersion } } : data,
    hash,
  };
}

function articleOf(event: RecordedEvent): Article | null {
  if (event.act === 'open') return null;
  for (const { acts } of ALL_PROCEDURES) {
    const rule = acts[event.act];
    if (rule !== undefined) return rule.article;
  }
  return null;
}

/** What was said or written about it: the words that explain an event to whoever reads the timeline. */
function whyOf(event: CaseEvent, catalogue: Catalogue): string | null {
  switch (event.type) {
    case 'case_opened':
      return event.gradeReasons[0]?.text ?? null;
    case 'stage_entered':
      return `${STAGE_LABELS[event.stage]}，承办：${orgName(catalogue, event.owner)}`;
    case 'accepted':
    case 'assigned':
      return event.reason ?? null;
    case 'dispatch_returned':
    case 'dispatched':
    case 'procedure_switched':
    case 'case_filed':
    case 'elevated':
    case 'recusal_asked':
    case 'measure_taken':
    case 'measure_approved':
    case 'hearing_requested':
    case 'decision_withdrawn':
    case 'deferral_granted':
    case 'late_fine_waived':
    case 'case_resumed':
    case 'law_changed':
    case 'elevation_requested':
    case 'elevation_refused':
    case 'sent_down':
    case 'cooperation_returned':
    case 'jurisdiction_disputed':
    case 'jurisdiction_decided':
    case 'crime_report_dismissed':
    case 'transfer_taken_back':
      return event.reason;
    case 'period_extended':
      return `延长 ${event.number}：${event.reason}`;
    case 'recusal_decided':
      return `${event.granted ? '准予回避' : '不予回避'}：${event.reason}`;
    case 'case_suspended':
      return `${SUSPENSION_LABELS[event.ground]}：${event.reason}`;
    case 'transfer_decided':
      return `移送${event.body}：${event.reason}`;
    case 'verified':
    case 'rectification_checked':
    case 'notice_given':
    case 'decided_on_spot':
    case 'crime_reported':
      return event.facts;
    case 'rectification_ordered':
    case 'cooperation_requested':
      return event.requirement;
    case 'guidance_asked':
      return event.question;
    case 'guidance_answered':
    case 'cooperation_answered':
      return event.answer;
    case 'evidence_collected':
      return event.evidence.description;
    case 'inquiry_recorded':
    case 'scene_recorded':
    case 'discussed':
      return event.record;
    case 'investigation_ended':
      return event.report;
    case 'reviewed':
      return event.opinion;
    case 'statement_recorded':
    case 'case_closed':
      return event.summary;
    case 'report_split':
      return `线索 ${event.clueId}：${event.reason}`;
    case 'case_merged':
      return `并入 ${event.into}：${event.reason}`;
    case 'statement_weighed':
    case 'penalty_decided':
      return event.reasons;
    case 'hearing_recorded':
      return event.attended ? event.opinion : `当事人未到场：${event.opinion}`;
    case 'hearing_noticed':
      return `${instantWords(event.heldAt)} 在${event.place}举行`;
    case 'hearing_waived':
    case 'decision_served':
    case 'measure_disposed':
    case 'appeal_ended':
    case 'court_result_recorded':
      return event.note;
    case 'testing_started':
      return event.subject;
    case 'testing_ended':
      return event.result;
    case 'service_announced':
    case 'decision_published':
      return event.where;
    case 'performance_recorded':
      return event.description;
    case 'appeal_recorded':
      return `${APPEAL_LABELS[event.kind]}，${event.body}`;
    case 'court_applied':
      return event.court;
    case 'fine_handed_in':
    case 'fine_banked':
    case 'payment_recorded':
    case 'transfer_sent':
      return `票据号 ${event.receipt}`;
    case 'demand_notice_given':
      return `${event.servedOn} 送达`;
    case 'light_changed':
      return `${LIGHT_LABELS[event.light]}，到期时刻 ${event.dueAt}`;
    case 'urged':
      return `${event.listed ? '挂牌' : ''}${URGING_LABELS[event.kind]} ${event.urgingId}：${event.requirement}`;
    case 'urging_answered':
      return event.answer;
    case 'supervision_checked':
      return `${event.good ? '认可' : '退回'}：${event.opinion}`;
    case 'overdue_appealed':
      return event.reason;
    case 'overdue_judged':
      return `${event.granted ? '成立，不计分' : '不成立'}：${event.reason}`;
    case 'rung_reached':
      return `第 ${event.rung} 级：${RUNG_CONSEQUENCE_LABELS[event.consequence]}${RUNG_TO_LABELS[event.to]}，到期时刻 ${event.dueAt}`;
    case 'party_completed':
    case 'report_joined':
    case 'reported_for_record':
    case 'publication_withdrawn':
    case 'case_archived':
      return null;
  }
}
