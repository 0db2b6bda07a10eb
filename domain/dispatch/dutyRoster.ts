import type { LawDate } from '../catalogue';
import { weekdayOf } from '../time/lawDate';

/** 值班表: who is on duty in a town, on a day of the week or on one date. */
export interface DutyRow {
  readonly town: string;
  /** 1 = Monday … 7 = Sunday, or one date. */
  readonly on: { readonly weekday: number } | { readonly date: LawDate };
  readonly officer: string;
}

const SUNDAY = 7;

/** Whoever is on duty that day; rows of the date stand in for those of its weekday. Null where the roster has neither. */
export function onDuty(rows: readonly DutyRow[], town: string, day: LawDate): ReadonlySet<string> | null {
  const weekday = weekdayOf(day) || SUNDAY;
  const ofTown = rows.filter((row) => row.town === town);
  const ofDate = ofTown.filter(({ on }) => 'date' in on && on.date === day);
  const meant = ofDate.length > 0 ? ofDate : ofTown.filter(({ on }) => 'weekday' in on && on.weekday === weekday);
  return meant.length === 0 ? null : new Set(meant.map(({ officer }) => officer));
}
