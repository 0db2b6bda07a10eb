import { Type, type Static } from 'typebox';
import { RATING_LABELS } from '../../domain/labels';
import { RATINGS } from '../../domain/satisfaction';
import { CHANNELS, URGENCIES } from '../../domain/triage/triage';
import {
  CaseId,
  Instant,
  ItemCode,
  labelled,
  LawDate,
  nullable,
  oneOf,
  Reason,
  tagged,
  text,
  TownCode,
} from './common';

export const Position = Type.Object(
  {
    lng: Type.Number({ minimum: -180, maximum: 180, description: '经度' }),
    lat: Type.Number({ minimum: -90, maximum: 90, description: '纬度' }),
  },
  { additionalProperties: false },
);

export const Reporter = Type.Object(
  { name: Type.Optional(text(50, '姓名')), phone: Type.Optional(text(30, '电话')) },
  { additionalProperties: false, description: '反映人；只有承办人需要时可见' },
);

export const Attachments = Type.Array(
  Type.Object(
    {
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$', description: '附件的 sha256，64 位十六进制小写' }),
      storeKey: text(300, '存储键'),
      kind: text(50, '种类'),
    },
    { additionalProperties: false },
  ),
  { maxItems: 20 },
);

export const ClueNumber = text(100, '渠道自己的编号；同一编号再次上报即为同一条线索');

export const ClueBody = Type.Object(
  {
    channel: oneOf(CHANNELS, '渠道'),
    number: Type.Optional(ClueNumber),
    text: Type.Optional(text(50_000, '反映内容')),
    place: Type.Optional(text(300, '地点')),
    position: Type.Optional(Position),
    itemCode: Type.Optional(ItemCode),
    occurredAt: Type.Optional(Instant),
    reporter: Type.Optional(Reporter),
    attachments: Type.Optional(Attachments),
  },
  { additionalProperties: false },
);
export type ClueInput = Static<typeof ClueBody>;

/** What is being written, before it is sent: nothing of it is stored. */
export const SuggestBody = Type.Object(
  { channel: oneOf(CHANNELS, '渠道'), text: text(50_000, '反映内容'), place: Type.Optional(text(300, '地点')) },
  { additionalProperties: false },
);

export const Suggestions = Type.Object({
  items: Type.Array(Type.Object({ code: Type.String(), name: Type.String() }), {
    description: '研判认为最像的处罚事项、巡查事项，最像的在前；都可以作为上报的事项编码',
  }),
});

export const TriageSchema = Type.Object({
  outcome: oneOf(['case', 'desk', 'not_ours', 'duplicate'], '研判结果'),
  item: nullable(Type.String()),
  itemName: nullable(Type.String()),
  patrolItem: nullable(Type.String()),
  field: nullable(Type.String()),
  town: nullable(Type.String()),
  townName: nullable(Type.String()),
  grade: nullable(Type.String()),
  procedure: nullable(Type.String()),
  confidence: Type.Number(),
  candidates: Type.Array(Type.Object({ item: Type.String(), name: Type.String(), score: Type.Number() })),
  townCandidates: Type.Array(Type.String()),
  belongsTo: nullable(Type.String()),
  duplicateOf: nullable(Type.String()),
  reasons: Type.Array(Reason),
  catalogueVersion: Type.String(),
  // Clues judged before these were told apart don't have them.
  confidences: Type.Optional(
    Type.Object(
      {
        scope: Type.Number(),
        field: Type.Number(),
        item: Type.Number(),
        town: Type.Number(),
        grade: Type.Number(),
      },
      { description: '各项研判的把握，0–1' },
    ),
  ),
  urgency: Type.Optional(oneOf(URGENCIES, '紧急程度')),
  sure: Type.Optional(Type.Boolean({ description: '事项足够明确，地点明确即可自动派单' })),
  secondOpinion: Type.Optional(
    nullable(
      Type.Object(
        { field: nullable(Type.String()), confidence: Type.Number(), version: Type.String() },
        { description: '模型的第二意见，仅供人工参考' },
      ),
    ),
  ),
  similar: Type.Optional(
    Type.Array(
      Type.Object({
        clueId: Type.String(),
        caseId: nullable(Type.String()),
        score: Type.Number({ description: '相似程度，0–1，只在同一次比对中可比' }),
        reasons: Type.Array(Reason),
      }),
      { description: '可能为同一事项的在办线索和案件，由调度员核对' },
    ),
  ),
});

export const ClueAnswer = Type.Object({
  clueId: Type.String(),
  caseId: nullable(Type.String()),
  triage: TriageSchema,
  supplement: Type.Optional(Type.Boolean({ description: '编号已登记，内容有变：已作为补充并入该线索' })),
});

/** What a sender is told; other bodies' systems see no reasons, which name other cases. */
export const ClueReceipt = Type.Object({
  clueId: Type.String(),
  caseId: nullable(Type.String()),
  outcome: Type.String(),
  outcomeLabel: Type.String(),
  townName: nullable(Type.String()),
  belongsTo: nullable(Type.String()),
  supplement: Type.Boolean({ description: '编号已登记，内容有变：已作为补充并入该线索' }),
});
export type ClueReceipt = Static<typeof ClueReceipt>;

export const Standing = Type.Object({
  outcome: Type.String(),
  item: nullable(Type.String()),
  town: nullable(Type.String()),
  grade: nullable(Type.String()),
  belongsTo: nullable(Type.String()),
  caseId: nullable(Type.String()),
});

export const ClueView = Type.Object({
  clueId: Type.String(),
  caseId: nullable(Type.String()),
  channel: Type.String(),
  channelLabel: Type.String(),
  text: Type.String(),
  place: nullable(Type.String()),
  position: nullable(Position),
  occurredAt: nullable(Type.String()),
  receivedAt: Type.String(),
  outcome: Type.String(),
  outcomeLabel: Type.String(),
  triage: TriageSchema,
  light: nullable(Type.String({ description: '待人工研判的线索的灯' })),
  dueAt: Type.String(),
  settledAt: nullable(Type.String()),
  answeredAt: nullable(Type.String()),
  answer: nullable(Type.String()),
  reporter: nullable(Type.Object({ name: nullable(Type.String()), phone: nullable(Type.String()) })),
  changes: Type.Array(
    Type.Object({
      at: Type.String(),
      by: Type.String(),
      byName: Type.String(),
      kind: oneOf(['settled', 'redispatched', 'merged', 'split'], '何种变更'),
      before: Standing,
      after: Standing,
      reason: Type.String(),
    }),
    { description: '研判结果的变更：谁、何时、为何、从何到何；列表中为空' },
  ),
  satisfaction: Type.Array(
    Type.Object({
      rating: oneOf(RATINGS, '评价'),
      ratingLabel: Type.String(),
      at: Type.String(),
      by: Type.String(),
    }),
    { description: '回访结果，先后为序，以最后一次为准；列表中为空' },
  ),
  ratingChoices: Type.Array(Type.Object({ rating: oneOf(RATINGS, '评价'), label: Type.String() }), {
    description: '您现在可以登记的回访结果；不能登记的为空',
  }),
});

export const ClueMessageView = Type.Object({
  receivedAt: Type.String(),
  caller: Type.String({ description: '谁送来的' }),
  channel: Type.String(),
  number: nullable(Type.String()),
  text: Type.String(),
  original: Type.Unsafe<Record<string, unknown>>({
    type: 'object',
    additionalProperties: true,
    description: '来件原文，个人信息除外',
  }),
});

/** Whoever sends many: each row is judged by itself, so any value may stand where a clue should. */
export const ImportBody = Type.Object(
  {
    rows: Type.Array(Type.Object({ key: Type.Unknown(), clue: Type.Unknown() }, { additionalProperties: false }), {
      minItems: 1,
      maxItems: 500,
      description: '每行一个幂等键 key 和一条线索 clue（同 POST /api/v1/clues 的请求体）；逐行研判，互不影响',
    }),
  },
  { additionalProperties: false },
);

export const ImportAnswer = Type.Object({
  rows: Type.Array(
    Type.Object({
      status: Type.Integer({ description: '这一行单独上报时的 HTTP 状态码：201 已登记' }),
      receipt: nullable(ClueReceipt),
      reasons: Type.Array(Type.String()),
      problem: nullable(
        Type.Object(
          { code: Type.String(), detail: Type.String(), at: nullable(Type.String()) },
          { description: '为何没有登记' },
        ),
      ),
    }),
    { description: '与请求逐行对应' },
  ),
});

export const Backlog = Type.Object({
  waiting: Type.Integer({ description: '已立卷、流程引擎尚未开始的案件数' }),
  oldestAt: nullable(Type.String({ description: '其中最早的立卷时刻' })),
});

export const SettleBody = tagged(
  'as',
  [
    Type.Object(
      {
        as: Type.Literal('case'),
        item: ItemCode,
        town: TownCode,
        reason: text(500, '理由'),
      },
      { additionalProperties: false },
    ),
    Type.Object(
      { as: Type.Literal('not_ours'), belongsTo: text(100, '承办单位'), reason: text(500, '理由') },
      { additionalProperties: false },
    ),
    Type.Object(
      { as: Type.Literal('duplicate'), caseId: CaseId, reason: text(500, '理由') },
      { additionalProperties: false },
    ),
  ],
  '人工研判的结论',
);
export type Settlement = Static<typeof SettleBody>;

export const SatisfactionBody = Type.Object(
  { rating: labelled(RATING_LABELS, '反映人对办理结果的评价') },
  { additionalProperties: false },
);

export const ClueQuery = Type.Object(
  {
    outcome: Type.Optional(oneOf(['case', 'desk', 'not_ours', 'duplicate'], '研判结果')),
    settled: Type.Optional(Type.Boolean({ description: '人工研判是否已处理' })),
    asked: Type.Optional(
      Type.Boolean({ description: '只看留有反映人、结案后已答复的线索：true 已回访，false 待回访' }),
    ),
    order: Type.Optional(oneOf(['newest', 'due'], 'newest 新收到的在前（默认）；due 先到期的在前')),
    from: Type.Optional(LawDate),
    to: Type.Optional(LawDate),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);
