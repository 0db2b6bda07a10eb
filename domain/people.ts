import type { Instant, LawDate } from './catalogue';
import { lawDateOf } from './time/lawDate';

export const ROLES = [
  'dispatcher',
  'town_office',
  'town_officer',
  'town_assistant',
  'legal_reviewer',
  'bureau_officer',
  'leader',
  'supervisor',
  'admin',
  'security_admin',
  'auditor',
  'system',
] as const;
export type Role = (typeof ROLES)[number];

/** A town's nine-digit code, or one of the two organisations of the city. */
export type OrgId = string;
export const BUREAU: OrgId = 'bureau';
export const DISPATCH_CENTRE: OrgId = 'dispatch_centre';

/** Who acts. Resolved from the roster at the edge; it travels inside the command, so that `decide` looks nothing up. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  readonly org: OrgId;
  /** Last day of the enforcement certificate 执法证; null = none. */
  readonly certificateUntil: LawDate | null;
  /** Holds the national legal qualification, which a first-time legal reviewer must (行政处罚法 58). */
  readonly qualified: boolean;
}

/** An officer who takes part in an act, as the roster knew them then. */
export type Officer = Pick<Actor, 'id' | 'role' | 'org' | 'certificateUntil'>;

export const SYSTEM: Actor = { id: 'system', role: 'system', org: 'system', certificateUntil: null, qualified: false };

export function isCertified(officer: Officer, at: Instant): boolean {
  return officer.certificateUntil !== null && lawDateOf(at) <= officer.certificateUntil;
}
