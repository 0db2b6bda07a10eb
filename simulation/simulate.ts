import type { LawDate } from '../domain/catalogue';
import { limitValues } from '../domain/grading/limitValues';
import { rank, type Rank } from '../domain/evaluation/rank';
import type { Score, ScoreFormula } from '../domain/evaluation/score';
import { endOf, msOf, startOf } from '../domain/time/lawDate';
import { makeArrivals, type ArrivalRates } from './arrivals';
import { figuresOf, type FigureId, type Measured, type Window, type Yardstick } from './figures';
import { Flow, type Assumed, type Proposals, type Stay } from './flow';
import { estimateOf, type Estimate } from './interval';
import { lucks, type Luck } from './luck';
import { OfficeTime } from './officeTime';
import type { Rules } from './rules';
import { runSeason } from './runSeason';
import type { Arrival, SeasonCase } from './season';
import type { Staffing } from './staffing';
import { knownAt, staysOf } from './staysOf';

/** Under which rules and with how many people a season is lived through. */
export interface World {
  readonly rules: Rules;
  readonly staffing: Staffing;
}

/** Both days included. */
export interface Days {
  readonly from: LawDate;
  readonly to: LawDate;
}

export type Source =
  | { readonly kind: 'made_up'; readonly rates: ArrivalRates }
  /** In the order of their coming, as they stood when the season was over. */
  | { readonly kind: 'past'; readonly cases: readonly SeasonCase[] };

export interface Question {
  readonly source: Source;
  readonly days: Days;
  readonly base: World;
  /** null = only the base is asked about. */
  readonly scenario: World | null;
  readonly proposals: Proposals;
  readonly formula: ScoreFormula;
  /** Fewer observations than these make no place. */
  readonly enough: number;
  readonly replications: number;
  readonly seed: number;
  /** Called after each replication. */
  readonly step: () => void;
}

export interface AnsweredFigure {
  readonly figure: FigureId;
  readonly of: string | null;
  /** What happened, in a past season. */
  readonly actual: number | null;
  readonly base: Estimate | null;
  readonly scenario: Estimate | null;
  /** Scenario less base, replication by replication with the same luck. */
  readonly difference: Estimate | null;
}

export interface TownPlace {
  readonly town: string;
  readonly base: Rank | null;
  readonly scenario: Rank | null;
  /** Weight of the score's parts that a simulation can't know. */
  readonly unknownWeight: number;
}

export interface WorldNamed {
  readonly catalogue: string;
  readonly staffing: Staffing;
}

/** JSON-safe. */
export interface Answer {
  readonly season: Days & { readonly kind: Source['kind'] };
  readonly seed: number;
  readonly replications: number;
  readonly formula: { readonly id: string; readonly version: number };
  readonly base: WorldNamed;
  readonly scenario: WorldNamed | null;
  readonly figures: readonly AnsweredFigure[];
  readonly places: readonly TownPlace[];
  readonly assumed: readonly Assumed[];
}

/** Lives through a season again and again, under one world and under another with the same luck, and compares. */
export function simulate(question: Question): Answer {
  const { source, days, base, scenario, formula, replications, seed } = question;
  const window = windowOf(days);
  const worlds = [base, ...(scenario === null ? [] : [scenario])].map((world) => new Lived(world, window, formula));
  const [first] = worlds;
  const fit = source.kind === 'past' ? new Fit(source.cases, first!.yardstick.office, window.until) : null;
  const assumed = new Map<string, Assumed>();
  for (const luck of lucks(seed, replications)) {
    const [ofArrivals, ofFit, ofCases] = [luck.branch(), luck.branch(), luck.branch()];
    const arrivals = arrivalsOf(question, ofArrivals);
    const flow = fit === null ? new Flow([], question.proposals) : fit.drawn(ofFit, question.proposals);
    for (const world of worlds) world.live(arrivals, flow, ofCases.twin());
    if (fit !== null) for (const one of flow.assumed) assumed.set(JSON.stringify(one), one);
    question.step();
  }
  const actual = source.kind === 'past' ? figuresOf(source.cases, first!.yardstick).measured : [];
  return {
    season: { kind: source.kind, ...days },
    seed,
    replications,
    formula: { id: formula.id, version: formula.version },
    base: named(base),
    scenario: scenario === null ? null : named(scenario),
    figures: compared(worlds, actual),
    places: placesOf(worlds, question.enough),
    assumed: [...assumed.values()],
  };
}

export function windowOf({ from, to }: Days): Window {
  return { from: msOf(startOf(from)), until: msOf(endOf(to)) };
}

function arrivalsOf({ source, days, base }: Question, luck: Luck): readonly Arrival[] {
  return source.kind === 'past'
    ? source.cases.map(({ arrival }) => arrival)
    : makeArrivals(source.rates, base.rules.catalogue, days, luck);
}

/** What a past season shows, ready to be fitted to. */
export class Fit {
  readonly #stays: readonly (readonly Stay[])[];

  constructor(cases: readonly SeasonCase[], office: OfficeTime, knownUntil: number) {
    this.#stays = staysOf(knownAt(cases, knownUntil), office, knownUntil);
  }

  /** A fit to as many cases drawn from those that were seen: what was seen is a sample, and intervals have to say so. */
  drawn(luck: Luck, proposals: Proposals): Flow {
    return new Flow(
      this.#stays.flatMap(() => this.#stays[luck.below(this.#stays.length)]!),
      proposals,
    );
  }
}

/** A world, and what came of its seasons. */
export class Lived {
  readonly yardstick: Yardstick;
  readonly measured: (readonly Measured[])[] = [];
  readonly scores: (readonly Score[])[] = [];

  constructor(
    private readonly world: World,
    /** All that is simulated. */
    private readonly season: Window,
    formula: ScoreFormula,
    /** What is measured of it. */
    measured: Window = season,
  ) {
    const { catalogue } = world.rules;
    this.yardstick = {
      window: measured,
      towns: catalogue.towns.map(({ code }) => code),
      office: new OfficeTime(season.from, season.until, catalogue.calendar),
      postings: [{ from: season.from, staffing: world.staffing }],
      officersMin: limitValues(catalogue.limits).officers_min,
      formula,
    };
  }

  live(arrivals: readonly Arrival[], flow: Flow, luck: Luck): void {
    const { office, postings } = this.yardstick;
    const { rules } = this.world;
    const cases = runSeason({ arrivals, until: this.season.until, rules, flow, office, postings, luck });
    const { measured, scores } = figuresOf(cases, this.yardstick);
    this.measured.push(measured);
    this.scores.push(scores);
  }
}

function compared([base, scenario]: readonly Lived[], actual: readonly Measured[]): readonly AnsweredFigure[] {
  const [first] = base!.measured;
  return (first ?? []).map(({ figure, of }, n) => {
    const values = (lived: Lived) => lived.measured.map((one) => one[n]!.value);
    const before = values(base!);
    const after = scenario === undefined ? null : values(scenario);
    return {
      ...{ figure, of },
      actual: actual[n]?.value ?? null,
      base: estimateOf(before),
      scenario: after === null ? null : estimateOf(after),
      difference: after === null ? null : estimateOf(after.map((value, m) => less(value, before[m]!))),
    };
  });
}

const less = (value: number | null, from: number | null): number | null =>
  value === null || from === null ? null : value - from;

/** Places by the intervals in which the towns' scores lie over the replications. */
function placesOf([base, scenario]: readonly Lived[], enough: number): readonly TownPlace[] {
  const scores = overall(base!);
  const before = rank(scores, enough);
  const after = scenario === undefined ? null : rank(overall(scenario), enough);
  return base!.yardstick.towns.map((town, n) => ({
    town,
    base: before[n]!,
    scenario: after?.[n] ?? null,
    unknownWeight: scores[n]!.unknownWeight,
  }));
}

function overall({ scores, yardstick }: Lived): readonly Score[] {
  return yardstick.towns.map((_town, n) => {
    const own = scores.map((replication) => replication[n]!);
    const estimate = estimateOf(own.map(({ points }) => points));
    return {
      points: estimate?.mean ?? null,
      low: estimate?.low ?? null,
      high: estimate?.high ?? null,
      unknownWeight: Math.max(...own.map(({ unknownWeight }) => unknownWeight)),
      smallest: Math.min(...own.map(({ smallest }) => smallest)),
      parts: [],
    };
  });
}

function named({ rules, staffing }: World): WorldNamed {
  return { catalogue: rules.catalogue.version, staffing };
}
