import { Type } from 'typebox';
import type { PeopleAct } from './acts';

export const PaperId = Type.String({
  pattern: '^[a-z_]{1,40}-\\d{1,4}$',
  description: '文书编号，例如 penalty_decision-1',
});

export const PaperView = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  label: Type.String(),
  number: Type.String({ description: '字号' }),
  date: Type.String({ description: '文书日期（上海时间）' }),
  seq: Type.Integer({ description: '所依据事件的序号' }),
  event: Type.String(),
  complete: Type.Boolean(),
  missing: Type.Array(Type.Object({ field: Type.String(), reason: Type.String() }), {
    description: '还缺什么；不缺才能下载',
  }),
  allowed: Type.Boolean({ description: '您可以下载：载有当事人姓名的文书只给办理、审核或者决定本案的人员' }),
});

export const PaperList = Type.Object({ caseId: Type.String(), papers: Type.Array(PaperView) });

/** Acts that make a paper out of what is typed, and that register nobody: the paper can be read before it is sent. */
export const PREVIEWED_ACTS = [
  'order_rectification',
  'record_inquiry',
  'record_scene',
  'take_measure',
  'end_investigation',
  'record_discussion',
  'give_notice',
  'give_hearing_notice',
  'record_hearing',
  'decide_penalty',
  'withdraw_decision',
  'grant_deferral',
  'give_demand_notice',
  'apply_to_court',
  'transfer_case',
] as const satisfies readonly PeopleAct[];
