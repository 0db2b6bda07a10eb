import { Type } from 'typebox';
import { STAGES } from '../../domain/case';
import { GRADES, PERIOD_UNITS } from '../../domain/catalogue';
import { DUTY_KINDS } from '../../domain/openDuties';
import { LIGHTS } from '../../domain/time/clock';
import { Article, ItemCode, LawDate, nullable, oneOf, TownCode } from './common';

export const CaseQuery = Type.Object(
  {
    q: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 60,
        pattern: '\\S',
        description: '案件编号（CZ2026-000123，或者只写数字），或者事项名称、地点的一部分',
      }),
    ),
    town: Type.Optional(TownCode),
    stage: Type.Optional(oneOf(STAGES, '环节')),
    grade: Type.Optional(oneOf(GRADES, '分级')),
    light: Type.Optional(oneOf(LIGHTS, '灯')),
    item: Type.Optional(ItemCode),
    assignee: Type.Optional(Type.String({ maxLength: 64 })),
    mine: Type.Optional(Type.Boolean({ description: '只列本人承办的' })),
    owner: Type.Optional(Type.String({ maxLength: 64, description: '承办单位：镇街代码、bureau 或 dispatch_centre' })),
    open: Type.Optional(Type.Boolean({ description: 'true 只看未结的，false 只看已结的' })),
    order: Type.Optional(oneOf(['newest', 'due'], 'newest 新立卷的在前（默认）；due 先到期的在前，没有时限的在后')),
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
  person: nullable(Type.String({ description: '责任人编号；空为尚无具体责任人' })),
  kind: oneOf(DUTY_KINDS, '履职事项'),
  kindLabel: Type.String(),
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

const NextAct = Type.Object({
  act: Type.String(),
  label: Type.String(),
  open: Type.Boolean({ description: '您现在可以办' }),
  by: Type.Array(Type.String(), { description: '由谁办' }),
});

const NextStep = Type.Object({
  acts: Type.Array(NextAct, { description: '办其中一项，案件就往下走' }),
  by: Type.Array(Type.String(), { description: '等谁办' }),
  missing: Type.Array(
    Type.Object({
      text: Type.String({ description: '还不具备的前提' }),
      why: Type.String({ description: '为何还不具备' }),
      articles: Type.Array(Article),
      acts: Type.Array(NextAct, { description: '办了就具备的事；空的，须等期限或者换人' }),
    }),
  ),
  checks: Type.Array(Type.String(), { description: '对填写内容的要求，提交时核对' }),
});

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
  mayTakeArchive: Type.Boolean({ description: '已归档，您可以下载案卷' }),
  next: Type.Array(NextStep, { description: '下一步；已归档的没有' }),
  availableActs: Type.Array(Type.Object({ act: Type.String(), label: Type.String() })),
  names: Type.Record(Type.String(), Type.String(), { description: '承办人员的姓名，按编号' }),
});

export const EarlierView = Type.Object({
  by: Type.String({ description: 'id_number：按证件号码；name：没有证件号码，只按姓名' }),
  since: Type.String({ description: '查询自哪一天起' }),
  repeats: Type.Integer({ description: '同类违法次数，连同本次' }),
  cases: Type.Array(
    Type.Object({
      caseId: Type.String(),
      item: Type.String(),
      itemName: Type.String(),
      decidedOn: Type.String(),
      penalised: Type.Boolean({ description: '否：有违法事实，依法不予处罚' }),
      by: Type.String(),
      sure: Type.Boolean({ description: '否：仅姓名相同，须由办案人员核对' }),
    }),
  ),
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
