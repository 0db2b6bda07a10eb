/** Amounts are yuan with at most two decimals; sums are kept to the fen, so that 0.1 and 0.2 settle a fine of 0.3. */
export function addYuan(a: number, b: number): number {
  return Math.round((a + b) * 100) / 100;
}

/** So many percent of an amount, to the fen: reckoned in whole fen first, so that 3 % of 0.1 isn't 0.0030000000000000005. */
export function percentOfYuan(amount: number, percent: number): number {
  return Math.round((Math.round(amount * 100) * percent) / 100) / 100;
}
