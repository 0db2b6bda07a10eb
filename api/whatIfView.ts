import type { Static } from 'typebox';
import type { Catalogue, Grade } from '../domain/catalogue';
import { newestOf } from '../domain/evaluation/newestOf';
import { FIELD_LABELS, GRADE_LABELS, ROLE_LABELS, STAGE_LABELS } from '../domain/labels';
import { orgName } from '../domain/orgName';
import { articleWords, spanWords, UNIT_WORDS } from '../domain/time/words';
import { handledAs } from '../simulation/changeCatalogue';
import type { AnsweredFigure, Answer } from '../simulation/simulate';
import {
  ASSUMED_FROM_LABELS,
  ASSUMED_LABELS,
  FIGURE_LABELS,
  FIGURE_UNITS,
  HANDLED_AS_LABELS,
  NOT_MODELLED,
} from '../simulation/labels';
import { SIMULATED_STAGES, type SimulatedStage } from '../simulation/season';
import { REVIEWERS, type Pool } from '../simulation/staffing';
import { periodsThatCount, rulesThatCount } from '../simulation/whatCounts';
import type { Changes, WhatIf } from '../whatif/answerWhatIf';
import type { Base } from '../whatif/loadBase';
import type { ApiDeps } from './deps';
import type { WhatIfAnswer, WhatIfBase } from './schemas/whatIf';

/** What there is to change, as it is now. */
export function whatCanBeChanged({
  catalogue,
  world,
  figures,
}: Base): Pick<
  Static<typeof WhatIfBase>,
  'periods' | 'rules' | 'items' | 'pools' | 'gradeLabels' | 'handledAsLabels' | 'notModelled' | 'proposed'
> {
  return {
    periods: periodsThatCount(catalogue).map(({ id, name, span, article }) => ({
      ...{ id, name, number: span.number, unitLabel: UNIT_WORDS[span.unit], article: articleWords(article) },
    })),
    rules: rulesThatCount(catalogue).map(({ id, condition, grade, basis }) => ({ id, condition, grade, basis })),
    items: catalogue.items.map((item) => ({
      ...{ code: item.code, name: item.name, fieldLabel: FIELD_LABELS[item.field], as: handledAs(item) },
    })),
    pools: Object.entries(world.staffing).map(([pool, people]) => ({ pool, name: poolName(catalogue, pool), people })),
    gradeLabels: GRADE_LABELS,
    handledAsLabels: HANDLED_AS_LABELS,
    notModelled: [...NOT_MODELLED],
    proposed: figures.proposed,
  };
}

export function answerView(
  { figures, places, assumed, ...answer }: Answer,
  { changes }: WhatIf,
  { catalogue, evaluation }: Pick<ApiDeps, 'catalogue' | 'evaluation'>,
): Static<typeof WhatIfAnswer> {
  const { season, seed, replications, formula, base, scenario } = answer;
  return {
    ...{ season: season.kind, from: season.from, to: season.to, seed, replications },
    formula: `${newestOf(evaluation.formulas, formula.id, formula.version)?.label ?? formula.id}第 ${formula.version} 版`,
    catalogueVersion: base.catalogue,
    compared: scenario !== null,
    changed: changeWords(changes, catalogue),
    figures: figures.map(({ actual, base: before, scenario: after, difference, ...one }) => ({
      ...{ figure: one.figure, label: FIGURE_LABELS[one.figure], unit: FIGURE_UNITS[one.figure], of: one.of },
      ...{ ofLabel: ofLabel(one, catalogue), actual, base: before, scenario: after, difference },
    })),
    places: places.map(({ town, base: before, scenario: after }) => ({
      ...{ town, name: orgName(catalogue, town), base: before, scenario: after },
    })),
    // A town without a case has no score at all, which says nothing of the others'.
    unknownWeight: Math.max(0, ...places.map(({ unknownWeight }) => unknownWeight).filter((weight) => weight < 100)),
    assumed: assumed.map(
      ({ what, stage, grade, from }) =>
        `${GRADE_LABELS[grade]}“${STAGE_LABELS[stage]}”的${ASSUMED_LABELS[what]}：${ASSUMED_FROM_LABELS[from]}`,
    ),
  };
}

function ofLabel({ of }: Pick<AnsweredFigure, 'of'>, catalogue: Catalogue): string | null {
  if (of === null) return null;
  return isStage(of) ? STAGE_LABELS[of] : poolName(catalogue, of);
}

const isStage = (of: string): of is SimulatedStage => (SIMULATED_STAGES as readonly string[]).includes(of);

const poolName = (catalogue: Catalogue, pool: Pool): string =>
  pool === REVIEWERS ? ROLE_LABELS.legal_reviewer : orgName(catalogue, pool);

/** A change that names nothing known was refused before there was an answer. */
function changeWords({ periods, rules, items, staffing }: Changes, catalogue: Catalogue): string[] {
  const gradeWords = (grade: Grade | null): string => (grade === null ? '停用' : GRADE_LABELS[grade]);
  return [
    ...periods.flatMap(({ id, number }) => {
      const period = catalogue.periods.find((one) => one.id === id);
      if (period === undefined) return [];
      return [`时限“${period.name}”：${spanWords(period.span)} → ${spanWords({ ...period.span, number })}`];
    }),
    ...rules.flatMap(({ id, grade }) => {
      const rule = catalogue.gradingRules.find((one) => one.id === id);
      if (rule === undefined) return [];
      return [`分级规则 ${id}“${rule.condition}”：${GRADE_LABELS[rule.grade]} → ${gradeWords(grade)}`];
    }),
    ...items.flatMap(({ code, as }) => {
      const item = catalogue.items.find((one) => one.code === code);
      if (item === undefined) return [];
      return [`${code} ${item.name}：${HANDLED_AS_LABELS[handledAs(item)]} → ${HANDLED_AS_LABELS[as]}`];
    }),
    ...staffing.map(({ pool, by }) => `${poolName(catalogue, pool)}：${by > 0 ? '+' : ''}${by} 人`),
  ];
}
