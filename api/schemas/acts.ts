import { Type, type Static, type TSchema } from 'typebox';
import type { ActInputs, ActName } from '../../domain/case';
import {
  APPEAL_LABELS,
  APPEAL_RESULT_LABELS,
  COLLECTION_LABELS,
  COURT_RESULT_LABELS,
  DISPOSAL_LABELS,
  EVIDENCE_LABELS,
  INQUIRY_LABELS,
  MEASURE_LABELS,
  NO_PENALTY_LABELS,
  RECUSAL_LABELS,
  SERVICE_LABELS,
  SUSPENSION_LABELS,
  TERMINATION_LABELS,
} from '../../domain/labels';
import type { Officer } from '../../domain/people';
import { UNIT_WORDS } from '../../domain/time/words';
import { CaseId, Instant, labelled, LawDate, nullable, text, titled, TownCode } from './common';

/** What people send for each act. Officers are named by id and the party in full; the API turns both into references. */

const people = (minItems: number, description: string) =>
  Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { minItems, maxItems: 10, uniqueItems: true, description });
const officers = (minItems: number) => titled('执法人员（主办在前）', people(minItems, '执法人员编号，主办在前'));
const person = (title: string) => Type.String({ minLength: 1, maxLength: 64, title, description: `${title}的编号` });

const yuan = (description: string) => Type.Number({ minimum: 0, maximum: 100_000_000, multipleOf: 0.01, description });
const amount = Type.Number({ exclusiveMinimum: 0, maximum: 100_000_000, multipleOf: 0.01, description: '金额，元' });

const PARTY_LABELS = { citizen: '公民', organisation: '组织' } as const;

const penalty = Type.Object(
  {
    warning: Type.Boolean({ description: '警告' }),
    fine: yuan('罚款，元；0 为不罚款'),
    basisAmount: Type.Optional(nullable(yuan('按造价、违法所得或面积计罚时的基数：元或平方米'))),
    confiscation: Type.Optional(yuan('没收违法所得，元')),
    others: Type.Optional(
      Type.Array(text(40, '事项目录 other_penalties 里的名称'), {
        maxItems: 10,
        uniqueItems: true,
        description: '其他处罚',
      }),
    ),
  },
  { additionalProperties: false },
);

/** What may be known of a party later than who they are. */
const PARTICULARS = {
  idNumber: Type.Optional(Type.String({ maxLength: 40, description: '身份证号或统一社会信用代码' })),
  phone: Type.Optional(Type.String({ maxLength: 30, description: '电话' })),
  address: Type.Optional(
    Type.String({ maxLength: 200, description: '住址（住所）；处罚决定书、强制执行申请书须载明' }),
  ),
};

export const PartyInput = Type.Object(
  { kind: labelled(PARTY_LABELS, '公民或组织'), name: text(100, '当事人姓名或名称'), ...PARTICULARS },
  { additionalProperties: false, title: '当事人', description: '只存入人员库，案件只存引用' },
);

const closed = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });

const reason = text(2000, '理由');
const method = labelled(SERVICE_LABELS, '送达方式');
const { hour, working_hour, working_day } = UNIT_WORDS;
const SHORT_UNITS = { hour, working_hour, working_day };
export const urging = {
  clockId: nullable(titled('所催的时限', text(40, '所催的时限编号，见案件的 clocks；空为全案'))),
  requirement: text(1000, '催办、督办的要求'),
  within: nullable(
    Type.Object(
      { number: Type.Integer({ minimum: 1, maximum: 60, description: '时长' }), unit: labelled(SHORT_UNITS, '单位') },
      { additionalProperties: false, title: '答复时限', description: '空为规定的时限' },
    ),
  ),
};
const urgingId = titled('哪项催办、督办', text(10, '催办、督办编号，例如 U1、D1'));
const overdueId = titled('哪项超期', text(10, '超期记录编号，例如 O1，见案件的 overdue'));

const receipt = text(100, '票据号或者回执号');
const taskId = titled('哪项协办任务', text(10, '协办任务编号'));
const measureId = titled('哪项措施', text(10, '措施编号，例如 M1'));

/** Acts that people do. What the system does by itself has no door here. */
export const ACT_BODIES = {
  accept: closed({
    officers: Type.Optional(officers(0)),
    suggested: Type.Optional(
      Type.Boolean({ title: '由系统推荐', description: '由系统推荐的承办人承办，推荐理由记入案卷' }),
    ),
    reason: Type.Optional(text(500, '指定这些承办人的理由')),
  }),
  return_dispatch: closed({ reason: text(500, '退单理由') }),
  redispatch: closed({ town: titled('改派到', TownCode), reason: text(500, '改派理由') }),
  insist_dispatch: closed({ reason: text(500, '维持派遣的理由') }),
  assign: closed({ officers: officers(1), reason: Type.Optional(text(500, '指定或更换承办人的理由')) }),
  split_report: closed({
    clueId: Type.String({ format: 'uuid', description: '拆出的线索' }),
    reason: text(500, '拆出的理由'),
  }),
  merge_case: closed({ into: titled('并入哪个案件', CaseId), reason: text(500, '认定为同一事项的理由') }),

  verify: closed({ violation: Type.Boolean({ description: '是否发现违法行为' }), facts: text(4000, '核查情况') }),
  order_rectification: closed({ requirement: text(2000, '改正要求'), until: titled('改正期限', LawDate) }),
  check_rectification: closed({
    rectified: Type.Boolean({ description: '是否已经改正' }),
    facts: text(4000, '复查情况'),
  }),
  file_case: closed({
    officers: officers(1),
    party: PartyInput,
    reason: text(2000, '立案理由'),
    committedOn: titled('违法行为发生（终了）之日，不明则空', nullable(LawDate)),
    harm: Type.Boolean({ description: '涉及公民生命健康安全、金融安全且有危害后果（追责时效较长）' }),
  }),
  complete_party: Type.Object(PARTICULARS, {
    additionalProperties: false,
    minProperties: 1,
    description: '补充证件号码、电话、住址；姓名或者名称不能在这里改',
  }),
  switch_to_ordinary: closed({ reason: text(500, '转普通程序的理由') }),
  collect_evidence: closed({
    sha256: Type.String({
      pattern: '^[0-9a-f]{64}$',
      title: '文件的指纹（选好文件后自动填写）',
      description: '证据文件的 sha256，64 位十六进制小写',
    }),
    kind: labelled(EVIDENCE_LABELS, '证据种类'),
    storeKey: text(300, '证据的存放位置'),
    description: text(1000, '证据内容'),
    takenAt: titled('取证时间', Instant),
    place: text(200, '取证地点'),
  }),
  record_inquiry: closed({
    officers: officers(1),
    subject: labelled(INQUIRY_LABELS, '被询问人：当事人、证人或其他'),
    certificatesShown: Type.Boolean({ description: '已出示执法证件' }),
    place: text(200, '询问地点'),
    from: titled('开始时间', Instant),
    until: titled('结束时间', Instant),
    record: text(20_000, '询问笔录；不写姓名和证件号码'),
  }),
  record_scene: closed({
    officers: officers(1),
    place: text(200, '检查（勘验）地点'),
    from: titled('开始时间', Instant),
    until: titled('结束时间', Instant),
    partyPresent: Type.Boolean({ description: '当事人是否在场' }),
    record: text(20_000, '现场情况'),
  }),
  ask_recusal: closed({ person: person('被申请回避的人'), asker: labelled(RECUSAL_LABELS, '由谁提出'), reason }),
  decide_recusal: closed({
    recusalId: titled('哪个回避申请', text(10, '回避申请编号，例如 R1')),
    granted: Type.Boolean({ description: '是否准予回避' }),
    reason,
  }),
  take_measure: closed({
    kind: labelled(MEASURE_LABELS, '先行登记保存或查封、扣押'),
    officers: officers(1),
    goods: text(2000, '物品清单'),
    place: text(200, '地点'),
    reason,
    emergency: Type.Boolean({ description: '情况紧急、当场采取，事后报批' }),
  }),
  approve_measure: closed({ measureId, approved: Type.Boolean({ description: '是否批准' }), reason }),
  start_testing: closed({
    measureId,
    subject: text(500, '送检内容'),
    toldInWriting: Type.Boolean({ description: '检测期间已书面告知当事人' }),
  }),
  end_testing: closed({ measureId, result: text(2000, '检测结果') }),
  dispose_measure: closed({ measureId, disposal: labelled(DISPOSAL_LABELS, '处理方式'), note: text(1000, '处理情况') }),
  end_investigation: closed({
    officers: officers(1),
    report: text(8000, '调查终结报告'),
    proposal: titled('处罚建议', penalty),
  }),

  pass_review: closed({ opinion: text(4000, '审核意见') }),
  return_review: closed({ requirement: text(4000, '需要补充的内容') }),
  disagree_review: closed({ reasons: text(4000, '不同意的理由') }),
  correct_review: closed({ correction: text(4000, '需要纠正的内容') }),
  decline_review: closed({ body: text(100, '有管辖权的机关'), reasons: text(4000, '理由') }),
  record_discussion: closed({
    heldOn: titled('讨论之日', LawDate),
    participants: titled('参加讨论的负责人', people(1, '参加讨论的负责人编号')),
    record: text(8000, '讨论记录'),
    conclusion: titled('讨论结论', penalty),
  }),

  give_notice: closed({
    facts: text(8000, '告知的事实、理由、依据'),
    penalty: titled('拟处罚内容', penalty),
    servedOn: titled('送达之日', LawDate),
    method,
  }),
  record_statement: closed({
    raised: Type.Boolean({ description: '当事人是否提出陈述申辩' }),
    summary: text(8000, '陈述申辩内容，或放弃声明'),
    waived: Type.Boolean({ description: '当事人书面放弃其余的陈述申辩期限' }),
  }),
  weigh_statement: closed({
    adopted: labelled({ all: '采纳', part: '部分采纳', none: '不采纳' }, '采纳、部分采纳或不采纳'),
    reasons: text(8000, '复核意见和理由'),
  }),
  request_hearing: closed({ requestedOn: titled('当事人提出之日', LawDate), reason: text(2000, '当事人的要求') }),
  waive_hearing: closed({ note: text(1000, '书面放弃的情况') }),
  give_hearing_notice: closed({
    servedOn: titled('送达之日', LawDate),
    method,
    heldAt: titled('听证时间', Instant),
    place: text(200, '听证地点'),
    chair: person('听证主持人'),
  }),
  record_hearing: closed({
    heldOn: titled('听证之日', LawDate),
    attended: Type.Boolean({ description: '当事人是否到场' }),
    record: text(20_000, '听证笔录'),
    opinion: text(4000, '听证主持人意见'),
  }),

  decide_on_spot: closed({
    officers: officers(1),
    party: PartyInput,
    place: text(200, '违法行为发生的地点'),
    facts: text(4000, '违法事实'),
    certificatesShown: Type.Boolean({ description: '已出示执法证件' }),
    statementHeard: Type.Boolean({ description: '已告知并听取陈述申辩' }),
    penalty: titled('处罚内容', penalty),
    collection: titled(
      '当场收缴的依据，不选为到银行缴纳',
      nullable(labelled(COLLECTION_LABELS, '当场收缴的依据；null 为到银行缴纳')),
    ),
  }),
  report_for_record: closed({ reportedOn: titled('报备之日', LawDate) }),
  hand_in_fine: closed({ handedInOn: titled('交回之日', LawDate), receipt }),
  bank_fine: closed({ bankedOn: titled('缴付银行之日', LawDate), receipt }),
  decide_penalty: closed({ penalty: titled('处罚内容', penalty), reasons: text(8000, '决定理由') }),
  announce_service: closed({ announcedOn: titled('公告之日', LawDate), where: text(200, '公告处所') }),
  serve_decision: closed({
    method,
    servedOn: titled('送达之日', LawDate),
    note: text(1000, '送达情况'),
    proof: Type.String({ maxLength: 500, description: '见证人或录音录像、邮寄回执、电子送达确认书；直接送达可空' }),
  }),
  publish_decision: closed({ publishedOn: titled('公开之日', LawDate), where: text(200, '公开的网站或处所') }),
  withdraw_publication: closed({ withdrawnOn: titled('撤下之日', LawDate) }),
  withdraw_decision: closed({ reason }),

  record_payment: closed({ amount, paidOn: titled('缴款之日', LawDate), receipt }),
  record_performance: closed({ performedOn: titled('履行之日', LawDate), description: text(2000, '履行情况') }),
  grant_deferral: closed({
    until: titled('暂缓至', LawDate),
    instalments: Type.Array(closed({ dueOn: titled('缴纳期限', LawDate), amount }), {
      maxItems: 60,
      description: '分期；空为整笔暂缓',
    }),
    reason,
  }),
  waive_late_fine: closed({ reason }),
  record_appeal: closed({
    kind: labelled(APPEAL_LABELS, '复议或诉讼'),
    filedOn: titled('受理之日', LawDate),
    body: text(100, '受理机关'),
  }),
  end_appeal: closed({
    endedOn: titled('结果生效之日', LawDate),
    result: labelled(APPEAL_RESULT_LABELS, '结果'),
    note: text(2000, '说明'),
  }),
  give_demand_notice: closed({ servedOn: titled('送达之日', LawDate), method }),
  apply_to_court: closed({ appliedOn: titled('申请之日', LawDate), court: text(100, '人民法院') }),
  record_court_result: closed({
    on: titled('执行结果之日', LawDate),
    result: labelled(COURT_RESULT_LABELS, '结果'),
    note: text(2000, '说明'),
  }),

  extend_period: closed({
    clockId: titled('哪个时限', text(40, '时限编号，见案件的 clocks')),
    number: Type.Integer({
      minimum: 1,
      maximum: 365,
      title: '延长多少（日、工作日依该期限的规定）',
      description: '单位见 extensions.csv',
    }),
    reason,
  }),
  suspend_case: closed({ ground: labelled(SUSPENSION_LABELS, '中止的情形'), reason }),
  resume_case: closed({ reason }),
  change_law: closed({ reason }),

  request_elevation: closed({ reason: text(500, '申请提级的理由') }),
  refuse_elevation: closed({ reason: text(500, '不予提级的理由') }),
  elevate: closed({ reason: text(500, '提级理由') }),
  send_down: closed({ reason: text(500, '下放理由') }),
  request_cooperation: closed({ town: titled('请哪个镇街协办', TownCode), requirement: text(2000, '协办要求') }),
  answer_cooperation: closed({ taskId, answer: text(4000, '答复') }),
  return_cooperation: closed({ taskId, reason: text(500, '退回理由') }),
  ask_guidance: closed({ question: text(2000, '请求指导的问题') }),
  answer_guidance: closed({ guidanceId: titled('答复哪项请求', text(10, '业务指导编号')), answer: text(4000, '答复') }),
  dispute_jurisdiction: closed({ with: titled('与哪个镇街有争议', TownCode), reason: text(500, '争议理由') }),
  decide_jurisdiction: closed({ town: titled('指定由谁管辖', TownCode), reason: text(500, '指定理由') }),
  report_crime: closed({ facts: text(8000, '涉嫌犯罪的事实') }),
  dismiss_crime_report: closed({ reason }),
  transfer_case: closed({
    to: labelled({ police: '公安机关', authority: '其他机关' }, '公安机关或其他机关'),
    body: text(100, '受移送机关'),
    reason,
  }),
  send_transfer: closed({ sentOn: titled('送交之日', LawDate), receipt }),
  take_back_transfer: closed({ reason }),

  urge: closed(urging),
  supervise: closed({ ...urging, listed: Type.Boolean({ description: '挂牌督办，限执法局负责人' }) }),
  answer_urging: closed({ urgingId, answer: text(4000, '答复') }),
  check_supervision: closed({
    urgingId,
    good: Type.Boolean({ description: '答复是否达到要求；否则退回重新办理' }),
    opinion: text(2000, '核查意见'),
  }),
  appeal_overdue: closed({ overdueId, reason: text(2000, '申诉理由') }),
  judge_overdue_appeal: closed({
    overdueId,
    granted: Type.Boolean({ description: '申诉是否成立；成立的，超期事实保留，不计分' }),
    reason: text(2000, '裁定理由'),
  }),

  close_without_penalty: closed({
    reason: labelled(NO_PENALTY_LABELS, '不予处罚的理由'),
    explanation: text(4000, '说明'),
    party: Type.Optional(PartyInput),
  }),
  terminate_case: closed({ ground: labelled(TERMINATION_LABELS, '终止的情形'), explanation: text(4000, '说明') }),
  close_case: closed({ summary: text(4000, '结案报告') }),
} as const satisfies Partial<Record<ActName, TSchema>>;

export type PeopleAct = keyof typeof ACT_BODIES;
export type PartyBody = Static<typeof PartyInput>;
export type PenaltyBody = Static<typeof penalty>;
export type ActBody<A extends PeopleAct> = Static<(typeof ACT_BODIES)[A]>;

export const PEOPLE_ACTS = Object.keys(ACT_BODIES) as readonly PeopleAct[];

/** Holds the bodies against the domain's inputs: what isn't a person must be the same, or this doesn't compile. */
type Plain<T> = Omit<T, Completed>;
type Completed =
  | 'officers'
  | 'participants'
  | 'person'
  | 'chair'
  | 'party'
  | 'penalty'
  | 'proposal'
  | 'conclusion'
  | 'law'
  | 'into'
  | 'suggested';
type Unlike = {
  [A in PeopleAct]: Plain<ActBody<A>> extends Plain<ActInputs[A]> ? never : A;
}[PeopleAct];
const everyBodyFits: [Unlike] extends [never] ? true : Unlike = true;
void everyBodyFits;

export type CompletedBody = { readonly officers?: readonly Officer[] };
