import type { Catalogue } from '../../domain/catalogue';
import type { Rank } from '../../domain/evaluation/rank';
import { GRADE_LABELS, ROLE_LABELS, STAGE_LABELS } from '../../domain/labels';
import { orgName } from '../../domain/orgName';
import type { CheckedModel } from '../../simulation/checkModel';
import type { FigureId } from '../../simulation/figures';
import type { Estimate } from '../../simulation/interval';
import { ASSUMED_FROM_LABELS, ASSUMED_LABELS, FIGURE_LABELS, FIGURE_UNITS } from '../../simulation/labels';
import type { SimulatedStage } from '../../simulation/season';
import { REVIEWERS } from '../../simulation/staffing';
import type { Answer, AnsweredFigure, WorldNamed } from '../../simulation/simulate';

type Towns = Pick<Catalogue, 'towns'>;

/** The answer as lines; of the backlog every fourth week, the others are in the JSON. */
export function printAnswer(answer: Answer, catalogue: Towns, proposed: number): readonly string[] {
  const { season, replications, seed, base, scenario, figures, places, assumed } = answer;
  const whole = figures.filter(({ of, figure }) => of === null && figure !== 'backlog');
  const of = (figure: FigureId): readonly AnsweredFigure[] =>
    figures.filter((one) => one.figure === figure && one.of !== null);
  const weeks = of('backlog');
  const line = (label: string, one: AnsweredFigure): string =>
    row(label, one, season.kind === 'past', scenario !== null);
  const heads = [
    '指标',
    ...(season.kind === 'past' ? ['实际'] : []),
    '现行',
    ...(scenario === null ? [] : ['假设', '相差（假设 − 现行）']),
  ];
  return [
    `${season.kind === 'past' ? '以往' : '虚拟'}季节 ${season.from} 至 ${season.to}，${replications} 次重复，种子 ${seed}`,
    `现行：${worldWords(base, null, catalogue)}`,
    ...(scenario === null ? [] : [`假设：${worldWords(scenario, base, catalogue)}`]),
    ...(season.kind === 'made_up'
      ? [`所用数据有 ${proposed} 行是建议值，未经核定：结果只能用来比较，不能当作预报。`]
      : []),
    '每项为平均值 [95% 区间]：再来一季有 95% 的把握落在其中',
    '',
    heads.join('\t'),
    ...whole.map((one) => line(FIGURE_LABELS[one.figure], one)),
    '',
    '各环节红灯率',
    ...of('red_share')
      .filter(({ base }) => base !== null)
      .map((one) => line(`  ${STAGE_LABELS[one.of as SimulatedStage]}`, one)),
    '',
    '每四周末在办（件）',
    ...weeks.filter((_, n) => (n + 1) % 4 === 0 || n === weeks.length - 1).map((one) => line(`  ${one.of ?? ''}`, one)),
    '',
    '各单位忙碌率',
    ...of('utilisation').map((one) => line(`  ${orgName(catalogue, one.of ?? '')}`, one)),
    '',
    '各镇街履职得分（括号内为名次区间）',
    ...of('score').map((one) => {
      const place = places.find(({ town }) => town === one.of);
      const ranks = [place?.base ?? null, ...(scenario === null ? [] : [place?.scenario ?? null])].map(rankWords);
      return `${line(`  ${orgName(catalogue, one.of ?? '')}`, one)}\t（${ranks.join(' → ')}）`;
    }),
    ...(places.some(({ unknownWeight }) => unknownWeight > 0)
      ? [
          `  得分中权重 ${Math.max(...places.map(({ unknownWeight }) => unknownWeight))} 的部分无从推演（如延期率），未计入`,
        ]
      : []),
    ...(assumed.length === 0 ? [] : ['', '季节里没有、另行假定的：']),
    ...assumed.map(
      ({ what, stage, grade, from }) =>
        `  ${GRADE_LABELS[grade]}“${STAGE_LABELS[stage]}”的${ASSUMED_LABELS[what]}：${ASSUMED_FROM_LABELS[from]}`,
    ),
  ];
}

export function printCheck({ fittedTo, heldOut, replications, seed, figures }: CheckedModel): readonly string[] {
  const verdict = { true: '在区间内', false: '在区间外', null: '无从比较' } as const;
  const outside = figures.filter(({ within }) => within === false).length;
  return [
    `以 ${fittedTo.from} 至 ${fittedTo.to} 拟合，预测 ${heldOut.from} 至 ${heldOut.to}，${replications} 次重复，种子 ${seed}`,
    '',
    ['指标', '预测 [95% 区间]', '实际', '结论'].join('\t'),
    ...figures.map(({ figure, foretold, actual, within }) =>
      [FIGURE_LABELS[figure], estimateWords(figure, foretold), valueWords(figure, actual), verdict[`${within}`]].join(
        '\t',
      ),
    ),
    '',
    outside === 0
      ? '没有一项落在区间之外。'
      : `${outside} 项落在区间之外：这一个月与之前不同，或者模型不适用，推演结果不宜采信。`,
  ];
}

function row(label: string, one: AnsweredFigure, past: boolean, compared: boolean): string {
  return [
    label,
    ...(past ? [valueWords(one.figure, one.actual)] : []),
    estimateWords(one.figure, one.base),
    ...(compared ? [estimateWords(one.figure, one.scenario), estimateWords(one.figure, one.difference, true)] : []),
  ].join('\t');
}

function estimateWords(figure: FigureId, estimate: Estimate | null, signed = false): string {
  if (estimate === null) return '无从得知';
  const words = (value: number) => {
    const text = valueWords(figure, value);
    return signed && value > 0 && text !== valueWords(figure, 0) ? `+${text}` : text;
  };
  return `${words(estimate.mean)} [${words(estimate.low)}, ${words(estimate.high)}]`;
}

function valueWords(figure: FigureId, value: number | null): string {
  if (value === null) return '无从得知';
  switch (FIGURE_UNITS[figure]) {
    case 'share':
      return `${rounded(value * 100, 1)}%`;
    case 'count':
      return rounded(value, 0);
    case 'number':
      return rounded(value, 1);
  }
}

/** What rounds to nought from below is nought, not −0. */
function rounded(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text;
}

function rankWords(rank: Rank | null): string {
  if (rank === null) return '样本太少';
  return rank.best === rank.worst ? `第 ${rank.best}` : `第 ${rank.best}～${rank.worst}`;
}

function worldWords({ catalogue, staffing }: WorldNamed, before: WorldNamed | null, towns: Towns): string {
  if (before === null) {
    const people = Object.values(staffing).reduce((sum, number) => sum + number, 0);
    return `目录 ${catalogue}，执法人员和审核员共 ${people} 人`;
  }
  const changes = Object.keys(staffing)
    .map((pool) => ({ pool, by: (staffing[pool] ?? 0) - (before.staffing[pool] ?? 0) }))
    .filter(({ by }) => by !== 0)
    .map(
      ({ pool, by }) =>
        `${pool === REVIEWERS ? ROLE_LABELS.legal_reviewer : orgName(towns, pool)} ${by > 0 ? '+' : ''}${by} 人`,
    );
  return `目录 ${catalogue}${catalogue === before.catalogue ? '（同现行）' : ''}，${changes.length === 0 ? '人员同现行' : changes.join('，')}`;
}
