import { breakGuard } from './breakGuard';

/** Breaks the one guard that a mutation run names: `MUTANT=ordinary:decide_penalty:reviewPassed`. Else nothing. */
export function breakNamed(): void {
  // eslint-disable-next-line no-restricted-properties -- the run that breaks guards names one; the service knows nothing of it
  const named = process.env['MUTANT'];
  if (named !== undefined && named !== '') breakGuard(named);
}
