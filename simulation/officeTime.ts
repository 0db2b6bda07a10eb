import type { Calendar } from '../domain/catalogue';
import { addDays, endOf, instantOf, lawDateOf, msOf } from '../domain/time/lawDate';
import { officeHours } from '../domain/time/workingTime';

/** Office hours laid end to end from a season's first day on, so that work is measured by adding. All in ms. */
export class OfficeTime {
  readonly #from: number[] = [];
  readonly #until: number[] = [];
  /** What was worked before each stretch. */
  readonly #before: number[] = [];
  readonly #whole: number;

  constructor(from: number, until: number, calendar: Calendar) {
    let whole = 0;
    for (let day = lawDateOf(instantOf(from)); ; day = addDays(day, 1)) {
      for (const stretch of officeHours(day, calendar)) {
        this.#from.push(stretch.from);
        this.#until.push(stretch.until);
        this.#before.push(whole);
        whole += stretch.until - stretch.from;
      }
      if (msOf(endOf(day)) >= until) break;
    }
    this.#whole = whole;
  }

  /** Office time from the season's first day to an instant. */
  worked(at: number): number {
    const index = lastUpTo(this.#from, at);
    if (index < 0) return 0;
    return this.#before[index]! + Math.min(at, this.#until[index]!) - this.#from[index]!;
  }

  /** The earliest instant by which so much has been worked; Infinity = not within the season. */
  instantAfter(worked: number): number {
    if (worked > this.#whole) return Number.POSITIVE_INFINITY;
    // A stretch that begins with exactly so much worked is the next morning; the evening before was enough.
    const index = Math.max(0, lastUpTo(this.#before, worked - 1));
    return this.#from[index]! + worked - this.#before[index]!;
  }
}

/** Index of the last of ascending numbers that is not above the bound; -1 = none. */
function lastUpTo(ascending: readonly number[], bound: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! <= bound) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
