import type { EvaluationRules } from '../config/evaluation';
import type { Pool } from '../db/pool';
import { readFigures } from '../db/readFigures';
import { readIndicator, type Dimension, type IndicatorRow } from '../db/readIndicator';
import type { Instant, LawDate, Town } from '../domain/catalogue';
import type { Indicator } from '../domain/evaluation/indicator';
import { INDICATORS } from '../domain/evaluation/indicators';
import { newestOf } from '../domain/evaluation/newestOf';
import type { ScoreFormula } from '../domain/evaluation/score';
import { lawDateOf } from '../domain/time/lawDate';
import { firstDayOf, lastDayOf, type Month } from '../domain/time/month';
import { scoresView, type ScoreRow } from '../evaluation/scoresView';
import { townsWithoutCases } from '../evaluation/townsWithoutCases';

/** A formula as it is told, without its code. */
export type Definition = Omit<Indicator, 'observe' | 'reads'>;

/** What an indicator came to: for the whole city, by the town where it happened, by the organisation whose duty it was. */
export interface IndicatorFigures {
  readonly indicator: Definition;
  readonly all: readonly IndicatorRow[];
  readonly towns: readonly IndicatorRow[];
  readonly orgs: readonly IndicatorRow[];
}

export interface MonthlyFigures {
  readonly month: Month;
  readonly from: LawDate;
  /** The month's last day, or today where the month isn't over. */
  readonly to: LawDate;
  readonly over: boolean;
  readonly madeAt: Instant;
  /** Each under its newest version. */
  readonly indicators: readonly IndicatorFigures[];
  /** The formula that was in force at the end; null = none was, and nobody has a score. */
  readonly formula: ScoreFormula | null;
  readonly towns: readonly ScoreRow[];
  readonly orgs: readonly ScoreRow[];
  readonly townsWithoutCases: readonly Town[];
}

/** Not a month that something can be said of. */
export class MonthNotBegun extends Error {
  override readonly name = 'MonthNotBegun';
}

/** A month's figures as they are now. Throws a MonthNotBegun for one that hasn't begun. */
export async function monthlyFigures(
  db: Pool,
  month: Month,
  now: Instant,
  { formulas, enough, towns }: Pick<EvaluationRules, 'formulas' | 'enough'> & { readonly towns: readonly Town[] },
): Promise<MonthlyFigures> {
  const today = lawDateOf(now);
  const [from, last] = [firstDayOf(month), lastDayOf(month)];
  if (from > today) throw new MonthNotBegun(`${month} has not begun`);
  const over = last < today;
  const to = over ? last : today;
  const whole = { from, to, per: 'whole' } as const;

  const newest = [...new Set(INDICATORS.map(({ id }) => id))].flatMap(
    (id) => newestOf(INDICATORS, id, undefined) ?? [],
  );
  const indicators: IndicatorFigures[] = [];
  for (const { observe: _observe, reads: _reads, ...indicator } of newest) {
    const by = (dimension: Dimension) =>
      readIndicator(db, { ...whole, indicator: indicator.id, version: indicator.version, by: dimension });
    indicators.push({ indicator, all: await by('all'), towns: await by('town'), orgs: await by('org') });
  }

  // One formula makes the report: the first of the file, as it stood at the end of the month.
  const inForce = formulas.filter(({ inForceFrom }) => inForceFrom <= to);
  const formula = newestOf(inForce, formulas[0]?.id ?? '', undefined) ?? null;
  const scores = async (by: Dimension): Promise<readonly ScoreRow[]> =>
    formula === null
      ? []
      : scoresView(formula, await readFigures(db, { ...whole, by, indicators: formula.parts }), enough);
  return {
    ...{ month, from, to, over, madeAt: now, indicators, formula },
    towns: await scores('town'),
    orgs: await scores('org'),
    townsWithoutCases: await townsWithoutCases(db, towns, { from, to }),
  };
}
