import type { DutyRow } from '../domain/dispatch/dutyRoster';
import { Problems } from './problems';
import { readTable } from './readTable';
import { loadRoster } from './roster';
import { join } from 'node:path';

export const DUTY_ROSTER_FILE = 'duty_roster.csv';
const OFFICERS_FILE = 'officers.csv';

const COLUMNS = ['town', 'day', 'officer'] as const;

/**
 * Reads who is on duty where: `day` is 1–7 (Monday first) or one date, whose rows stand in for the weekday's. Not a part of
 * the catalogue that a judgement names: it decides whom a case is offered to and nothing of the case. Throws a
 * CatalogueError that lists every problem with its line and column.
 */
export function loadDutyRoster(dir: string, towns: ReadonlySet<string>): readonly DutyRow[] {
  const problems = new Problems();
  const people = loadRoster(join(dir, OFFICERS_FILE), new Set([...towns, 'bureau', 'dispatch_centre']));
  const seen = new Set<string>();
  const rows = readTable(dir, DUTY_ROSTER_FILE, COLUMNS, problems).map((row): DutyRow => {
    const town = row.text('town');
    if (!towns.has(town)) row.fail('town', '镇街清单里没有这个编码');
    const officer = row.text('officer');
    if (people.find(({ id }) => id === officer)?.org !== town) row.fail('officer', '名册里这个镇街没有此人');
    const day = row.raw('day');
    const once = `${town}/${day}/${officer}`;
    if (seen.has(once)) row.fail('officer', '同一天不能重复');
    seen.add(once);
    return { town, officer, on: /^[1-7]$/.test(day) ? { weekday: Number(day) } : { date: row.date('day') } };
  });
  problems.throwIfAny();
  return rows;
}
