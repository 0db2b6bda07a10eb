/** How long something takes: values in ascending order, and the share that is over by each of them. ms. */
export interface Distribution {
  readonly values: readonly number[];
  readonly overBy: readonly number[];
}

/** One length that was seen; not ended = it was still going on when it was last seen. */
export interface Length {
  readonly ms: number;
  readonly ended: boolean;
}

/**
 * The distribution of what was seen. What hadn't ended counts as long as it was seen (Kaplan and Meier 1958): leaving it out would
 * make everything that takes long look short. Null where nothing had ended.
 */
export function seenDistribution(lengths: readonly Length[]): Distribution | null {
  const sorted = [...lengths].sort((one, other) => one.ms - other.ms || Number(other.ended) - Number(one.ended));
  const values: number[] = [];
  const overBy: number[] = [];
  let going = 1;
  for (const [index, { ms, ended }] of sorted.entries()) {
    if (!ended) continue;
    const left = sorted.length - index;
    going *= (left - 1) / left;
    values.push(ms);
    overBy.push(1 - going);
  }
  if (values.length === 0) return null;
  // What nobody saw the end of is taken to end with the longest that somebody saw.
  overBy[overBy.length - 1] = 1;
  return { values, overBy };
}

const STEPS = 200;

/** A distribution by its least, median, 90 % and longest value, straight between them. ms. */
export function drawnDistribution(least: number, median: number, p90: number, most: number): Distribution {
  const values: number[] = [];
  const overBy: number[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const share = (step + 0.5) / STEPS;
    values.push(
      share <= 0.5
        ? between(least, median, share / 0.5)
        : share <= 0.9
          ? between(median, p90, (share - 0.5) / 0.4)
          : between(p90, most, (share - 0.9) / 0.1),
    );
    overBy.push((step + 1) / STEPS);
  }
  return { values: values.map(Math.round), overBy };
}

const between = (from: number, to: number, share: number): number => from + (to - from) * share;

/** The value that a share of 0 ≤ share < 1 doesn't exceed. */
export function quantile({ values, overBy }: Distribution, share: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (overBy[middle]! > share) high = middle;
    else low = middle + 1;
  }
  return values[low]!;
}
