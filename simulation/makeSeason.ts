import { makeArrivals, type ArrivalRates } from './arrivals';
import { Flow, type Proposals } from './flow';
import { Luck } from './luck';
import { OfficeTime } from './officeTime';
import type { Rules } from './rules';
import { runSeason } from './runSeason';
import type { SeasonCase } from './season';
import { windowOf, type Days } from './simulate';
import type { Posting } from './staffing';

export interface MadeUp {
  readonly days: Days;
  readonly rates: ArrivalRates;
  readonly proposals: Proposals;
  readonly rules: Rules;
  readonly postings: readonly Posting[];
  readonly seed: number;
}

/** One season by the model itself, with the figures that it was made of known. */
export function makeSeason({ days, rates, proposals, rules, postings, seed }: MadeUp): readonly SeasonCase[] {
  const { catalogue } = rules;
  const { from, until } = windowOf(days);
  const luck = Luck.of(seed);
  return runSeason({
    arrivals: makeArrivals(rates, catalogue, days, luck.branch()),
    ...{ until, rules, postings },
    flow: new Flow([], proposals),
    office: new OfficeTime(from, until, catalogue.calendar),
    luck: luck.branch(),
  });
}
