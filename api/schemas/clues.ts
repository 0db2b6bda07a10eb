import { Type, type Static } from 'typebox';
import { CHANNELS, URGENCIES } from '../../domain/triage/triage';
import { CaseId, Instant, ItemCode, LawDate, nullable, oneOf, Reason, tagged, text, TownCode } from './common';

export const Position = Type.Object(
  {
    lng: Type.Number({ minimum: -180, maximum: 180, description: '经度' }),
    lat: Type.Number({ minimum: -90, maximum: 90, description: '纬度' }),
  },
  { additionalProperties: false },
);

export const ClueBody = Type.Object(
  {
    channel: oneOf(CHANNELS, '渠道'),
    text: text(50_000, '反映内容'),
    place: Type.Optional(text(300, '地点')),
    position: Type.Optional(Position),
    itemCode: Type.Optional(ItemCode),
    occurredAt: Type.Optional(Instant),
    reporter: Type.Optional(
      Type.Object(
        { name: Type.Optional(text(50, '姓名')), phone: Type.Optional(text(30, '电话')) },
        { additionalProperties: false, description: '反映人；只有承办人需要时可见' },
      ),
    ),
    attachments: Type.Optional(
      Type.Array(
        Type.Object(
          {
            sha256: Type.String({ pattern: '^[0-9a-f]{64}$', description: '附件的 sha256，64 位十六进制小写' }),
            storeKey: text(300, '存储键'),
            kind: text(50, '种类'),
          },
          { additionalProperties: false },
        ),
        { maxItems: 20 },
      ),
    ),
  },
  { additionalProperties: false },
);
export type ClueInput = Static<typeof ClueBody>;

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
});

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
      kind: oneOf(['settled', 'redispatched', 'merged', 'split'], '何种变更'),
      before: Standing,
      after: Standing,
      reason: Type.String(),
    }),
    { description: '研判结果的变更：谁、何时、为何、从何到何；列表中为空' },
  ),
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

export const ClueQuery = Type.Object(
  {
    outcome: Type.Optional(oneOf(['case', 'desk', 'not_ours', 'duplicate'], '研判结果')),
    settled: Type.Optional(Type.Boolean({ description: '人工研判是否已处理' })),
    from: Type.Optional(LawDate),
    to: Type.Optional(LawDate),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);
