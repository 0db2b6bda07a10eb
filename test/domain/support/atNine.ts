import type { Instant, LawDate } from '../../../domain/catalogue';
import { instantOf, msOf, startOf } from '../../../domain/time/lawDate';

/** Nine in the morning of a date, in Shanghai. */
export const atNine = (date: LawDate): Instant => instantOf(msOf(startOf(date)) + 9 * 3_600_000);
