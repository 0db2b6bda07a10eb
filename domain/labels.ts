import type {
  ActName,
  AppealKind,
  AppealResult,
  CaseEventType,
  CollectionGround,
  CourtResult,
  Disposal,
  EvidenceKind,
  InquirySubject,
  MeasureKind,
  NoPenaltyReason,
  Outcome,
  RecusalAsker,
  ReviewVerdict,
  ServiceMethod,
  Stage,
  SuspensionGround,
  TerminationGround,
  UrgingKind,
} from './case';
import type { ChannelField } from './channelRule';
import type { RecordStatus } from './recordLookUp';
import type { Field, Grade, ProcedureId, RungConsequence, RungTo } from './catalogue';
import type { NoticeTopic } from './noticeTopics';
import type { DutyKind } from './openDuties';
import { BUREAU, DISPATCH_CENTRE, type Role } from './people';
import type { Who } from './procedures/procedure';
import type { Rating } from './satisfaction';
import type { Light } from './time/clock';
import type { Channel, TriageOutcome } from './triage/triage';
import type { UrgingStanding } from './urgingStanding';

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
  join_report: '并入重复上报',
  split_report: '拆出线索',
  merge_case: '并入其他案件',
  verify: '现场核查',
  order_rectification: '责令改正',
  check_rectification: '复查改正',
  file_case: '立案',
  complete_party: '补充当事人信息',
  switch_to_ordinary: '转普通程序',
  collect_evidence: '登记证据',
  record_inquiry: '登记询问笔录',
  record_scene: '登记现场笔录',
  ask_recusal: '申请回避',
  decide_recusal: '决定回避',
  take_measure: '先行登记保存、查封扣押',
  approve_measure: '批准措施',
  start_testing: '送检',
  end_testing: '检测结束',
  dispose_measure: '处理登记保存、查封扣押的物品',
  end_investigation: '调查终结',
  pass_review: '审核通过',
  return_review: '退回补充',
  disagree_review: '审核不同意',
  correct_review: '要求纠正',
  decline_review: '审核认为不属管辖',
  record_discussion: '集体讨论',
  give_notice: '事先告知',
  record_statement: '记录陈述申辩',
  weigh_statement: '复核陈述申辩',
  request_hearing: '登记听证申请',
  waive_hearing: '登记放弃听证',
  give_hearing_notice: '通知听证',
  record_hearing: '登记听证笔录',
  decide_on_spot: '当场处罚',
  report_for_record: '报备案',
  hand_in_fine: '交回当场收缴的罚款',
  bank_fine: '罚款缴付银行',
  decide_penalty: '作出处罚决定',
  announce_service: '公告送达',
  serve_decision: '送达决定书',
  publish_decision: '公开处罚决定',
  withdraw_publication: '撤下公开信息',
  withdraw_decision: '撤回处罚决定',
  record_payment: '登记缴款',
  record_performance: '登记履行',
  grant_deferral: '准予暂缓、分期缴纳',
  waive_late_fine: '减免加处罚款',
  record_appeal: '登记复议、诉讼',
  end_appeal: '登记复议、诉讼结果',
  give_demand_notice: '催告',
  apply_to_court: '申请法院强制执行',
  record_court_result: '登记法院执行结果',
  extend_period: '延长期限',
  suspend_case: '中止案件',
  resume_case: '恢复办理',
  change_law: '适用新的日历和期限',
  request_elevation: '申请提级',
  refuse_elevation: '不予提级',
  elevate: '提级办理',
  send_down: '下放镇街',
  request_cooperation: '请求协办',
  answer_cooperation: '协办答复',
  return_cooperation: '退回协办答复',
  ask_guidance: '请求业务指导',
  answer_guidance: '答复业务指导',
  dispute_jurisdiction: '提出管辖争议',
  decide_jurisdiction: '指定管辖',
  report_crime: '报告涉嫌犯罪',
  dismiss_crime_report: '不予移送',
  transfer_case: '决定移送',
  send_transfer: '登记送交',
  take_back_transfer: '收回移送',
  urge: '催办',
  supervise: '督办',
  answer_urging: '答复催办、督办',
  check_supervision: '核查督办答复',
  appeal_overdue: '超期申诉',
  judge_overdue_appeal: '裁定超期申诉',
  close_without_penalty: '不予处罚结案',
  terminate_case: '终止案件',
  close_case: '结案',
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
  report_split: '线索拆出',
  case_merged: '已并入其他案件',
  verified: '已核查',
  rectification_ordered: '已责令改正',
  rectification_checked: '已复查',
  party_completed: '当事人信息已补充',
  procedure_switched: '程序已转换',
  case_filed: '已立案',
  evidence_collected: '证据已登记',
  inquiry_recorded: '询问笔录已登记',
  scene_recorded: '现场笔录已登记',
  recusal_asked: '已申请回避',
  recusal_decided: '回避已决定',
  measure_taken: '措施已采取',
  measure_approved: '措施已审批',
  testing_started: '检测开始',
  testing_ended: '检测结束',
  measure_disposed: '物品已处理',
  investigation_ended: '调查已终结',
  reviewed: '法制审核意见',
  discussed: '已集体讨论',
  notice_given: '已事先告知',
  statement_recorded: '陈述申辩已记录',
  statement_weighed: '陈述申辩已复核',
  hearing_requested: '当事人要求听证',
  hearing_waived: '当事人放弃听证',
  hearing_noticed: '听证已通知',
  hearing_recorded: '听证已举行',
  decided_on_spot: '已当场处罚',
  reported_for_record: '已报备案',
  fine_handed_in: '当场收缴的罚款已交回',
  fine_banked: '罚款已缴付银行',
  penalty_decided: '处罚决定已作出',
  service_announced: '已公告送达',
  decision_served: '决定书已送达',
  decision_published: '决定已公开',
  publication_withdrawn: '公开信息已撤下',
  decision_withdrawn: '决定已撤回',
  payment_recorded: '缴款已登记',
  performance_recorded: '履行已登记',
  deferral_granted: '已准予暂缓、分期',
  late_fine_waived: '加处罚款已减免',
  appeal_recorded: '复议、诉讼已登记',
  appeal_ended: '复议、诉讼已终结',
  demand_notice_given: '已催告',
  court_applied: '已申请法院强制执行',
  court_result_recorded: '法院执行结果已登记',
  period_extended: '期限已延长',
  case_suspended: '案件已中止',
  case_resumed: '案件已恢复',
  law_changed: '日历、期限数据已变更',
  elevation_requested: '已申请提级',
  elevation_refused: '提级申请未获同意',
  elevated: '已提级',
  sent_down: '已下放镇街',
  cooperation_requested: '协办任务已下达',
  cooperation_answered: '协办已答复',
  cooperation_returned: '协办答复已退回',
  guidance_asked: '已请求业务指导',
  guidance_answered: '业务指导已答复',
  jurisdiction_disputed: '已提出管辖争议',
  jurisdiction_decided: '管辖已指定',
  crime_reported: '已报告涉嫌犯罪',
  crime_report_dismissed: '决定不予移送',
  transfer_decided: '已决定移送',
  transfer_sent: '移送材料已送交',
  transfer_taken_back: '移送已收回',
  urged: '已催办、督办',
  urging_answered: '催办、督办已答复',
  supervision_checked: '督办答复已核查',
  overdue_appealed: '已提出超期申诉',
  overdue_judged: '超期申诉已裁定',
  case_closed: '已结案',
  light_changed: '亮灯变化',
  rung_reached: '督办阶梯',
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

export const DUTY_LABELS: Readonly<Record<DutyKind, string>> = {
  dispatch: '派遣',
  accept: '接单',
  check: '核查、复查',
  file: '立案',
  investigate: '调查取证',
  supplement: '补充调查',
  whole_case: '全案办理期限',
  review: '法制审核',
  notify: '事先告知',
  hear: '组织听证',
  decide: '处罚决定',
  serve: '送达',
  report: '报备案',
  collect: '收缴罚款',
  enforce: '申请法院强制执行',
  withdraw_publication: '撤下公开信息',
  dispose: '处理登记保存、查封扣押的物品',
  approve: '审批',
  transfer: '移送',
  close: '结案',
  archive: '归档',
  answer_cooperation: '答复协办',
  answer_guidance: '答复业务指导',
  answer_urging: '答复催办',
  answer_supervision: '答复督办',
  judge_appeal: '裁定超期申诉',
};

export const URGING_LABELS: Readonly<Record<UrgingKind, string>> = { urge: '催办', order: '督办' };

export const STANDING_LABELS: Readonly<Record<UrgingStanding, string>> = {
  waiting: '待答复',
  to_check: '已答复、待核查',
  done: '已办结',
};

/** What a notice is about, for those who read it outside: nothing of what was written in the case. */
export const NOTICE_LABELS: Readonly<Record<NoticeTopic, string>> = {
  work_order: '派单',
  due_warning: '到期预警',
  overdue_alert: '超期警示',
  elevated: '提级',
  returned: '退单或者退回',
  review: '法制审核',
  cooperation: '协办',
  guidance: '业务指导',
  approval: '待审批',
  jurisdiction: '管辖',
  deadline_moved: '时限变动',
  supplemented: '上报有补充',
  same_matter: '同一事项',
  urging: '催办、督办',
  overdue_appeal: '超期申诉',
};

export const RUNG_TO_LABELS: Readonly<Record<RungTo, string>> = {
  owner: '承办单位',
  owner_leader: '承办单位负责人',
  town_office: '镇街综合执法协调办',
  department: '行业主管部门',
  bureau: '市综合执法局督查',
};

export const RUNG_CONSEQUENCE_LABELS: Readonly<Record<RungConsequence, string>> = {
  notice: '告知',
  escalate: '提级',
};

/** In which cases somebody of a role may act; `any` adds nothing. */
export const WHOSE_LABELS: Readonly<Record<Who['of'], string>> = {
  owner: '承办单位',
  cooperating_town: '协办镇街',
  urged: '被催办、督办单位',
  late: '超期单位',
  any: '',
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
  security_admin: '安全管理员',
  auditor: '审计管理员',
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

export const CHANNEL_FIELD_LABELS: Readonly<Record<ChannelField, string>> = {
  number: '编号',
  place: '地点',
  position: '经纬度',
  itemCode: '事项编码',
  attachments: '附件',
  reporter: '反映人',
};

export const RECORD_STATUS_LABELS: Readonly<Record<RecordStatus | 'waiting', string>> = {
  found: '有记录',
  none: '没有记录',
  unknown: '未查明',
  waiting: '等待答复',
};

export const TRIAGE_LABELS: Readonly<Record<TriageOutcome, string>> = {
  case: '成案',
  desk: '转人工研判',
  not_ours: '不属本部门',
  duplicate: '重复上报',
};

export const RATING_LABELS: Readonly<Record<Rating, string>> = {
  satisfied: '满意',
  fairly_satisfied: '基本满意',
  dissatisfied: '不满意',
  no_word: '未作评价',
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

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  penalty: '行政处罚',
  no_penalty: '不予处罚',
  not_established: '违法事实不成立',
  transferred: '移送',
  terminated: '终止',
  merged: '并入其他案件',
};

export const REVIEW_LABELS: Readonly<Record<ReviewVerdict, string>> = {
  pass: '同意',
  return: '退回补充',
  disagree: '不同意',
  correct: '纠正',
  decline: '不属本机关管辖',
};

export const MEASURE_LABELS: Readonly<Record<MeasureKind, string>> = {
  registered_preservation: '先行登记保存',
  seizure: '查封、扣押',
};

export const DISPOSAL_LABELS: Readonly<Record<Disposal, string>> = {
  returned: '退还',
  seized: '转为查封、扣押',
  confiscated: '没收',
  transferred: '随案移送',
  copied_and_returned: '复制、拍照后退还',
};

export const INQUIRY_LABELS: Readonly<Record<InquirySubject, string>> = {
  party: '当事人',
  witness: '证人',
  other: '其他有关人员',
};

export const COLLECTION_LABELS: Readonly<Record<CollectionGround, string>> = {
  small_fine: '一百元以下罚款',
  hard_to_collect: '不当场收缴事后难以执行',
  remote_area: '边远、水上、交通不便地区，当事人提出',
};

export const APPEAL_LABELS: Readonly<Record<AppealKind, string>> = { reconsideration: '行政复议', lawsuit: '行政诉讼' };

export const APPEAL_RESULT_LABELS: Readonly<Record<AppealResult, string>> = {
  upheld: '维持',
  withdrawn: '撤回',
  changed: '变更',
  revoked: '撤销',
};

export const COURT_RESULT_LABELS: Readonly<Record<CourtResult, string>> = {
  enforced: '执行完毕',
  refused: '不予受理或者不予执行',
  ended: '终结执行',
};

export const SUSPENSION_LABELS: Readonly<Record<SuspensionGround, string>> = {
  awaiting_other_authority: '等待其他机关认定、鉴定或者协助',
  party_untraceable: '当事人下落不明',
  force_majeure: '不可抗力',
  awaiting_judgment: '须以另案裁判为依据',
};

export const TERMINATION_LABELS: Readonly<Record<TerminationGround, string>> = {
  death: '当事人死亡',
  organisation_ended: '法人或者其他组织终止，没有承受其权利义务者',
  limitation: '超过追责时效',
};

export const RECUSAL_LABELS: Readonly<Record<RecusalAsker, string>> = {
  party: '当事人申请',
  self: '自行回避',
  organisation: '机关决定',
};

/** Organisations that are not towns; a town's name is in the catalogue. */
export const ORG_LABELS: Readonly<Record<string, string>> = {
  [BUREAU]: '市综合执法局',
  [DISPATCH_CENTRE]: '指挥调度中心',
  system: '系统',
};

/** Of figures that are nobody's in particular. */
export const NOBODY_LABELS = { all: '全部', team: '未编入中队', officer: '尚无承办人' } as const;
