import type { ActName, CaseEventType, EvidenceKind, NoPenaltyReason, Outcome, ServiceMethod, Stage } from './case';
import type { Field, Grade, ProcedureId } from './catalogue';
import { BUREAU, DISPATCH_CENTRE, type Role } from './people';
import type { Light } from './time/clock';
import type { Channel, TriageOutcome } from './triage/triage';

/** The Chinese of every notion, once. Whatever a person reads takes it from here or from the catalogue. */

export const STAGE_LABELS: Readonly<Record<Stage, string>> = {
  dispatch: '待派遣',
  accept: '待接单',
  verify: '现场核查',
  file: '立案审批',
  investigation: '调查取证',
  review: '法制审核',
  notice: '事先告知',
  decision: '处罚决定',
  service: '送达',
  performance: '履行',
  close: '结案',
  archive: '归档',
  archived: '已归档',
};

export const ACT_LABELS: Readonly<Record<ActName, string>> = {
  accept: '接单',
  return_dispatch: '退单',
  redispatch: '改派',
  insist_dispatch: '维持派遣',
  assign: '指派承办人',
  verify: '现场核查',
  order_rectification: '责令改正',
  check_rectification: '复查改正',
  close_without_penalty: '不予处罚结案',
  switch_to_ordinary: '转普通程序',
  file_case: '立案',
  collect_evidence: '登记证据',
  end_investigation: '调查终结',
  pass_review: '审核通过',
  return_review: '退回补充',
  disagree_review: '审核不同意',
  elevate: '提级办理',
  request_cooperation: '请求协办',
  answer_cooperation: '协办答复',
  decide_on_spot: '当场处罚',
  give_notice: '事先告知',
  record_statement: '记录陈述申辩',
  decide_penalty: '作出处罚决定',
  serve_decision: '送达决定书',
  record_payment: '登记缴款',
  close_case: '结案',
  join_report: '并入重复上报',
  lapse_deadline: '时限到点',
  archive_case: '归档',
};

export const EVENT_LABELS: Readonly<Record<CaseEventType, string>> = {
  case_opened: '案件生成',
  stage_entered: '进入环节',
  accepted: '已接单',
  dispatch_returned: '已退单',
  dispatched: '已派遣',
  assigned: '已指派',
  report_joined: '重复上报并入',
  verified: '已核查',
  rectification_ordered: '已责令改正',
  rectification_checked: '已复查',
  procedure_switched: '程序已转换',
  case_filed: '已立案',
  evidence_collected: '证据已登记',
  investigation_ended: '调查已终结',
  reviewed: '法制审核意见',
  elevated: '已提级',
  cooperation_requested: '协办任务已下达',
  cooperation_answered: '协办已答复',
  notice_given: '已事先告知',
  statement_recorded: '陈述申辩已记录',
  decided_on_spot: '已当场处罚',
  penalty_decided: '处罚决定已作出',
  decision_served: '决定书已送达',
  payment_recorded: '缴款已登记',
  case_closed: '已结案',
  light_changed: '亮灯变化',
  case_archived: '已归档',
};

export const GRADE_LABELS: Readonly<Record<Grade, string>> = {
  town: '镇街办结',
  town_bureau_review: '镇街办、执法局审',
  bureau: '执法局办结',
};

export const PROCEDURE_LABELS: Readonly<Record<ProcedureId, string>> = { summary: '简易程序', ordinary: '普通程序' };

export const FIELD_LABELS: Readonly<Record<Field, string>> = {
  urban_management: '城管',
  planning: '规划',
  housing_construction: '住建',
  land: '国土',
  water: '水务',
  culture_tourism: '文旅',
  transport: '交通',
};

export const LIGHT_LABELS: Readonly<Record<Light, string>> = {
  grey: '灰灯（暂停）',
  green: '绿灯',
  yellow: '黄灯',
  red: '红灯',
};

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  dispatcher: '调度员',
  town_office: '镇街综合执法协调办',
  town_officer: '镇街执法人员',
  town_assistant: '镇街协管员',
  legal_reviewer: '法制审核员',
  bureau_officer: '执法局办案人员',
  leader: '执法局负责人',
  supervisor: '督查人员',
  admin: '系统管理员',
  system: '系统',
};

export const CHANNEL_LABELS: Readonly<Record<Channel, string>> = {
  hotline_12345: '12345热线',
  grid_worker: '网格员',
  patrol: '巡查',
  city_platform: '城市运行平台',
  video: '视频',
  web: '网上',
  walk_in: '来访来电',
  media: '媒体',
  transfer: '移送',
};

export const TRIAGE_LABELS: Readonly<Record<TriageOutcome, string>> = {
  case: '成案',
  desk: '转人工研判',
  not_ours: '不属本部门',
  duplicate: '重复上报',
};

export const SERVICE_LABELS: Readonly<Record<ServiceMethod, string>> = {
  direct: '直接送达',
  left: '留置送达',
  post: '邮寄送达',
  electronic: '电子送达',
  public_notice: '公告送达',
};

export const EVIDENCE_LABELS: Readonly<Record<EvidenceKind, string>> = {
  documentary: '书证',
  physical: '物证',
  audiovisual: '视听资料',
  electronic: '电子数据',
  witness: '证人证言',
  party_statement: '当事人陈述',
  appraisal: '鉴定意见',
  scene_record: '勘验笔录、现场笔录',
};

export const NO_PENALTY_LABELS: Readonly<Record<NoPenaltyReason, string>> = {
  not_established: '违法事实不成立',
  put_right: '已改正',
  slight: '轻微并及时改正，没有危害后果',
  first_and_slight: '初次违法、后果轻微并及时改正',
  no_fault: '没有主观过错',
};

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = { penalty: '行政处罚', no_penalty: '不予处罚' };

/** Organisations that are not towns; a town's name is in the catalogue. */
export const ORG_LABELS: Readonly<Record<string, string>> = {
  [BUREAU]: '市综合执法局',
  [DISPATCH_CENTRE]: '指挥调度中心',
  system: '系统',
};
