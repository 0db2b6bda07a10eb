import type { PaperKind } from './paper';

/**
 * What a template may ask for, by kind: the tags that a clerk writes in braces. They are in Chinese, since the clerk reads
 * them; config/papers/README.md says what each of them holds. With a question mark: a passage that a paper may lawfully be
 * without. Its template stands it between `{#听证最后一日}` and `{/听证最后一日}`, so that no sentence is left with a hole.
 */
const EVERY = ['机关', '文书名称', '字号', '案件编号', '案由', '文书日期'] as const;
const PARTY = ['当事人', '当事人类型', '证件名称?', '当事人证件号码?', '当事人电话?'] as const;
const OFFICERS = ['承办人', '执法证号'] as const;
const REMEDIES = ['复议机关', '复议期限', '法院', '诉讼期限'] as const;
const PAYING = ['缴款?', '缴款期限?', '加处比例?'] as const;
const OWED = ['欠缴本金?', '加处罚款?', '应缴合计?', '应缴合计大写?', '其他义务?'] as const;

export const PAPER_FIELDS = {
  filing_approval: [
    ...[...EVERY, ...PARTY, ...OFFICERS],
    ...['当事人住址?', '案件来源', '受理日期', '案发地', '违法行为发生日', '核查情况', '立案理由', '处罚依据'],
    ...['审批人', '立案日期'],
  ],
  inquiry_record: [...EVERY, '当事人', ...OFFICERS, '开始时间', '结束时间', '地点', '被询问人', '笔录'],
  scene_record: [...EVERY, '当事人', ...OFFICERS, '开始时间', '结束时间', '地点', '当事人到场', '笔录'],
  preservation_list: [
    ...[...EVERY, '当事人', ...OFFICERS],
    ...['清单名称', '措施', '措施依据', '措施理由', '地点', '批准情况', '期限', '最后一日', '物品'],
  ],
  seizure_decision: [
    ...[...EVERY, ...PARTY, ...OFFICERS, ...REMEDIES],
    ...['当事人住址', '措施依据', '措施理由', '地点', '批准情况', '期限', '最后一日', '物品'],
  ],
  measure_disposal: [...EVERY, '当事人', ...OFFICERS, '措施', '措施日期', '物品', '处理方式', '处理情况'],
  order_to_put_right: [...EVERY, '当事人', ...OFFICERS, '违法事实', '处罚依据', '改正要求', '改正期限'],
  investigation_report: [
    ...[...EVERY, ...PARTY, ...OFFICERS],
    ...['立案日期', '调查报告', '证据', '处罚依据', '处理建议'],
  ],
  legal_review_opinion: [
    ...[...EVERY, '当事人', '送审单位', '送审日期', '拟处理意见', '处罚依据'],
    ...['审核结论', '审核意见', '审核人'],
  ],
  discussion_record: [
    ...[...EVERY, '当事人', ...OFFICERS],
    ...['讨论日期', '参加人', '记录人', '调查报告', '拟处理意见', '讨论记录', '讨论结论'],
  ],
  prior_notice: [
    ...[...EVERY, '当事人', ...OFFICERS, '违法事实', '处罚依据', '处罚'],
    ...['陈述申辩期限', '陈述申辩最后一日', '听证期限?', '听证最后一日?'],
  ],
  hearing_notice: [...EVERY, '当事人', ...OFFICERS, '申请日期', '听证时间', '地点', '主持人'],
  hearing_record: [...EVERY, '当事人', ...OFFICERS, '听证日期', '地点', '主持人', '当事人到场', '笔录', '听证意见'],
  penalty_decision: [
    ...[...EVERY, ...PARTY, ...OFFICERS, ...REMEDIES, ...PAYING],
    ...['当事人住址', '违法事实', '证据', '告知字号', '告知日期', '陈述申辩情况', '听证情况?', '决定理由'],
    ...['处罚依据', '处罚', '其他处罚?', '决定日期'],
  ],
  on_spot_decision: [
    ...[...EVERY, ...PARTY, ...OFFICERS, ...REMEDIES, ...PAYING],
    ...['时间', '地点', '违法事实', '处罚依据', '处罚', '当场收缴理由?', '缴款最后一日?'],
  ],
  no_penalty_decision: [
    ...[...EVERY, ...PARTY, ...OFFICERS, ...REMEDIES],
    ...['当事人住址', '违法事实', '证据', '不予处罚事由', '不予处罚依据', '决定理由', '决定日期'],
  ],
  withdrawal_decision: [...EVERY, ...PARTY, ...REMEDIES, '决定字号', '决定日期', '撤销理由'],
  service_receipt: [
    ...[...EVERY, '当事人', '送达文书', '送达字号'],
    ...['送达方式', '送达日期', '送达人', '送达情况?', '送达证明?'],
  ],
  deferral_decision: [
    ...[...EVERY, '当事人', ...OFFICERS],
    ...['决定字号', '决定日期', '批准理由', '延期至', '分期', '审批人'],
  ],
  demand_notice: [
    ...[...EVERY, '当事人', ...OFFICERS, ...OWED],
    ...['决定字号', '决定日期', '决定送达日期', '履行最后一日', '催告期限', '催告最后一日'],
  ],
  court_application: [
    ...[...EVERY, ...PARTY, ...OFFICERS, ...OWED],
    ...['当事人住址', '申请法院', '决定字号', '决定日期', '决定送达日期', '处罚', '履行最后一日'],
    ...['催告字号', '催告日期', '救济情况', '申请日期'],
  ],
  transfer_letter: [
    ...[...EVERY, '当事人', ...OFFICERS],
    ...['移送机关', '移送依据', '立案日期', '核查情况', '移送理由', '证据', '审批人'],
  ],
  closing_report: [
    ...[...EVERY, '当事人', '承办人', '立案日期', '决定字号', '结案方式', '结案事由?', '处理结果'],
    ...['执行情况', '结案说明', '审批人', '结案日期'],
  ],
  file_cover: [
    ...[...EVERY, '当事人', '承办人', '立案日期', '结案日期', '归档日期', '结案方式', '处理结果', '文书件数'],
  ],
  file_contents: [...EVERY, '目录'],
} as const satisfies Readonly<Record<PaperKind, readonly string[]>>;

/** A name as it stands above: with a question mark where it is optional. */
export type FieldSpec = (typeof PAPER_FIELDS)[PaperKind][number];
export type NameOf<S extends string> = S extends `${infer Name}?` ? Name : S;

/** The fields that are lists, with their columns: tags that stand between `{#物品}` and `{/物品}`. */
export const LIST_COLUMNS = {
  物品: ['序号', '名称'],
  证据: ['序号', '证据种类', '证据内容', '取得日期'],
  处罚: ['序号', '内容'],
  目录: ['序号', '名称', '字号', '日期'],
  分期: ['序号', '缴款最后一日', '金额'],
} as const;
export type ListName = keyof typeof LIST_COLUMNS;

export function isList(name: string): name is ListName {
  return name in LIST_COLUMNS;
}

/** The names that a kind's template may use, and whether each is optional. */
export function fieldsOf(kind: PaperKind): ReadonlyMap<string, { readonly optional: boolean }> {
  return new Map(PAPER_FIELDS[kind].map((spec) => [spec.replace(/\?$/, ''), { optional: spec.endsWith('?') }]));
}
