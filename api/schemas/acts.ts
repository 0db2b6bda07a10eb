import { Type, type Static, type TSchema } from 'typebox';
import { EVIDENCE_KINDS, NO_PENALTY_REASONS, SERVICE_METHODS, type ActInputs, type ActName } from '../../domain/case';
import type { Officer } from '../../domain/people';
import { Instant, LawDate, oneOf, text, TownCode } from './common';

/** What people send for each act. Officers are named by id and the party in full; the API turns both into references. */

const officers = (minItems: number) =>
  Type.Array(Type.String({ minLength: 1, maxLength: 64 }), {
    minItems,
    maxItems: 10,
    uniqueItems: true,
    description: '执法人员编号，主办在前',
  });

const penalty = Type.Object(
  {
    warning: Type.Boolean({ description: '警告' }),
    fine: Type.Number({ minimum: 0, maximum: 100_000_000, multipleOf: 0.01, description: '罚款，元；0 为不罚款' }),
  },
  { additionalProperties: false },
);

export const PartyInput = Type.Object(
  {
    kind: oneOf(['citizen', 'organisation'], '公民或组织'),
    name: text(100, '当事人姓名或名称'),
    idNumber: Type.Optional(Type.String({ maxLength: 40, description: '身份证号或统一社会信用代码' })),
    phone: Type.Optional(Type.String({ maxLength: 30, description: '电话' })),
  },
  { additionalProperties: false, description: '当事人；只存入人员库，案件只存引用' },
);

const closed = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });

/** Acts that people do. What the system does by itself has no door here. */
export const ACT_BODIES = {
  accept: closed({ officers: Type.Optional(officers(0)) }),
  return_dispatch: closed({ reason: text(500, '退单理由') }),
  redispatch: closed({ town: TownCode, reason: text(500, '改派理由') }),
  insist_dispatch: closed({ reason: text(500, '维持派遣的理由') }),
  assign: closed({ officers: officers(1) }),
  verify: closed({ violation: Type.Boolean({ description: '是否发现违法行为' }), facts: text(4000, '核查情况') }),
  order_rectification: closed({ requirement: text(2000, '改正要求'), until: LawDate }),
  check_rectification: closed({ rectified: Type.Boolean(), facts: text(4000, '复查情况') }),
  close_without_penalty: closed({
    reason: oneOf(NO_PENALTY_REASONS, '不予处罚的理由'),
    explanation: text(4000, '说明'),
  }),
  switch_to_ordinary: closed({ reason: text(500, '转普通程序的理由') }),
  file_case: closed({ officers: officers(1), party: PartyInput, reason: text(2000, '立案理由') }),
  collect_evidence: closed({
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$', description: '证据文件的 sha256，64 位十六进制小写' }),
    kind: oneOf(EVIDENCE_KINDS, '证据种类'),
    storeKey: text(300, '证据在存储中的键'),
    description: text(1000, '证据内容'),
    takenAt: Instant,
    place: text(200, '取证地点'),
  }),
  end_investigation: closed({ officers: officers(1), report: text(8000, '调查终结报告'), proposal: penalty }),
  pass_review: closed({ opinion: text(4000, '审核意见') }),
  return_review: closed({ requirement: text(4000, '需要补充的内容') }),
  disagree_review: closed({ reasons: text(4000, '不同意的理由') }),
  elevate: closed({ reason: text(500, '提级理由') }),
  request_cooperation: closed({
    town: TownCode,
    requirement: text(2000, '协办要求'),
  }),
  answer_cooperation: closed({ taskId: text(10, '协办任务编号'), answer: text(4000, '答复') }),
  decide_on_spot: closed({
    officers: officers(1),
    party: PartyInput,
    facts: text(4000, '违法事实'),
    certificatesShown: Type.Boolean({ description: '已出示执法证件' }),
    statementHeard: Type.Boolean({ description: '已告知并听取陈述申辩' }),
    penalty,
    collectedOnSpot: Type.Boolean({ description: '当场收缴' }),
  }),
  give_notice: closed({ facts: text(8000, '告知的事实、理由、依据'), penalty }),
  record_statement: closed({
    raised: Type.Boolean({ description: '当事人是否提出陈述申辩' }),
    summary: text(8000, '陈述申辩内容及复核意见，或放弃声明'),
  }),
  decide_penalty: closed({ penalty, reasons: text(8000, '决定理由') }),
  serve_decision: closed({
    method: oneOf(SERVICE_METHODS, '送达方式'),
    servedOn: LawDate,
    note: text(1000, '送达情况'),
  }),
  record_payment: closed({
    amount: Type.Number({ exclusiveMinimum: 0, maximum: 100_000_000, multipleOf: 0.01, description: '元' }),
    paidOn: LawDate,
    receipt: text(100, '票据号'),
  }),
  close_case: closed({ summary: text(4000, '结案报告') }),
} as const satisfies Partial<Record<ActName, TSchema>>;

export type PeopleAct = keyof typeof ACT_BODIES;
export type PartyBody = Static<typeof PartyInput>;
export type ActBody<A extends PeopleAct> = Static<(typeof ACT_BODIES)[A]>;

export const PEOPLE_ACTS = Object.keys(ACT_BODIES) as readonly PeopleAct[];

/** Holds the bodies against the domain's inputs: what isn't a person must be the same, or this doesn't compile. */
type Plain<T> = Omit<T, 'officers' | 'party'>;
type Unlike = {
  [A in PeopleAct]: Plain<ActBody<A>> extends Plain<ActInputs[A]> ? never : A;
}[PeopleAct];
const everyBodyFits: [Unlike] extends [never] ? true : Unlike = true;
void everyBodyFits;

export type CompletedBody = { readonly officers?: readonly Officer[] };
