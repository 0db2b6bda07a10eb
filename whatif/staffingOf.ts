import type { RosterEntry } from '../config/roster';
import type { LawDate, Town } from '../domain/catalogue';
import { BUREAU } from '../domain/people';
import { REVIEWERS, type Staffing } from '../simulation/staffing';

/** Who can work on cases on a day: officers with a certificate in force (行政处罚法 42), and qualified reviewers (58). */
export function staffingOf(
  roster: readonly RosterEntry[],
  towns: readonly Pick<Town, 'code'>[],
  on: LawDate,
): Staffing {
  const certified = roster.filter(({ certificateUntil }) => certificateUntil !== null && certificateUntil >= on);
  return {
    ...Object.fromEntries(
      towns.map(({ code }) => [
        code,
        certified.filter(({ role, org }) => role === 'town_officer' && org === code).length,
      ]),
    ),
    [BUREAU]: certified.filter(({ role }) => role === 'bureau_officer').length,
    [REVIEWERS]: roster.filter(({ role, qualified }) => role === 'legal_reviewer' && qualified).length,
  };
}
