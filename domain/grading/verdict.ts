/** `null`: can't be told yet, because a fact it needs is not known. */
export type Verdict = boolean | null;

/** All hold. One that doesn't settles it, whatever is unknown beside it. */
export function all(...verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(null) ? null : true;
}

/** One holds at least. */
export function any(...verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(true)) return true;
  return verdicts.includes(null) ? null : false;
}
