import type { ScoreFormula } from '../domain/evaluation/score';
import { instantOf, lawDateOf, msOf, startOf } from '../domain/time/lawDate';
import { arrivalsAfter } from './arrivals';
import { figuresOf, type FigureId } from './figures';
import type { Proposals } from './flow';
import { estimateOf, type Estimate } from './interval';
import { lucks } from './luck';
import type { SeasonCase } from './season';
import { Fit, Lived, windowOf, type Days, type World } from './simulate';

/** What a model that can be trusted foretells. */
export const FORETOLD = [
  'closed',
  'red_share',
  'town_share',
  'median_days_to_close',
] as const satisfies readonly FigureId[];

export interface Check {
  readonly cases: readonly SeasonCase[];
  readonly days: Days;
  readonly world: World;
  readonly proposals: Proposals;
  readonly formula: ScoreFormula;
  readonly replications: number;
  readonly seed: number;
  readonly step: () => void;
}

export interface Foretold {
  readonly figure: (typeof FORETOLD)[number];
  readonly foretold: Estimate | null;
  readonly actual: number | null;
  /** null = one of the two isn't known. */
  readonly within: boolean | null;
}

/** JSON-safe. */
export interface CheckedModel {
  readonly fittedTo: Days;
  readonly heldOut: Days;
  readonly seed: number;
  readonly replications: number;
  readonly figures: readonly Foretold[];
}

/** Nothing is left to fit to; in Chinese. */
export class SeasonTooShort extends Error {
  override readonly name = 'SeasonTooShort';
}

/**
 * Fits to all of a season but its last month and foretells that month, of which it is told nothing: neither which cases come in
 * nor how long they take. Throws a SeasonTooShort where nothing comes before it.
 */
export function checkModel({ cases, days, world, proposals, formula, replications, seed, step }: Check): CheckedModel {
  const season = windowOf(days);
  const firstOut = `${days.to.slice(0, 7)}-01`;
  const cut = msOf(startOf(firstOut));
  const before = cases.filter(({ arrival }) => arrival.at < cut).map(({ arrival }) => arrival);
  if (cut <= season.from || before.length === 0)
    throw new SeasonTooShort(`${firstOut} 之前没有案件可供拟合，--from 应再早。`);

  const lived = new Lived(world, season, formula, { from: cut, until: season.until });
  const fit = new Fit(cases, lived.yardstick.office, cut);
  const { calendar } = world.rules.catalogue;
  for (const luck of lucks(seed, replications)) {
    const [ofArrivals, ofFit, ofCases] = [luck.branch(), luck.branch(), luck.branch()];
    const coming = arrivalsAfter(before, { from: season.from, until: cut }, season.until, calendar, ofArrivals);
    lived.live([...before, ...coming], fit.drawn(ofFit, proposals), ofCases);
    step();
  }
  const happened = figuresOf(cases, lived.yardstick).measured;
  return {
    fittedTo: { from: days.from, to: lawDateOf(instantOf(cut - 1)) },
    heldOut: { from: firstOut, to: days.to },
    seed,
    replications,
    figures: FORETOLD.map((figure): Foretold => {
      const valueOf = (all: typeof happened) =>
        all.find((one) => one.figure === figure && one.of === null)?.value ?? null;
      const foretold = estimateOf(lived.measured.map(valueOf));
      const actual = valueOf(happened);
      const within = foretold === null || actual === null ? null : foretold.low <= actual && actual <= foretold.high;
      return { figure, foretold, actual, within };
    }),
  };
}
