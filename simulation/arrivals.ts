import type { Calendar, Catalogue, Field, Grade, LawDate } from '../domain/catalogue';
import { addDays, instantOf, lawDateOf, msOf, startOf, weekdayOf } from '../domain/time/lawDate';
import { dayKind } from '../domain/time/workingDay';
import type { Luck } from './luck';
import type { ReportedFacts } from '../domain/triage/gradeClue';
import type { Arrival } from './season';

/** How many cases come in of their own, by figures that somebody proposed. */
export interface ArrivalRates {
  readonly rates: readonly { readonly town: string; readonly field: Field; readonly perWeek: number }[];
  /** Sunday first: how many times an average day's cases, and between which times of the day (ms after midnight). */
  readonly weekdays: readonly { readonly factor: number; readonly from: number; readonly until: number }[];
  /** How often an item comes up beside others of its field, by the grade that the list has for it. */
  readonly itemWeights: Readonly<Record<Grade, number>>;
  /** Share of cases of which the report says so. */
  readonly facts: readonly { readonly fact: keyof ReportedFacts; readonly share: number }[];
}

/** A field has cases and the catalogue no item for them. */
export class FieldWithoutItems extends Error {
  override readonly name = 'FieldWithoutItems';
}

/** Makes up the cases of a season, in the order of their coming. The last day is included. */
export function makeArrivals(
  { rates, weekdays, itemWeights, facts }: ArrivalRates,
  { items }: Pick<Catalogue, 'items'>,
  { from, to }: { readonly from: LawDate; readonly to: LawDate },
  luck: Luck,
): readonly Arrival[] {
  const arrivals: Arrival[] = [];
  const choices = new Map(rates.map(({ field }) => [field, weighed(items, field, itemWeights)]));
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const midnight = msOf(startOf(day));
    const { factor, from: opens, until: ends } = weekdays[weekdayOf(day)]!;
    for (const { town, field, perWeek } of rates) {
      const count = luck.count((perWeek / 7) * factor);
      for (let n = 0; n < count; n += 1) {
        arrivals.push({
          at: midnight + opens + luck.below(ends - opens),
          town,
          item: chosen(choices.get(field)!, luck.share()),
          facts: Object.fromEntries(facts.filter(({ share }) => luck.share() < share).map(({ fact }) => [fact, true])),
        });
      }
    }
  }
  return arrivals.sort((one, other) => one.at - other.at);
}

interface Weighed {
  readonly code: string;
  readonly upTo: number;
}

function weighed(
  items: Catalogue['items'],
  field: Field,
  weights: Readonly<Record<Grade, number>>,
): readonly Weighed[] {
  const own = items.filter((item) => item.field === field);
  const whole = own.reduce((sum, { gradeDefault }) => sum + weights[gradeDefault], 0);
  if (whole === 0) throw new FieldWithoutItems(field);
  let upTo = 0;
  return own.map(({ code, gradeDefault }) => ({ code, upTo: (upTo += weights[gradeDefault] / whole) }));
}

function chosen(items: readonly Weighed[], share: number): string {
  return (items.find(({ upTo }) => share < upTo) ?? items.at(-1)!).code;
}

/**
 * Cases of days to come after those that were seen: each day is a copy of a seen one that is alike (the same day of the week, and
 * a working day or not as it is), so that busy days and quiet days come as they came. Which days are there to be copied is drawn anew
 * too: what was seen is a sample itself.
 */
export function arrivalsAfter(
  seen: readonly Arrival[],
  { from, until }: { readonly from: number; readonly until: number },
  end: number,
  calendar: Calendar,
  luck: Luck,
): readonly Arrival[] {
  const byDay = new Map<LawDate, Arrival[]>();
  for (let day = dayOf(from); msOf(startOf(day)) < until; day = addDays(day, 1)) byDay.set(day, []);
  for (const arrival of seen) byDay.get(dayOf(arrival.at))?.push(arrival);

  const alike = new Map<string, LawDate[]>();
  for (const day of byDay.keys()) {
    for (const key of keysOf(day, calendar)) {
      const days = alike.get(key);
      if (days === undefined) alike.set(key, [day]);
      else days.push(day);
    }
  }
  const drawn = new Map([...alike].map(([key, days]) => [key, days.map(() => days[luck.below(days.length)]!)]));

  const coming: Arrival[] = [];
  for (let day = dayOf(until); msOf(startOf(day)) < end; day = addDays(day, 1)) {
    const days = keysOf(day, calendar)
      .map((key) => drawn.get(key))
      .find((found) => found !== undefined);
    if (days === undefined) continue;
    const copied = days[luck.below(days.length)]!;
    const later = msOf(startOf(day)) - msOf(startOf(copied));
    coming.push(...byDay.get(copied)!.map((arrival) => ({ ...arrival, at: arrival.at + later })));
  }
  return coming;
}

/** From the closest likeness to the widest: a Tuesday that is a holiday, else any day off, else any day. */
function keysOf(day: LawDate, calendar: Calendar): readonly string[] {
  const { work } = dayKind(day, calendar);
  return [`${weekdayOf(day)} ${work ? 'work' : 'rest'}`, work ? 'work' : 'rest', 'any'];
}

const dayOf = (at: number): LawDate => lawDateOf(instantOf(at));
