import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Calendar, LawDate } from '../domain/catalogue';
import { Problems } from './problems';
import { readTable } from './readTable';
import { readWorkingHours } from './tables/workingHours';

// A case carries its own copy of the calendar, and none began before the service did: older years are dead weight.
const FIRST_YEAR = 2024;

const COLUMNS = ['date', 'work', 'name', 'source'] as const;

/**
 * Days that differ from the plain week: what the library knows of the State Council's announcements, then our own
 * overrides (`date,work,name,source`; work is yes or no). A year is known when the library has its holidays, or
 * when the overrides name the whole of it (New Year's Day and the National Day among its rest days).
 * The office hours stand in their own table beside the overrides.
 * Synchronous. Throws a CatalogueError.
 */
export function loadCalendar(overridesFile: string): Calendar {
  const problems = new Problems();
  const calendar = readCalendar(dirname(overridesFile), basename(overridesFile), problems);
  problems.throwIfAny();
  return calendar;
}

export function readCalendar(dir: string, file: string, problems: Problems): Calendar {
  const exceptions = new Map<LawDate, { readonly work: boolean; readonly name: string }>();
  const knownYears = new Set<number>();

  for (const [days, work] of [
    [announced.holidays, false],
    [announced.workdays, true],
  ] as const) {
    for (const [date, names] of Object.entries<string>(days)) {
      const year = Number(date.slice(0, 4));
      if (year < FIRST_YEAR) continue;
      exceptions.set(date, { work, name: chineseName(names) });
      knownYears.add(year);
    }
  }

  const overridden = new Map<number, Set<LawDate>>();
  const seen = new Set<LawDate>();
  for (const row of readTable(dir, file, COLUMNS, problems)) {
    const date = row.date('date');
    if (seen.has(date)) row.fail('date', '同一天只能有一行');
    seen.add(date);
    const work = row.flag('work', 'yes', 'no');
    row.text('source');
    exceptions.set(date, { work, name: row.text('name') });
    const year = Number(date.slice(0, 4));
    const rest = overridden.get(year) ?? new Set<LawDate>();
    if (!work) rest.add(date);
    overridden.set(year, rest);
  }
  for (const [year, rest] of overridden) if (coversYear(year, rest)) knownYears.add(year);

  const sorted = Object.fromEntries([...exceptions].sort(([a], [b]) => (a < b ? -1 : 1)));
  const workingHours = readWorkingHours(dir, problems);
  return {
    version: createHash('sha256')
      .update(JSON.stringify([sorted, workingHours]))
      .digest('hex')
      .slice(0, 12),
    knownYears: [...knownYears].sort((a, b) => a - b),
    exceptions: sorted,
    workingHours,
  };
}

/** The library writes "National Day,国庆节,3": people here read the Chinese part. */
function chineseName(names: string): string {
  return names.split(',')[1] ?? names;
}

// One odd day moved by a typhoon doesn't make a year known. The announcement is one paper for the whole year, so
// its first and its last feast stand for all of it.
function coversYear(year: number, rest: ReadonlySet<LawDate>): boolean {
  return rest.has(`${year}-01-01`) && rest.has(`${year}-10-01`);
}
