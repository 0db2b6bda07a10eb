import type { LawDate } from '../catalogue';
import { addYuan, percentOfYuan } from '../yuan';
import { addDays } from './lawDate';
import { daysBetween } from './stops';

export interface LateFineInput {
  readonly fine: number;
  /** The last day to pay. */
  readonly paidBy: LawDate;
  readonly payments: readonly { readonly on: LawDate; readonly amount: number }[];
  /** Reviews and suits: not counted from the day it is asked for to the day it ends, both among them (行政处罚法 73). */
  readonly stops: readonly { readonly from: LawDate; readonly until: LawDate | null }[];
  /** The last day to count. */
  readonly asOf: LawDate;
  readonly percentADay: number;
}

/** Days in a row on which the same is owed, or on which nothing is counted. */
export interface LateFineLine {
  readonly from: LawDate;
  readonly until: LawDate;
  readonly days: number;
  /** Unpaid principal on these days. */
  readonly principal: number;
  readonly counted: boolean;
  /** Late fine of these days, and of all days up to here. */
  readonly amount: number;
  readonly sum: number;
}

export interface LateFine {
  readonly amount: number;
  /** Days on which it grew: none after the cap is reached. */
  readonly days: number;
  /** It has reached the fine and grows no further (行政处罚法 72, 行政强制法 45). */
  readonly capped: boolean;
  readonly lines: readonly LateFineLine[];
}

/**
 * Late fine 加处罚款: so many percent a day of what is unpaid on that day, from the day after the last day to pay, never
 * more than the fine itself. The day of a payment still counts in full, as with the tax law's surcharge.
 */
export function lateFine({ fine, paidBy, payments, stops, asOf, percentADay }: LateFineInput): LateFine {
  const unpaidOn = (day: LawDate) =>
    Math.max(
      0,
      payments.reduce((left, payment) => (payment.on < day ? addYuan(left, -payment.amount) : left), fine),
    );
  const stoppedOn = (day: LawDate) => stops.some(({ from, until }) => from <= day && (until === null || day <= until));

  const lines: LateFineLine[] = [];
  let sum = 0;
  let days = 0;
  for (let from = addDays(paidBy, 1); from <= asOf && sum < fine;) {
    const principal = unpaidOn(from);
    if (principal === 0) break;
    const counted = !stoppedOn(from);
    let until = from;
    let amount = 0;
    for (;;) {
      if (counted) {
        days += 1;
        // Of the whole run at once: a rounding a day would add up.
        const run = percentOfYuan(principal, percentADay * (daysBetween(from, until) + 1));
        amount = Math.min(run, addYuan(fine, -sum));
      }
      const next = addDays(until, 1);
      const goesOn =
        next <= asOf && addYuan(sum, amount) < fine && unpaidOn(next) === principal && stoppedOn(next) === !counted;
      if (!goesOn) break;
      until = next;
    }
    sum = addYuan(sum, amount);
    lines.push({ from, until, days: daysBetween(from, until) + 1, principal, counted, amount, sum });
    from = addDays(until, 1);
  }
  return { amount: sum, days, capped: fine > 0 && sum >= fine, lines };
}
