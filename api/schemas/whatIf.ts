import { Type } from 'typebox';
import { GRADES } from '../../domain/catalogue';
import { HANDLED_AS } from '../../simulation/changeCatalogue';
import { FIGURES } from '../../simulation/figures';
import { LEAST_REPLICATIONS } from '../../simulation/interval';
import { ItemCode, LawDate, nullable, oneOf, ProblemSchema } from './common';

/** Half a year under two worlds takes a minute or two with as many. */
export const MOST_REPLICATIONS = 200;

const Season = oneOf(['made_up', 'past'] as const, 'made_up 虚拟一季，past 数据库里的以往案件');
const Replications = Type.Integer({
  minimum: LEAST_REPLICATIONS,
  maximum: MOST_REPLICATIONS,
  description: '重复次数；越多区间越稳，用时也越长',
});

export const WhatIfBase = Type.Object({
  catalogueVersion: Type.String(),
  earliest: { ...LawDate, description: '季节最早从哪一天开始' },
  months: Type.Integer({ description: '一季最多几个月' }),
  replications: Type.Object({ least: Type.Integer(), most: Type.Integer() }),
  proposed: Type.Integer({ description: '虚拟季节的数据中未经核定的行数' }),
  past: nullable(
    Type.Object({ from: LawDate, to: LawDate, cases: Type.Integer() }, { description: '数据库里的案件；空为还没有' }),
  ),
  periods: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      number: Type.Integer(),
      unitLabel: Type.String(),
      article: Type.String({ description: '依据；空为内部时限' }),
    }),
    { description: '推演用得上的时限' },
  ),
  rules: Type.Array(
    Type.Object({ id: Type.String(), condition: Type.String(), grade: oneOf(GRADES, '分级'), basis: Type.String() }),
    { description: '上报时就能决定分级的规则' },
  ),
  items: Type.Array(
    Type.Object({
      code: ItemCode,
      name: Type.String(),
      fieldLabel: Type.String(),
      as: oneOf(HANDLED_AS, '赋权和程序'),
    }),
  ),
  pools: Type.Array(
    Type.Object({ pool: Type.String(), name: Type.String(), people: Type.Integer({ description: '能办案的人数' }) }),
  ),
  gradeLabels: Type.Record(Type.String(), Type.String()),
  handledAsLabels: Type.Record(Type.String(), Type.String()),
  notModelled: Type.Array(Type.String(), { description: '推演没有计入的' }),
});

const Key = Type.String({ minLength: 1, maxLength: 40 });
const closed = { additionalProperties: false };

export const WhatIfBody = Type.Object(
  {
    season: Season,
    from: LawDate,
    to: LawDate,
    replications: Replications,
    seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1, description: '种子；不填为 1' })),
    changes: Type.Object(
      {
        periods: Type.Array(Type.Object({ id: Key, number: Type.Integer({ minimum: 1, maximum: 1_000 }) }, closed), {
          maxItems: 50,
          description: '时限改为多长（单位不变）',
        }),
        rules: Type.Array(Type.Object({ id: Key, grade: nullable(oneOf(GRADES, '改为哪一级')) }, closed), {
          maxItems: 50,
          description: '分级规则改为哪一级；空为停用',
        }),
        items: Type.Array(Type.Object({ code: ItemCode, as: oneOf(HANDLED_AS, '改为怎样') }, closed), {
          maxItems: 500,
          description: '处罚事项的赋权和程序',
        }),
        staffing: Type.Array(Type.Object({ pool: Key, by: Type.Integer({ minimum: -500, maximum: 500 }) }, closed), {
          maxItems: 50,
          description: '人员增减',
        }),
      },
      { additionalProperties: false, description: '与现行不同的地方；都为空则只推演现行' },
    ),
  },
  { additionalProperties: false },
);

const Estimate = nullable(
  Type.Object(
    { mean: Type.Number(), low: Type.Number(), high: Type.Number() },
    { description: '平均值和 95% 区间；空为无从得知' },
  ),
);
const Place = nullable(Type.Object({ best: Type.Integer(), worst: Type.Integer() }));

export const WhatIfAnswer = Type.Object({
  season: Season,
  from: LawDate,
  to: LawDate,
  seed: Type.Integer(),
  replications: Type.Integer(),
  formula: Type.String({ description: '得分公式及其版本' }),
  catalogueVersion: Type.String(),
  compared: Type.Boolean({ description: '有没有假设' }),
  changed: Type.Array(Type.String(), { description: '假设改了什么' }),
  figures: Type.Array(
    Type.Object({
      figure: oneOf(FIGURES, '指标'),
      label: Type.String(),
      unit: oneOf(['share', 'count', 'number'] as const, '份额、件数或者数值'),
      of: nullable(Type.String({ description: '环节、单位或者一周的最后一天；空为全部' })),
      ofLabel: nullable(Type.String()),
      actual: nullable(Type.Number({ description: '以往季节实际发生的' })),
      base: Estimate,
      scenario: Estimate,
      difference: Estimate,
    }),
  ),
  places: Type.Array(Type.Object({ town: Type.String(), name: Type.String(), base: Place, scenario: Place }), {
    description: '名次区间；空为样本太少',
  }),
  unknownWeight: Type.Integer({ description: '得分里无从推演的权重' }),
  assumed: Type.Array(Type.String(), { description: '季节里没有、另行假定的' }),
});

/** One line of the answer, which comes while it is worked out. */
export const WhatIfLine = Type.Union([
  Type.Object({ kind: Type.Literal('progress'), done: Type.Integer(), of: Type.Integer() }),
  Type.Object({ kind: Type.Literal('answer'), answer: WhatIfAnswer }),
  Type.Object({
    kind: Type.Literal('failed'),
    problem: Type.Pick(ProblemSchema, ['code', 'title', 'detail', 'requestId']),
  }),
]);
