import type { CaseState, EventOf, Outcome, RecordedEvent } from './case';
import type { Instant, RungTo } from './catalogue';
import { LIGHT_LABELS, STAGE_LABELS, URGING_LABELS } from './labels';
import type { NoticeTopic } from './noticeTopics';
import { leaderRoleOf, personOf } from './openDuties';
import { BUREAU, DISPATCH_CENTRE, type OrgId, type Role } from './people';
import type { Clock } from './time/clock';
import { instantWords } from './time/words';
import type { Channel } from './triage/triage';

/** Whom in an organisation a notice is for; both null = everybody there. */
export interface Addressee {
  readonly org: OrgId;
  readonly role: Role | null;
  readonly person: string | null;
}

export interface Notification {
  readonly kind: 'notify';
  readonly org: OrgId;
  readonly role?: Role | null;
  readonly person?: string | null;
  readonly topic: NoticeTopic;
  readonly text: string;
  /** What it is about, within its case: nobody is told twice of one cause. Without it every event is its own. */
  readonly cause?: string;
}

/** What follows from an event outside the case. No personal data: a notice names the case, people look it up. */
export type Duty =
  | Notification
  | { readonly kind: 'answer_reporters'; readonly clueIds: readonly string[]; readonly answer: string }
  | { readonly kind: 'join_report'; readonly clueId: string; readonly channel: Channel }
  | { readonly kind: 'make_archive' }
  | {
      readonly kind: 'release_report';
      readonly clueId: string;
      readonly reason: string;
      readonly by: string;
      readonly yellowAt: Instant;
      readonly dueAt: Instant;
    }
  | {
      readonly kind: 'correct_town';
      readonly clueIds: readonly string[];
      readonly town: OrgId;
      readonly reason: string;
      readonly by: string;
    }
  | {
      readonly kind: 'move_reports';
      readonly clueIds: readonly string[];
      readonly into: string;
      readonly reason: string;
      readonly by: string;
    };

/** (state after, event) → duties owed. */
export function duties(state: CaseState, { event, actor }: RecordedEvent): readonly Duty[] {
  const about = `案件 ${state.caseId}（${state.item.name}）`;
  const notify = (org: OrgId, topic: NoticeTopic, text: string): Notification => ({ kind: 'notify', org, topic, text });
  switch (event.type) {
    case 'stage_entered':
      switch (event.stage) {
        case 'accept':
          return [notify(event.owner, 'work_order', `${about}已派至您单位，请接单。`)];
        case 'review':
          return [notify(BUREAU, 'review', `${about}已提交法制审核。`)];
        case 'dispatch':
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
          return [];
      }
      break;
    case 'dispatched':
      return event.insisted
        ? []
        : [{ kind: 'correct_town', clueIds: state.clueIds, town: event.town, reason: event.reason, by: actor.id }];
    case 'dispatch_returned':
      return [notify(DISPATCH_CENTRE, 'returned', `${about}被退单：${event.reason}`)];
    case 'rung_reached': {
      const clock = state.clocks[event.clockId];
      // An escalation tells of itself: `elevated`.
      if (clock === undefined || event.consequence === 'escalate') return [];
      return [rungNotice(state, clock, event, about)];
    }
    case 'elevated':
      return [
        notify(state.town, 'elevated', `${about}已提级由市综合执法局办理：${event.reason}`),
        notify(BUREAU, 'elevated', `${about}已提级，请接办：${event.reason}`),
      ];
    case 'reviewed':
      return [notify(state.owner, 'review', `${about}法制审核意见：${event.opinion}`)];
    case 'cooperation_requested':
      return [notify(event.town, 'cooperation', `${about}请求协办：${event.requirement}`)];
    case 'cooperation_answered':
      return [notify(BUREAU, 'cooperation', `${about}协办已答复。`)];
    case 'cooperation_returned': {
      const task = state.cooperation.find(({ id }) => id === event.taskId);
      return task === undefined ? [] : [notify(task.town, 'cooperation', `${about}协办答复被退回：${event.reason}`)];
    }
    case 'guidance_asked':
      return [notify(BUREAU, 'guidance', `${about}镇街请求业务指导：${event.question}`)];
    case 'guidance_answered':
      return [notify(state.owner, 'guidance', `${about}业务指导已答复：${event.answer}`)];
    case 'recusal_asked':
      return [notify(state.owner, 'approval', `${about}有回避申请，请决定。`)];
    case 'measure_taken':
      return event.approved ? [] : [notify(state.owner, 'approval', `${about}已紧急采取措施，请在时限内审批。`)];
    case 'hearing_requested':
      return [notify(state.owner, 'approval', `${about}当事人要求听证，请组织听证。`)];
    case 'crime_reported':
      return [notify(state.owner, 'approval', `${about}有涉嫌犯罪的报告，请决定是否移送。`)];
    case 'elevation_requested':
      return [notify(BUREAU, 'approval', `${about}镇街申请提级：${event.reason}`)];
    case 'elevation_refused':
      return [notify(state.owner, 'elevated', `${about}提级申请未获同意：${event.reason}`)];
    case 'sent_down':
      return [notify(state.town, 'work_order', `${about}已下放您单位办理：${event.reason}`)];
    case 'jurisdiction_disputed':
      return [notify(BUREAU, 'jurisdiction', `${about}有管辖争议，请指定管辖：${event.reason}`)];
    case 'jurisdiction_decided':
      return [
        { kind: 'correct_town', clueIds: state.clueIds, town: event.town, reason: event.reason, by: actor.id },
        notify(event.town, 'jurisdiction', `${about}已指定由您单位管辖：${event.reason}`),
      ];
    case 'decision_withdrawn':
      return [notify(BUREAU, 'returned', `${about}处罚决定已撤回：${event.reason}`)];
    case 'urged': {
      const by = instantWords(event.dueAt);
      const urging = state.urgings.find(({ id }) => id === event.urgingId);
      const what = `${event.listed ? '挂牌' : ''}${URGING_LABELS[event.kind]}（${event.urgingId}）`;
      return [
        notify(urging?.org ?? state.owner, 'urging', `${about}${what}：${event.requirement}（请于 ${by} 前答复）`),
      ];
    }
    case 'urging_answered': {
      const urging = state.urgings.find(({ id }) => id === event.urgingId);
      const text = `${about}${event.urgingId} 已答复${urging?.kind === 'order' ? '，请核查' : ''}。`;
      return [{ ...notify(BUREAU, 'urging', text), person: urging?.by ?? null }];
    }
    case 'supervision_checked': {
      const urging = state.urgings.find(({ id }) => id === event.urgingId);
      const verdict = event.good ? '答复已核查认可' : '答复未达要求，请重新办理并答复';
      return [
        notify(urging?.org ?? state.owner, 'urging', `${about}督办 ${event.urgingId} ${verdict}：${event.opinion}`),
      ];
    }
    case 'overdue_appealed':
      return [
        {
          ...notify(BUREAU, 'overdue_appeal', `${about}有超期申诉（${event.overdueId}），请裁定。`),
          role: 'supervisor',
        },
      ];
    case 'overdue_judged': {
      const overdue = state.overdue.find(({ id }) => id === event.overdueId);
      const verdict = event.granted ? '成立，该次超期不计分' : '不成立';
      return [
        notify(
          overdue?.org ?? state.owner,
          'overdue_appeal',
          `${about}超期申诉（${event.overdueId}）${verdict}：${event.reason}`,
        ),
      ];
    }
    case 'law_changed':
      return event.moved.length === 0
        ? []
        : [notify(state.owner, 'deadline_moved', `${about}有 ${event.moved.length} 项时限变动：${event.reason}`)];
    case 'report_split': {
      const { clueId, reason, yellowAt, dueAt } = event;
      return [{ kind: 'release_report', clueId, reason, by: actor.id, yellowAt, dueAt }];
    }
    case 'case_merged':
      // Nobody is answered here: the case that goes on answers its reporters when it closes.
      return [
        { kind: 'move_reports', clueIds: state.clueIds, into: event.into, reason: event.reason, by: actor.id },
        notify(state.owner, 'same_matter', `${about}与 ${event.into} 为同一事项，已并入该案：${event.reason}`),
      ];
    case 'case_closed':
      return [{ kind: 'answer_reporters', clueIds: state.clueIds, answer: ANSWERS[event.outcome] }];
    // Who is told of a light, and when, is the ladder's (ladder.csv).
    case 'light_changed':
    case 'case_opened':
    case 'accepted':
    case 'assigned':
    case 'report_joined':
    case 'verified':
    case 'rectification_ordered':
    case 'rectification_checked':
    case 'party_completed':
    case 'procedure_switched':
    case 'case_filed':
    case 'evidence_collected':
    case 'inquiry_recorded':
    case 'scene_recorded':
    case 'recusal_decided':
    case 'measure_approved':
    case 'testing_started':
    case 'testing_ended':
    case 'measure_disposed':
    case 'investigation_ended':
    case 'discussed':
    case 'notice_given':
    case 'statement_recorded':
    case 'statement_weighed':
    case 'hearing_waived':
    case 'hearing_noticed':
    case 'hearing_recorded':
    case 'decided_on_spot':
    case 'reported_for_record':
    case 'fine_handed_in':
    case 'fine_banked':
    case 'penalty_decided':
    case 'service_announced':
    case 'decision_served':
    case 'decision_published':
    case 'publication_withdrawn':
    case 'payment_recorded':
    case 'performance_recorded':
    case 'deferral_granted':
    case 'late_fine_waived':
    case 'appeal_recorded':
    case 'appeal_ended':
    case 'demand_notice_given':
    case 'court_applied':
    case 'court_result_recorded':
    case 'period_extended':
    case 'case_suspended':
    case 'case_resumed':
    case 'crime_report_dismissed':
    case 'transfer_decided':
    case 'transfer_sent':
    case 'transfer_taken_back':
      return [];
    case 'case_archived':
      return [{ kind: 'make_archive' }];
  }
}

function rungNotice(state: CaseState, clock: Clock, event: EventOf<'rung_reached'>, about: string): Notification {
  return {
    kind: 'notify',
    ...addressee(state, clock, event.to),
    topic: event.from === 'red' ? 'overdue_alert' : 'due_warning',
    text: `${about}“${clock.name}”${LIGHT_LABELS[event.from]}，环节：${STAGE_LABELS[state.stage]}。`,
    cause: `${clock.id}/${event.from}/${clock.dueAt}`,
  };
}

/** Whom a rung speaks to. A duty that is no town's has no town's office above it: its own leader is told. */
export function addressee(state: CaseState, clock: Pick<Clock, 'owner' | 'period'>, to: RungTo): Addressee {
  const { owner } = clock;
  switch (to) {
    case 'owner':
      return { org: owner, role: null, person: personOf(state, clock) };
    case 'owner_leader':
    case 'town_office':
      return { org: owner, role: leaderRoleOf(owner), person: null };
    case 'department':
      return { org: BUREAU, role: 'bureau_officer', person: null };
    case 'bureau':
      return { org: BUREAU, role: 'supervisor', person: null };
  }
}

/** A report of the case was added to by its channel. */
export function supplementedDuty(caseId: string, owner: OrgId): Duty {
  return { kind: 'notify', org: owner, topic: 'supplemented', text: `案件 ${caseId} 的上报有补充内容，请查看线索。` };
}

/** A case was opened beside others that it may repeat. */
export function sameMatterDuty(caseId: string, others: readonly string[]): Duty {
  const text = `案件 ${caseId} 可能与已登记的 ${others.join('、')} 为同一事项，请核对；是同一事项的，将后立的案件并入先立的案件。`;
  return { kind: 'notify', org: DISPATCH_CENTRE, topic: 'same_matter', text };
}

/** What reporters are told when the case is over; nothing of the party. */
const ANSWERS: Readonly<Record<Exclude<Outcome, 'merged'>, string>> = {
  penalty: '您反映的问题已查处，依法作出行政处罚。',
  no_penalty: '您反映的问题已核查处理，依法不予行政处罚。',
  not_established: '您反映的问题已核查，违法事实不成立。',
  transferred: '您反映的问题已移送有管辖权的机关处理。',
  terminated: '您反映的问题已核查，案件依法终止。',
};
