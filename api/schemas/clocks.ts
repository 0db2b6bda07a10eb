import { Type } from 'typebox';
import { PERIOD_UNITS } from '../../domain/catalogue';
import { Article, nullable, oneOf } from './common';

const Span = Type.Object({ number: Type.Number(), unit: oneOf(PERIOD_UNITS, '单位') });

const Line = Type.Object({
  date: Type.String(),
  until: nullable(Type.String({ description: '合并显示时的最后一日' })),
  counted: nullable(Type.Boolean({ description: 'true 计入；false 应计而不计；null 休息日或说明' })),
  running: Type.Number({ description: '至此已计' }),
  note: Type.String(),
});

/** A period as a ledger: what it was given, what stopped and lengthened it, and how its last day is reckoned. */
const Ledger = Type.Object({
  id: Type.String(),
  kind: oneOf(['duty', 'wait'], 'duty 为承办单位的时限，有灯；wait 为须等待或对方享有的期限'),
  name: Type.String(),
  owner: Type.String(),
  ownerName: Type.String(),
  article: nullable(Article),
  budget: Span,
  startedAt: Type.String(),
  pauses: Type.Array(
    Type.Object({
      from: Type.String(),
      until: nullable(Type.String()),
      reason: Type.String(),
      article: nullable(Article),
    }),
  ),
  extensions: Type.Array(
    Type.Object({
      span: Span,
      at: Type.String(),
      by: Type.String(),
      reason: Type.String(),
      article: nullable(Article),
    }),
  ),
  dueAt: Type.String(),
  lastDay: Type.String(),
  rollsForward: Type.Boolean({ description: '末日为休息日时顺延' }),
  light: nullable(Type.String()),
  lightLabel: nullable(Type.String()),
  uncertainYears: Type.Array(Type.Integer()),
  summary: Type.String({ description: '一句话的推算结果' }),
  lines: Type.Array(Line, { description: '逐日推算' }),
});

const Money = Type.Object({
  payBy: Type.String({ description: '缴款的最后一日' }),
  principal: Type.Number({ description: '尚欠的罚款和没收，元' }),
  lateFine: Type.Number({ description: '至今的加处罚款，元' }),
  owed: Type.Number({ description: '合计应缴，元' }),
  lines: Type.Array(
    Type.Object({
      from: Type.String(),
      until: Type.String(),
      days: Type.Integer(),
      principal: Type.Number(),
      counted: Type.Boolean({ description: '复议、诉讼期间不计' }),
      amount: Type.Number(),
      sum: Type.Number(),
    }),
  ),
});

const Court = Type.Object({
  remediesUntil: Type.String({ description: '复议、诉讼期限的最后一日' }),
  until: Type.String({ description: '申请法院强制执行的最后一日' }),
});

export const Clocks = Type.Object({
  caseId: Type.String(),
  now: Type.String(),
  clocks: Type.Array(Ledger),
  money: nullable(Money),
  court: nullable(Court),
});
