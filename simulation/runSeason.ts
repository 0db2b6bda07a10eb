import TinyQueue from 'tinyqueue';
import { limitValues } from '../domain/grading/limitValues';
import { BUREAU, type OrgId } from '../domain/people';
import type { Clock } from '../domain/time/clock';
import { msOf } from '../domain/time/lawDate';
import { Crew, type Job } from './crew';
import type { Flow } from './flow';
import type { Luck } from './luck';
import type { OfficeTime } from './officeTime';
import type { CaseLaw, Rules } from './rules';
import { isWork, type Arrival, type Onward, type SeasonCase, type SimulatedStage, type Visit } from './season';
import { handsOf, REVIEWERS, type Pool, type Posting } from './staffing';

export interface Run {
  readonly arrivals: readonly Arrival[];
  /** Nothing from this instant on is simulated, ms. */
  readonly until: number;
  readonly rules: Rules;
  readonly flow: Flow;
  readonly office: OfficeTime;
  /** In the order of their instants; the first one stands from the season's beginning. */
  readonly postings: readonly Posting[];
  /** Every case has luck of its own, by its place among the arrivals: so it is the same one under other rules or staffing. */
  readonly luck: Luck;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Stay extends Mutable<Visit> {
  lasts: number;
  goesTo: Onward;
  /** From when its period is counted. */
  clockFrom: number;
  /** A clock that has been held; null = one that has only run since `clockFrom`. */
  clock: Clock | null;
}

interface Running {
  readonly index: number;
  readonly arrival: Arrival;
  readonly caseLaw: CaseLaw;
  readonly luck: Luck;
  readonly visits: Stay[];
  /** What waits while the case lies with the reviewer, or comes back from there. */
  readonly held: Map<SimulatedStage, { readonly stay: Stay; readonly at: number }>;
  closedAt: number | null;
  closedBy: 'town' | 'bureau' | null;
}

/** Of one shape for all kinds: there are millions of them. */
interface Happening {
  readonly kind: 'arrives' | 'posted' | 'ready' | 'ends' | 'red' | 'taken';
  readonly at: number;
  /** What is at the same instant happens in the order in which it was foreseen. */
  readonly order: number;
  /** Of the case, or of the posting. */
  readonly index: number;
  /** Which of the case's stays it is about; 0 = it is about none. */
  readonly visit: number;
}

/** Lets a season happen: cases come in, are graded, wait for hands, are worked on, go on, and are taken by the ladder. */
export function runSeason(run: Run): readonly SeasonCase[] {
  return new SeasonRun(run).cases();
}

class SeasonRun {
  readonly #happenings = new TinyQueue<Happening>([], (one, other) => one.at - other.at || one.order - other.order);
  readonly #running: Running[] = [];
  readonly #crews = new Map<Pool, Crew>();
  readonly #officersMin: number;
  #order = 0;
  readonly #stillWaits = ({ index, visit }: Job): boolean => {
    const { visits } = this.#running[index]!;
    return visits.length === visit && visits.at(-1)?.leftAt === null;
  };

  constructor(private readonly run: Run) {
    this.#officersMin = limitValues(run.rules.catalogue.limits).officers_min;
  }

  cases(): readonly SeasonCase[] {
    for (const [index, { from }] of this.run.postings.entries()) this.#add('posted', from, index, 0);
    for (const [index, { at }] of this.run.arrivals.entries()) this.#add('arrives', at, index, 0);
    for (let next = this.#happenings.pop(); next !== undefined; next = this.#happenings.pop()) this.#happens(next);
    return this.#running;
  }

  #add(kind: Happening['kind'], at: number, index: number, visit: number): void {
    if (at < this.run.until) this.#happenings.push({ kind, at, order: (this.#order += 1), index, visit });
  }

  #happens({ kind, at, index, visit }: Happening): void {
    if (kind === 'posted') return this.#post(this.run.postings[index]!, at);
    if (kind === 'arrives') return this.#arrive(this.run.arrivals[index]!, at);
    const running = this.#running[index]!;
    const stay = running.visits.at(-1)!;
    // The case has left that stay meanwhile.
    if (running.visits.length !== visit || stay.leftAt !== null) return;
    switch (kind) {
      case 'ready':
        return this.#queue(running, stay, at);
      case 'ends':
        return this.#end(running, stay, at);
      case 'red':
        return this.#red(running, stay);
      case 'taken':
        return this.#take(running, stay, at);
    }
  }

  #post({ staffing }: Posting, at: number): void {
    for (const pool of Object.keys(staffing)) {
      this.#crew(pool).setHands(handsOf(staffing, pool, this.#officersMin));
      this.#begin(pool, at);
    }
  }

  #arrive(arrival: Arrival, at: number): void {
    const { rules, luck } = this.run;
    const running: Running = {
      index: this.#running.length,
      arrival,
      caseLaw: rules.lawFor(arrival),
      luck: luck.branch(),
      visits: [],
      held: new Map(),
      closedAt: null,
      closedBy: null,
    };
    this.#running.push(running);
    this.#enter(running, { stage: 'accept', grade: rules.grade(arrival) }, at);
  }

  #enter(running: Running, { stage, grade }: Onward, at: number): void {
    if (stage === 'closed') {
      running.closedAt = at;
      running.closedBy = grade === 'bureau' ? 'bureau' : 'town';
      return;
    }
    const { flow } = this.run;
    const owner = grade === 'bureau' ? BUREAU : running.arrival.town;
    const shareOfTime = running.luck.share();
    const shareOfWays = running.luck.share();
    const { readyAt, dueAt, clockFrom, clock } = this.#times(running, stage, owner, at);
    const stay: Stay = {
      stage,
      grade,
      owner,
      enteredAt: at,
      readyAt,
      startedAt: null,
      leftAt: null,
      onward: null,
      taken: false,
      by: null,
      dueAt,
      clockFrom,
      clock,
      lasts: flow.lasts(stage, grade, shareOfTime),
      goesTo: flow.onward(stage, grade, shareOfWays),
    };
    running.visits.push(stay);
    const { index, visits } = running;
    this.#add('red', dueAt, index, visits.length);
    if (!isWork(stage)) this.#add('ends', at + stay.lasts, index, visits.length);
    else if (readyAt > at) this.#add('ready', readyAt, index, visits.length);
    else this.#queue(running, stay, at);
  }

  #times(
    { caseLaw, held }: Running,
    stage: SimulatedStage,
    owner: OrgId,
    at: number,
  ): Pick<Stay, 'readyAt' | 'dueAt' | 'clockFrom' | 'clock'> {
    const { rules } = this.run;
    if (stage === 'decision') {
      const { readyAt, decideFrom } = rules.spoken(caseLaw, at);
      return { readyAt, dueAt: rules.dueAt(caseLaw, stage, decideFrom), clockFrom: decideFrom, clock: null };
    }
    const waiting = held.get(stage);
    held.delete(stage);
    const began = waiting?.stay.owner === owner ? this.#clock(caseLaw, waiting.stay) : null;
    if (waiting === undefined || began === null) {
      return { readyAt: at, dueAt: rules.dueAt(caseLaw, stage, at), clockFrom: at, clock: null };
    }
    const clock = rules.resumed(caseLaw, began, waiting.at, at);
    return { readyAt: at, dueAt: msOf(clock.dueAt), clockFrom: at, clock };
  }

  #clock(caseLaw: CaseLaw, { clock, stage, owner, clockFrom }: Stay): Clock | null {
    return clock ?? this.run.rules.clock(caseLaw, stage, stage === 'review' ? BUREAU : owner, clockFrom);
  }

  #queue({ index, visits }: Running, { stage, owner, dueAt, readyAt }: Stay, at: number): void {
    const pool = poolOf(stage, owner);
    this.#crew(pool).add({ dueAt, readyAt, index, visit: visits.length });
    this.#begin(pool, at);
  }

  /** Whoever is free takes up what is due first. */
  #begin(pool: Pool, at: number): void {
    const { office } = this.run;
    const crew = this.#crew(pool);
    for (let next = crew.next(this.#stillWaits); next !== null; next = crew.next(this.#stillWaits)) {
      const { index, visit } = next.job;
      const stay = this.#running[index]!.visits.at(-1)!;
      stay.startedAt = at;
      stay.by = next.by;
      // What takes no time at all is done at once, and not at the end of the last office hour.
      this.#add('ends', Math.max(at, office.instantAfter(office.worked(at) + stay.lasts)), index, visit);
    }
  }

  #end(running: Running, stay: Stay, at: number): void {
    stay.leftAt = at;
    stay.onward = stay.goesTo;
    const to = stay.goesTo.stage;
    // The clock of whoever waits for the other stands still: the reviewer's, or that of whoever investigates.
    if ((stay.stage === 'investigation' && to === 'review') || (stay.stage === 'review' && to === 'investigation')) {
      running.held.set(stay.stage, { stay, at });
    }
    this.#enter(running, stay.goesTo, at);
    this.#release(stay, at);
  }

  #red({ index, caseLaw, visits }: Running, stay: Stay): void {
    const { rules } = this.run;
    if (!rules.mayBeTaken(caseLaw, stay.grade, stay.stage)) return;
    const { stage, dueAt, clock } = stay;
    const at = rules.takenAt(caseLaw, stage, dueAt, clock !== null, () => this.#clock(caseLaw, stay));
    if (at !== null) this.#add('taken', Math.max(at, stay.dueAt), index, visits.length);
  }

  /** The bureau takes the case where it stands, and its stage begins again there. */
  #take(running: Running, stay: Stay, at: number): void {
    stay.leftAt = at;
    stay.taken = true;
    this.#enter(running, { stage: stay.stage === 'dispatch' ? 'accept' : stay.stage, grade: 'bureau' }, at);
    this.#release(stay, at);
    stay.by = null;
  }

  #release({ stage, owner, startedAt, by }: Stay, at: number): void {
    if (!isWork(stage) || startedAt === null || by === null) return;
    const pool = poolOf(stage, owner);
    this.#crew(pool).done(by);
    this.#begin(pool, at);
  }

  #crew(pool: Pool): Crew {
    const known = this.#crews.get(pool);
    if (known !== undefined) return known;
    const crew = new Crew(pool);
    this.#crews.set(pool, crew);
    return crew;
  }
}

/** Who works at a stage: the reviewers, or whoever has the case. */
export function poolOf(stage: SimulatedStage, owner: OrgId): Pool {
  return stage === 'review' ? REVIEWERS : owner;
}
