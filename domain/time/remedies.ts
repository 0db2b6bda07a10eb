import type { Calendar, LawDate, Period } from '../catalogue';
import { addDays, startOf } from './lawDate';
import { reckon } from './reckon';

export interface Remedies {
  /** Last day to ask for reconsideration (行政复议法 20). */
  readonly reconsiderationUntil: LawDate;
  /** Last day to sue (行政诉讼法 46). */
  readonly lawsuitUntil: LawDate;
  /** The first day after all remedies have ended: from here the court may be asked, until `courtUntil` (行政强制法 53). */
  readonly courtFrom: LawDate;
  readonly courtUntil: LawDate;
  /** Years whose holidays were not announced when this was reckoned. */
  readonly uncertainYears: readonly number[];
}

/** The periods of the party's remedies after a decision was served, and of the application to the court after them. */
export function remedies(
  servedOn: LawDate,
  law: { readonly periods: Readonly<Record<string, Period>>; readonly calendar: Calendar },
): Remedies {
  const uncertain = new Set<number>();
  const lastDay = (id: string, from: LawDate): LawDate => {
    const period = law.periods[id];
    if (period === undefined) throw new Error(`the law carries no period ${id}`);
    const { lastDay: day, uncertainYears } = reckon(startOf(from), period.span, law.calendar, period.rollsForward);
    if (day === null) throw new Error(`the period ${id} is not counted in days`);
    uncertainYears.forEach((year) => uncertain.add(year));
    return day;
  };
  const reconsiderationUntil = lastDay('reconsideration', servedOn);
  const lawsuitUntil = lastDay('lawsuit', servedOn);
  // Both must have ended; which of them ends later is the data's matter.
  const over = lawsuitUntil > reconsiderationUntil ? lawsuitUntil : reconsiderationUntil;
  return {
    reconsiderationUntil,
    lawsuitUntil,
    courtFrom: addDays(over, 1),
    courtUntil: lastDay('court_application', over),
    uncertainYears: [...uncertain].sort((a, b) => a - b),
  };
}
