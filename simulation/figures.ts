import { scoreOf, type Figure, type Score, type ScoreFormula } from '../domain/evaluation/score';
import { instantOf, lastDayBefore } from '../domain/time/lawDate';
import type { OfficeTime } from './officeTime';
import { poolOf } from './runSeason';
import { isWork, SIMULATED_STAGES, type SeasonCase, type SimulatedStage, type Visit } from './season';
import { handsOf, REVIEWERS, type Pool, type Posting } from './staffing';

export const FIGURES = [
  'opened',
  'closed',
  'town_share',
  'median_days_to_close',
  'red_share',
  'backlog',
  'review_utilisation',
  'review_wait_hours',
  'utilisation',
  'score',
] as const;
export type FigureId = (typeof FIGURES)[number];

/** One number of a season; null = there was nothing to work it out from. Shares are of 1, scores of 100. */
export interface Measured {
  readonly figure: FigureId;
  /** A stage, a pool, or the last day of a week; null = of the whole. */
  readonly of: string | null;
  readonly value: number | null;
}

/** From the first instant to before the second, ms. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

export interface Yardstick {
  readonly window: Window;
  readonly towns: readonly string[];
  readonly office: OfficeTime;
  readonly postings: readonly Posting[];
  readonly officersMin: number;
  readonly formula: ScoreFormula;
}

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const HOUR_MS = 3_600_000;

export interface Figures {
  readonly measured: readonly Measured[];
  /** Of each town, in the yardstick's order. */
  readonly scores: readonly Score[];
}

/** The figures of a season or of a part of it, whether it happened or was simulated: one way for both, or they can't be compared. */
export function figuresOf(cases: readonly SeasonCase[], yardstick: Yardstick): Figures {
  const { towns, formula } = yardstick;
  const tally = new Tally(yardstick);
  for (const one of cases) tally.add(one);
  const scores = towns.map((town) => scoreOf(formula, ({ indicator }) => tally.indicator(town, indicator)));
  const measured: readonly Measured[] = [
    ...tally.measured(),
    ...towns.map((town, n): Measured => ({ figure: 'score', of: town, value: scores[n]!.points })),
  ];
  return { measured, scores };
}

/** What of the indicators a simulation knows of a town. Extensions aren't simulated, so their weight in a score stays unknown. */
const INDICATORS = [
  'handled',
  'closed',
  'closed_in_town',
  'accept_on_time',
  'duties_on_time',
  'overdue_pending',
  'rework',
] as const;
type SimulatedIndicator = (typeof INDICATORS)[number];

type Count = { hits: number; n: number };

/** Counts in one go: a season is measured as often as it is simulated. */
class Tally {
  readonly #red = new Map<SimulatedStage, Count>(SIMULATED_STAGES.filter(isOwed).map((stage) => [stage, none()]));
  readonly #all = none();
  readonly #towns = new Map<string, Map<SimulatedIndicator, Count>>();
  readonly #daysToClose: number[] = [];
  readonly #closedInTown = none();
  readonly #busy = new Map<Pool, number>();
  /** What each week's backlog is above the week's before. */
  readonly #more: number[];
  readonly #reviews = { begun: 0, waited: 0 };
  #opened = 0;

  constructor(private readonly yardstick: Yardstick) {
    const { from, until } = yardstick.window;
    this.#more = Array.from({ length: Math.floor((until - from) / WEEK_MS) }, () => 0);
  }

  add({ arrival, visits, closedAt, closedBy }: SeasonCase): void {
    const { window } = this.yardstick;
    const town = this.#town(arrival.town);
    if (within(arrival.at, window)) {
      this.#opened += 1;
      count(
        town,
        'handled',
        visits.some(({ stage, onward }) => stage === 'accept' && onward?.stage === 'verify'),
      );
      count(town, 'closed', closedAt !== null);
    }
    if (within(closedAt, window)) {
      this.#daysToClose.push(((closedAt ?? 0) - arrival.at) / DAY_MS);
      add(this.#closedInTown, closedBy === 'town');
      count(town, 'closed_in_town', closedBy === 'town');
    }
    this.#open(arrival.at, 1);
    if (closedAt !== null) this.#open(closedAt, -1);
    for (const visit of visits) {
      this.#judge(visit, town);
      this.#work(visit);
    }
  }

  indicator(town: string, indicator: string): Figure {
    return this.#town(town).get(indicator as SimulatedIndicator) ?? NOTHING;
  }

  measured(): readonly Measured[] {
    const { postings } = this.yardstick;
    const pools = Object.keys(postings[0]?.staffing ?? {}).filter((pool) => pool !== REVIEWERS);
    return [
      whole('opened', this.#opened),
      whole('closed', this.#daysToClose.length),
      whole('town_share', share(this.#closedInTown)),
      whole('median_days_to_close', median(this.#daysToClose)),
      whole('red_share', share(this.#all)),
      ...[...this.#red].map(([stage, red]): Measured => ({ figure: 'red_share', of: stage, value: share(red) })),
      ...this.#weeks(),
      whole('review_utilisation', this.#utilisation(REVIEWERS)),
      whole(
        'review_wait_hours',
        this.#reviews.begun === 0 ? null : this.#reviews.waited / this.#reviews.begun / HOUR_MS,
      ),
      ...pools.map((pool): Measured => ({ figure: 'utilisation', of: pool, value: this.#utilisation(pool) })),
    ];
  }

  #town(town: string): Map<SimulatedIndicator, Count> {
    const known = this.#towns.get(town);
    if (known !== undefined) return known;
    const counts = new Map(INDICATORS.map((indicator) => [indicator, none()]));
    this.#towns.set(town, counts);
    return counts;
  }

  /** A duty is judged once: when it is done, or when its time is over, whichever is first. */
  #judge({ stage, leftAt, dueAt, onward }: Visit, town: Map<SimulatedIndicator, Count>): void {
    const { window } = this.yardstick;
    // A return by the reviewer counts as rework: the simulation knows no other verdicts.
    if (stage === 'review' && onward !== null && within(leftAt, window)) {
      count(town, 'rework', onward.stage === 'investigation');
    }
    const red = this.#red.get(stage);
    const late = (leftAt ?? window.until) >= dueAt;
    if (red === undefined || !within(late ? dueAt : leftAt, window)) return;
    add(red, late);
    add(this.#all, late);
    // What lies with the dispatch centre isn't counted on a town's account.
    if (stage === 'dispatch') return;
    count(town, 'duties_on_time', !late);
    count(town, 'overdue_pending', late && (leftAt === null || leftAt >= window.until));
    if (stage === 'accept') count(town, 'accept_on_time', !late);
  }

  #work({ stage, owner, startedAt, leftAt, readyAt }: Visit): void {
    if (!isWork(stage) || startedAt === null) return;
    const { window, office } = this.yardstick;
    const pool = poolOf(stage, owner);
    const from = Math.max(startedAt, window.from);
    const until = Math.min(leftAt ?? window.until, window.until);
    const worked = until <= from ? 0 : office.worked(until) - office.worked(from);
    this.#busy.set(pool, (this.#busy.get(pool) ?? 0) + worked);
    if (stage !== 'review' || !within(startedAt, window)) return;
    this.#reviews.begun += 1;
    this.#reviews.waited += office.worked(startedAt) - office.worked(readyAt);
  }

  #open(at: number, by: number): void {
    const week = Math.max(0, Math.floor((at - this.yardstick.window.from) / WEEK_MS));
    if (week < this.#more.length) this.#more[week]! += by;
  }

  #weeks(): readonly Measured[] {
    const { from } = this.yardstick.window;
    let open = 0;
    return this.#more.map((more, week): Measured => {
      open += more;
      return { figure: 'backlog', of: lastDayBefore(instantOf(from + (week + 1) * WEEK_MS)), value: open };
    });
  }

  /** Null where nobody knows who worked when. */
  #utilisation(pool: Pool): number | null {
    return this.#busy.size === 0 ? null : ratio(this.#busy.get(pool) ?? 0, this.#capacity(pool));
  }

  /** Office time of all hands together. */
  #capacity(pool: Pool): number {
    const { window, office, postings, officersMin } = this.yardstick;
    return postings.reduce((sum, { from, staffing }, index) => {
      const begins = Math.max(from, window.from);
      const ends = Math.min(postings[index + 1]?.from ?? window.until, window.until);
      if (ends <= begins) return sum;
      return sum + handsOf(staffing, pool, officersMin) * (office.worked(ends) - office.worked(begins));
    }, 0);
  }
}

const NOTHING: Figure = { hits: 0, n: 0 };
const none = (): Count => ({ hits: 0, n: 0 });

function add(to: Count, hit: boolean): void {
  to.n += 1;
  if (hit) to.hits += 1;
}

function count(town: Map<SimulatedIndicator, Count>, indicator: SimulatedIndicator, hit: boolean): void {
  add(town.get(indicator)!, hit);
}

/** While the party may pay, nobody owes anything. */
function isOwed(stage: SimulatedStage): boolean {
  return stage !== 'performance';
}

const whole = (figure: FigureId, value: number | null): Measured => ({ figure, of: null, value });

const within = (at: number | null, { from, until }: Window): boolean => at !== null && at >= from && at < until;

const ratio = (part: number, of: number): number | null => (of === 0 ? null : part / of);

const share = ({ hits, n }: Count): number | null => ratio(hits, n);

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
