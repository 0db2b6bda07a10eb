import { Type } from 'typebox';
import { DIMENSIONS, WINDOWS } from '../../db/readIndicator';
import { CaseId, FormulaVersion, LawDate, nullable, oneOf } from './common';

export const IndicatorParams = Type.Object({
  id: Type.String({ pattern: '^[a-z_]{1,40}$', description: '指标，例如 accept_on_time' }),
});

const version = Type.Optional(FormulaVersion);
const by = oneOf(
  DIMENSIONS,
  '按哪一方：town 发生地镇街，org 责任单位，team 承办人当时所在的中队，officer 承办人，all 不分',
);

export const IndicatorQuerystring = Type.Object(
  { from: LawDate, to: LawDate, by, per: oneOf(WINDOWS, '按日、周（周一起）、月，或者整段'), version },
  { additionalProperties: false },
);

export const DrillDown = Type.Object(
  { from: LawDate, to: LawDate, by, who: Type.String({ maxLength: 64 }), version },
  { additionalProperties: false },
);

export const IndicatorView = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  label: Type.String(),
  unit: oneOf(['share', 'ms'] as const, '份额，或者毫秒'),
  numerator: Type.String(),
  denominator: Type.String(),
  window: Type.String({ description: '计入哪一天' }),
  exemptions: Type.String(),
});

export const IndicatorList = Type.Object({ indicators: Type.Array(IndicatorView) });

export const IndicatorPage = Type.Object({
  indicator: IndicatorView,
  rows: Type.Array(
    Type.Object({
      who: Type.String(),
      name: Type.String({ description: '名称' }),
      since: Type.String({ description: '时段的第一天' }),
      hits: Type.Integer({ description: '分子' }),
      n: Type.Integer({ description: '分母' }),
      share: nullable(Type.Number()),
      low: nullable(Type.Number({ description: '95% 区间（Wilson）下限' })),
      high: nullable(Type.Number({ description: '95% 区间上限' })),
      medianMs: nullable(Type.Integer()),
      p90Ms: nullable(Type.Integer()),
      note: nullable(Type.String({ description: '“样本太少”：不宜排名' })),
    }),
  ),
});

export const IndicatorCases = Type.Object({
  cases: Type.Array(Type.Object({ caseId: CaseId, day: LawDate, hit: Type.Boolean(), ms: Type.Integer() }), {
    description: '不在分子的在前',
  }),
  more: Type.Boolean(),
});
