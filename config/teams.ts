import type { LawDate } from '../domain/catalogue';
import { Problems } from './problems';
import { readTable } from './readTable';
import type { RosterEntry } from './roster';

const TEAMS_FILE = 'teams.csv';
const COLUMNS = ['team', 'officer', 'since', 'until'] as const;

/** Somebody in a team, from a day to another, both included. Whoever goes to another team takes nothing of the first one's along. */
export interface TeamMember {
  /** Its name: there is one of that name. */
  readonly team: string;
  readonly officer: string;
  readonly since: LawDate;
  /** null = until further notice. */
  readonly until: LawDate | null;
}

/**
 * Reads who was in which team when; figures by team rest on it and nothing of a case does. Whoever has left the roster may stay
 * here: they do nothing more, and their past goes on their team's account. Throws a CatalogueError that lists every problem with its line and column.
 */
export function loadTeams(dir: string, roster: readonly RosterEntry[]): readonly TeamMember[] {
  const problems = new Problems();
  const orgs = new Map(roster.map(({ id, org }) => [id, org]));
  const orgOfTeam = new Map<string, string>();
  const members: TeamMember[] = [];
  for (const row of readTable(dir, TEAMS_FILE, COLUMNS, problems)) {
    const team = row.text('team');
    const officer = row.text('officer');
    const since = row.date('since');
    const until = row.raw('until') === '' ? null : row.date('until');
    const org = orgs.get(officer);
    if (org !== undefined && until === null) {
      if ((orgOfTeam.get(team) ?? org) !== org) row.fail('officer', '一个队的人应属同一单位');
      orgOfTeam.set(team, org);
    }
    if (until !== null && until < since) row.fail('until', '不早于 since');
    const twice = members.some(
      (other) =>
        other.officer === officer && (until === null || other.since <= until) && (other.until ?? since) >= since,
    );
    if (twice) row.fail('since', '同一人同一天只能在一个队');
    members.push({ team, officer, since, until });
  }
  problems.throwIfAny();
  return members;
}
