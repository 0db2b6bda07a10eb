/** Amounts are yuan with at most two decimals; sums are kept to the fen, so that 0.1 and 0.2 settle a fine of 0.3. */
export function addYuan(a: number, b: number): number {
  return Math.round((a + b) * 100) / 100;
}
