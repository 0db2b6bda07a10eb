/** 95 % of a normal distribution lie within this many standard deviations. */
const Z = 1.959964;

/** Wilson's interval for a share: honest where numbers are small, unlike share ± error. Null without observations. */
export function wilson(hits: number, n: number): { readonly low: number; readonly high: number } | null {
  if (n === 0) return null;
  const p = hits / n;
  const z2 = (Z * Z) / n;
  const middle = (p + z2 / 2) / (1 + z2);
  const half = (Z / (1 + z2)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n));
  return { low: hits === 0 ? 0 : middle - half, high: hits === n ? 1 : middle + half };
}
