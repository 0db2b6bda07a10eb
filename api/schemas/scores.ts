import { Type } from 'typebox';
import { DIMENSIONS, WINDOWS } from '../../db/readIndicator';
import { COUNTED_AS } from '../../domain/evaluation/score';
import { FormulaVersion, LawDate, nullable, oneOf } from './common';

export const ScoreParams = Type.Object({
  formula: Type.String({ pattern: '^[a-z_]{1,40}$', description: '得分公式，例如 duty_score' }),
});

export const ScoreQuerystring = Type.Object(
  {
    from: LawDate,
    to: LawDate,
    by: oneOf(
      DIMENSIONS,
      '按哪一方：town 发生地镇街，org 责任单位，team 承办人当时所在的中队，officer 承办人，all 不分',
    ),
    per: oneOf(WINDOWS, '按日、周（周一起）、月，或者整段'),
    version: Type.Optional(FormulaVersion),
    against: Type.Optional({ ...FormulaVersion, description: '另一个版本：两个版本的得分并列给出' }),
  },
  { additionalProperties: false },
);

export const ScoreFormula = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  label: Type.String(),
  inForceFrom: LawDate,
  verified: Type.Boolean({ description: '权重是否已由考核部门核定' }),
  parts: Type.Array(
    Type.Object({
      indicator: Type.String(),
      label: Type.String(),
      version: Type.Integer(),
      weight: Type.Integer(),
      countsAs: oneOf(COUNTED_AS, 'share 按份额计分；rest 按其余部分计分（越少越好）'),
    }),
  ),
});

export const ScoreFormulaList = Type.Object({ formulas: Type.Array(ScoreFormula) });

export const ScoreRow = Type.Object({
  who: Type.String(),
  name: Type.String({ description: '名称' }),
  since: Type.String({ description: '时段的第一天' }),
  points: nullable(Type.Number({ description: '百分制得分，只计有样本的指标' })),
  low: nullable(Type.Number({ description: '95% 区间下限' })),
  high: nullable(Type.Number({ description: '95% 区间上限' })),
  unknownWeight: Type.Integer({ description: '没有样本的指标共占多少分' }),
  smallest: Type.Integer({ description: '各项指标中最小的样本数' }),
  rank: nullable(
    Type.Object(
      { best: Type.Integer(), worst: Type.Integer() },
      { description: '区间允许的最好和最差名次；样本太少的不排名' },
    ),
  ),
  note: nullable(Type.String()),
  parts: Type.Array(
    Type.Object({
      indicator: Type.String(),
      version: Type.Integer(),
      weight: Type.Integer(),
      countsAs: oneOf(COUNTED_AS, '按份额或者其余部分'),
      hits: Type.Integer({ description: '分子' }),
      n: Type.Integer({ description: '分母' }),
      points: nullable(Type.Number()),
    }),
  ),
});

export const ScorePage = Type.Object({
  formula: ScoreFormula,
  rows: Type.Array(ScoreRow),
  against: nullable(Type.Object({ formula: ScoreFormula, rows: Type.Array(ScoreRow) })),
  townsWithoutCases: Type.Array(Type.String(), { description: '零突破：整段时间内没有办结案件的镇街' }),
});
