import type { CaseState } from '../../domain/case';
import { BUREAU, type Actor } from '../../domain/people';

const CERTIFIED = '9999-12-31';

export const somebody = (role: Actor['role'], org: string): Actor => ({
  id: `${role}-${org}`,
  role,
  org,
  certificateUntil: CERTIFIED,
  qualified: true,
});

/** One of each role, from each organisation that it may come from. */
export function sampleActors(state: CaseState): readonly Actor[] {
  const towns = [...new Set([state.town, ...state.cooperation.map(({ town }) => town)])];
  return [
    ...towns.flatMap((town) => [
      somebody('town_officer', town),
      somebody('town_office', town),
      somebody('town_assistant', town),
    ]),
    ...(
      ['bureau_officer', 'leader', 'legal_reviewer', 'supervisor', 'admin', 'security_admin', 'auditor'] as const
    ).map((role) => somebody(role, BUREAU)),
    somebody('dispatcher', 'dispatch_centre'),
    somebody('system', 'system'),
  ];
}
