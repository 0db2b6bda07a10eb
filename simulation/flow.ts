import type { Grade } from '../domain/catalogue';
import { quantile, seenDistribution, type Distribution } from './distribution';
import type { Onward, SimulatedStage } from './season';

/** A stay at a stage as the model is fitted to it. `ms` in office time where the stage is work, by the clock where it isn't. */
export interface Stay {
  readonly stage: SimulatedStage;
  readonly grade: Grade;
  /** null = nothing can be said of how long it takes. */
  readonly length: { readonly ms: number; readonly ended: boolean } | null;
  /** null = it isn't known yet, or the ladder took the case. */
  readonly onward: Onward | null;
}

/** What stands in for what wasn't seen: figures that somebody proposed. `grade` null = at every grade. */
export interface Proposals {
  readonly times: readonly {
    readonly stage: SimulatedStage;
    readonly grade: Grade | null;
    readonly time: Distribution;
  }[];
  readonly routes: readonly {
    readonly from: SimulatedStage;
    readonly grade: Grade;
    readonly to: SimulatedStage | 'closed';
    readonly share: number;
  }[];
}

/** What the model had to take from elsewhere because the season shows nothing of it. */
export interface Assumed {
  readonly what: 'time' | 'route';
  readonly stage: SimulatedStage;
  readonly grade: Grade;
  readonly from: 'other_grades' | 'proposals';
}

/** A stage of which neither the season nor the proposals say anything. */
export class NothingKnown extends Error {
  override readonly name = 'NothingKnown';
}

interface Fitted<T> {
  readonly what: T;
  readonly assumed: Assumed | null;
}

/** A way on, and the share of cases that take it or one before it. */
interface Way {
  readonly onward: Onward;
  readonly upTo: number;
}

/** How long each stage takes and where cases go from it, by grade. */
export class Flow {
  readonly #stays = new Map<string, Stay[]>();
  readonly #times = new Map<string, Fitted<Distribution>>();
  readonly #ways = new Map<string, Fitted<readonly Way[]>>();
  readonly #assumed = new Map<string, Assumed>();

  constructor(
    stays: readonly Stay[],
    private readonly proposals: Proposals,
  ) {
    for (const stay of stays) {
      for (const key of [keyOf(stay.stage, stay.grade), stay.stage]) {
        const known = this.#stays.get(key);
        if (known === undefined) this.#stays.set(key, [stay]);
        else known.push(stay);
      }
    }
  }

  /** What was asked for so far and wasn't seen. */
  get assumed(): readonly Assumed[] {
    return [...this.#assumed.values()];
  }

  /** How long a stay lasts, ms; `share` 0 … 1 is the case's luck. Throws a NothingKnown. */
  lasts(stage: SimulatedStage, grade: Grade, share: number): number {
    const key = keyOf(stage, grade);
    const known = this.#times.get(key) ?? this.#time(stage, grade);
    this.#times.set(key, known);
    return quantile(this.#noted(known), share);
  }

  /** Where a case goes from a stage. Throws a NothingKnown. */
  onward(stage: SimulatedStage, grade: Grade, share: number): Onward {
    const key = keyOf(stage, grade);
    const known = this.#ways.get(key) ?? this.#way(stage, grade);
    this.#ways.set(key, known);
    const ways = this.#noted(known);
    return (ways.find(({ upTo }) => share < upTo) ?? ways.at(-1)!).onward;
  }

  #time(stage: SimulatedStage, grade: Grade): Fitted<Distribution> {
    const seen = (key: string) =>
      seenDistribution((this.#stays.get(key) ?? []).flatMap(({ length }) => (length === null ? [] : [length])));
    const own = seen(keyOf(stage, grade));
    if (own !== null) return { what: own, assumed: null };
    const others = seen(stage);
    if (others !== null) return { what: others, assumed: { what: 'time', stage, grade, from: 'other_grades' } };
    const { times } = this.proposals;
    const proposed =
      times.find((one) => one.stage === stage && one.grade === grade) ??
      times.find((one) => one.stage === stage && one.grade === null);
    if (proposed === undefined) throw new NothingKnown(`${stage}/${grade}: no time`);
    return { what: proposed.time, assumed: { what: 'time', stage, grade, from: 'proposals' } };
  }

  /** Another grade's ways are no guess for this one's: a town's case isn't reviewed. So the proposals come next. */
  #way(stage: SimulatedStage, grade: Grade): Fitted<readonly Way[]> {
    const seen = (this.#stays.get(keyOf(stage, grade)) ?? []).flatMap(({ onward }) => onward ?? []);
    if (seen.length > 0) return { what: waysOf(seen.map((onward) => ({ onward, share: 1 }))), assumed: null };
    const proposed = this.proposals.routes.filter((route) => route.from === stage && route.grade === grade);
    if (proposed.length === 0) throw new NothingKnown(`${stage}/${grade}: no way on`);
    return {
      what: waysOf(proposed.map(({ to, share }) => ({ onward: { stage: to, grade }, share }))),
      assumed: { what: 'route', stage, grade, from: 'proposals' },
    };
  }

  #noted<T>({ what, assumed }: Fitted<T>): T {
    if (assumed !== null) this.#assumed.set(`${assumed.what} ${keyOf(assumed.stage, assumed.grade)}`, assumed);
    return what;
  }
}

/** In one order whatever came first, so that the same luck goes the same way under another fit. */
function waysOf(taken: readonly { readonly onward: Onward; readonly share: number }[]): readonly Way[] {
  const shares = new Map<string, { onward: Onward; share: number }>();
  for (const { onward, share } of taken) {
    const key = `${onward.stage} ${onward.grade}`;
    const known = shares.get(key);
    if (known === undefined) shares.set(key, { onward, share });
    else known.share += share;
  }
  const sorted = [...shares.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, way]) => way);
  const whole = sorted.reduce((sum, { share }) => sum + share, 0);
  let upTo = 0;
  return sorted.map(({ onward, share }) => {
    upTo += share / whole;
    return { onward, upTo };
  });
}

const keyOf = (stage: SimulatedStage, grade: Grade): string => `${stage} ${grade}`;
