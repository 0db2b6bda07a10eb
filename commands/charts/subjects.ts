import type { ActName } from '../../domain/case';

/** The acts by what they are about, in the order in which a case meets them. */
export const SUBJECTS = [
  [
    '派遣',
    [
      'accept',
      'return_dispatch',
      'redispatch',
      'insist_dispatch',
      'assign',
      'join_report',
      'split_report',
      'merge_case',
    ],
  ],
  [
    '核查、立案、调查',
    [
      'verify',
      'order_rectification',
      'check_rectification',
      'file_case',
      'switch_to_ordinary',
      'collect_evidence',
      'complete_party',
      'record_inquiry',
      'record_scene',
      'end_investigation',
    ],
  ],
  ['回避', ['ask_recusal', 'decide_recusal']],
  ['先行登记保存、查封扣押', ['take_measure', 'approve_measure', 'start_testing', 'end_testing', 'dispose_measure']],
  [
    '法制审核、集体讨论',
    ['pass_review', 'return_review', 'disagree_review', 'correct_review', 'decline_review', 'record_discussion'],
  ],
  [
    '告知、申辩、听证',
    [
      'give_notice',
      'record_statement',
      'weigh_statement',
      'request_hearing',
      'waive_hearing',
      'give_hearing_notice',
      'record_hearing',
    ],
  ],
  [
    '决定、送达、公开',
    [
      'decide_on_spot',
      'report_for_record',
      'hand_in_fine',
      'bank_fine',
      'decide_penalty',
      'announce_service',
      'serve_decision',
      'publish_decision',
      'withdraw_publication',
      'withdraw_decision',
    ],
  ],
  [
    '履行、救济、强制执行',
    [
      'record_payment',
      'record_performance',
      'grant_deferral',
      'waive_late_fine',
      'record_appeal',
      'end_appeal',
      'give_demand_notice',
      'apply_to_court',
      'record_court_result',
    ],
  ],
  ['期限', ['extend_period', 'suspend_case', 'resume_case', 'change_law', 'lapse_deadline']],
  [
    '提级、协办、指导、管辖',
    [
      'request_elevation',
      'refuse_elevation',
      'elevate',
      'send_down',
      'request_cooperation',
      'answer_cooperation',
      'return_cooperation',
      'ask_guidance',
      'answer_guidance',
      'dispute_jurisdiction',
      'decide_jurisdiction',
    ],
  ],
  ['督办', ['urge', 'supervise', 'answer_urging', 'check_supervision', 'appeal_overdue', 'judge_overdue_appeal']],
  ['移送', ['report_crime', 'dismiss_crime_report', 'transfer_case', 'send_transfer', 'take_back_transfer']],
  ['结案、归档', ['close_without_penalty', 'terminate_case', 'close_case', 'archive_case']],
] as const satisfies readonly (readonly [string, readonly ActName[]])[];

/** An act that no subject names would be missing from the charts: it doesn't compile. */
type Unnamed = Exclude<ActName, (typeof SUBJECTS)[number][1][number]>;
const everyActIsNamed: [Unnamed] extends [never] ? true : Unnamed = true;
void everyActIsNamed;
