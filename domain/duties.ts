import type { CaseState, RecordedEvent } from './case';
import { LIGHT_LABELS, STAGE_LABELS } from './labels';
import { BUREAU, DISPATCH_CENTRE, type OrgId } from './people';
import type { Channel } from './triage/triage';

export const NOTICE_TOPICS = [
  'work_order',
  'due_warning',
  'overdue_alert',
  'elevated',
  'returned',
  'review',
  'cooperation',
  'duplicate',
] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];

/** What follows from an event outside the case. No personal data: a notice names the case, people look it up. */
export type Duty =
  | { readonly kind: 'notify'; readonly org: OrgId; readonly topic: NoticeTopic; readonly text: string }
  | { readonly kind: 'answer_reporters'; readonly clueIds: readonly string[]; readonly answer: string }
  | { readonly kind: 'join_report'; readonly clueId: string; readonly channel: Channel };

/** (state after, event) → duties owed. */
export function duties(state: CaseState, { event }: RecordedEvent): readonly Duty[] {
  const about = `案件 ${state.caseId}（${state.item.name}）`;
  const notify = (org: OrgId, topic: NoticeTopic, text: string): Duty => ({ kind: 'notify', org, topic, text });
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
    case 'dispatch_returned':
      return [notify(DISPATCH_CENTRE, 'returned', `${about}被退单：${event.reason}`)];
    case 'light_changed': {
      const clock = state.clocks[event.clockId];
      if (clock === undefined || event.light === 'green' || event.light === 'grey') return [];
      const text = `${about}“${clock.name}”${LIGHT_LABELS[event.light]}，环节：${STAGE_LABELS[state.stage]}。`;
      const topic = event.light === 'red' ? 'overdue_alert' : 'due_warning';
      // An overdue duty is told to the line department as well.
      return event.light === 'red' && clock.owner !== BUREAU
        ? [notify(clock.owner, topic, text), notify(BUREAU, topic, text)]
        : [notify(clock.owner, topic, text)];
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
    case 'case_closed':
      return [
        {
          kind: 'answer_reporters',
          clueIds: state.clueIds,
          answer:
            event.outcome === 'penalty'
              ? '您反映的问题已查处，依法作出行政处罚。'
              : '您反映的问题已核查处理，依法不予行政处罚。',
        },
      ];
    case 'case_opened':
    case 'accepted':
    case 'dispatched':
    case 'assigned':
    case 'report_joined':
    case 'verified':
    case 'rectification_ordered':
    case 'rectification_checked':
    case 'procedure_switched':
    case 'case_filed':
    case 'evidence_collected':
    case 'investigation_ended':
    case 'notice_given':
    case 'statement_recorded':
    case 'decided_on_spot':
    case 'penalty_decided':
    case 'decision_served':
    case 'payment_recorded':
    case 'case_archived':
      return [];
  }
}
