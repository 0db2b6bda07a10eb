import { Type } from 'typebox';
import { STAGES } from '../../domain/case';
import { GRADES, PERIOD_UNITS } from '../../domain/catalogue';
import { LIGHTS } from '../../domain/time/clock';
import { Article, ItemCode, LawDate, nullable, oneOf, TownCode } from './common';

export const CaseQuery = Type.Object(
  {
    town: Type.Optional(TownCode),
    stage: Type.Optional(oneOf(STAGES, '环节')),
    grade: Type.Optional(oneOf(GRADES, '分级')),
    light: Type.Optional(oneOf(LIGHTS, '灯')),
    item: Type.Optional(ItemCode),
    assignee: Type.Optional(Type.String({ maxLength: 64 })),
    from: Type.Optional(LawDate),
    to: Type.Optional(LawDate),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);

const SpanView = {
  number: Type.Number(),
  unit: oneOf(PERIOD_UNITS, '单位'),
  text: Type.String({ description: '期限的写法，如“5个工作日”' }),
};

const PauseView = Type.Object({
  from: Type.String(),
  until: nullable(Type.String({ description: '空：仍在暂停' })),
  reason: Type.String(),
  article: nullable(Article),
});

const ExtensionView = Type.Object({
  ...SpanView,
  at: Type.String(),
  by: Type.String({ description: '批准人' }),
  reason: Type.String(),
  article: nullable(Article),
});

export const ClockView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  owner: Type.String(),
  ownerName: Type.String(),
  period: Type.String(),
  article: nullable(Article),
  budget: Type.Object(SpanView),
  paused: Type.Boolean({ description: '暂停中：不亮黄灯、红灯，届满时刻待恢复后重新推算' }),
  pauses: Type.Array(PauseView),
  extensions: Type.Array(ExtensionView),
  used: Type.Number({ description: '已用，按 unitLabel' }),
  left: Type.Number({ description: '尚余，按 unitLabel' }),
  unitLabel: Type.String(),
  startedAt: Type.String(),
  yellowAt: nullable(Type.String()),
  dueAt: Type.String(),
  lastDay: Type.String({ description: '期限的最后一日（上海时间）' }),
  escalateAt: nullable(Type.String()),
  light: Type.String(),
  lightLabel: Type.String(),
  uncertainYears: Type.Array(Type.Integer(), { description: '放假安排尚未公布的年份，期限可能变动' }),
});

export const CaseSummary = Type.Object({
  caseId: Type.String(),
  seq: Type.Integer(),
  item: Type.String(),
  itemName: Type.String(),
  field: Type.String(),
  town: Type.String(),
  townName: Type.String(),
  owner: Type.String(),
  ownerName: Type.String(),
  grade: Type.String(),
  gradeLabel: Type.String(),
  stage: Type.String(),
  stageLabel: Type.String(),
  light: Type.String(),
  lightLabel: Type.String(),
  dueAt: nullable(Type.String()),
  assignees: Type.Array(Type.String()),
  openedAt: Type.String(),
  updatedAt: Type.String(),
});

export const CasePage = Type.Object({ cases: Type.Array(CaseSummary), next: nullable(Type.String()) });

export const CaseView = Type.Object({
  summary: CaseSummary,
  state: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
  clocks: Type.Array(ClockView),
  party: nullable(
    Type.Object({
      kind: Type.String(),
      name: nullable(Type.String()),
      idNumber: nullable(Type.String()),
      phone: nullable(Type.String()),
      address: nullable(Type.String()),
      masked: Type.Boolean({ description: '姓名已隐去：本环节您不需要' }),
    }),
  ),
  availableActs: Type.Array(Type.Object({ act: Type.String(), label: Type.String() })),
  names: Type.Record(Type.String(), Type.String(), { description: '承办人员的姓名，按编号' }),
});

export const TimelineEntry = Type.Object({
  seq: Type.Integer(),
  at: Type.String(),
  who: Type.Object({
    id: Type.String(),
    name: nullable(Type.String()),
    role: Type.String(),
    roleLabel: Type.String(),
    org: Type.String(),
    orgName: Type.String(),
  }),
  what: Type.String(),
  type: Type.String(),
  act: Type.String(),
  why: nullable(Type.String()),
  article: nullable(Article),
  data: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
  hash: Type.String(),
});

export const Timeline = Type.Object({ caseId: Type.String(), head: Type.String(), events: Type.Array(TimelineEntry) });

export const ReceiptSchema = Type.Object({
  caseId: Type.String(),
  seq: Type.Integer(),
  at: Type.String(),
  events: Type.Array(Type.String()),
});

export const PendingSchema = Type.Object({
  status: Type.Literal('pending'),
  detail: Type.String(),
  location: Type.String({ description: '在此查看结果，或用同一幂等键重试' }),
});
