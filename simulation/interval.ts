/** What several replications came to: their mean, and where one more season would lie with at least 95 %. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Replications in which there was something to work it out from. */
  readonly known: number;
}

/** Fewer give no interval of 95 % in this way. */
export const LEAST_REPLICATIONS = 39;

/**
 * By order alone, whatever the shape: of n + 1 seasons alike each is as likely to be the one to come, so it lies between the
 * k-th from below and from above with (n + 1 − 2k) / (n + 1). Null where too few are known.
 */
export function estimateOf(values: readonly (number | null)[]): Estimate | null {
  const known = values.filter((value) => value !== null).sort((one, other) => one - other);
  if (known.length < LEAST_REPLICATIONS) return null;
  const k = Math.floor((known.length + 1) / (LEAST_REPLICATIONS + 1));
  return {
    mean: known.reduce((sum, value) => sum + value, 0) / known.length,
    low: known[k - 1]!,
    high: known[known.length - k]!,
    known: known.length,
  };
}
