import type { CaseState } from './case';
import type { Instant } from './catalogue';
import { BUREAU, DISPATCH_CENTRE, type OrgId, type Role } from './people';
import { isPaused, type Clock } from './time/clock';

/** What somebody owes in a case. */
export const DUTY_KINDS = [
  'dispatch',
  'accept',
  'check',
  'file',
  'investigate',
  'supplement',
  'whole_case',
  'review',
  'notify',
  'hear',
  'decide',
  'serve',
  'report',
  'collect',
  'enforce',
  'withdraw_publication',
  'dispose',
  'approve',
  'transfer',
  'close',
  'archive',
  'answer_cooperation',
  'answer_guidance',
  'answer_urging',
  'answer_supervision',
  'judge_appeal',
] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** An open duty: what is owed, by whom and until when. Its light is worked out from the instants and now. */
export interface OpenDuty {
  /** Its clock. */
  readonly id: string;
  readonly kind: DutyKind;
  readonly period: string;
  readonly name: string;
  readonly org: OrgId;
  /** null = nobody by name yet: the organisation owes it all the same, and its ladder runs. */
  readonly person: string | null;
  readonly startedAt: Instant;
  readonly yellowAt: Instant | null;
  readonly dueAt: Instant;
  readonly paused: boolean;
}

/** What each period's duty is; a period that isn't here runs in no case. */
const KIND_OF: Readonly<Record<string, DutyKind>> = {
  dispatch: 'dispatch',
  accept: 'accept',
  verify: 'check',
  rectification_check: 'check',
  file: 'file',
  investigation: 'investigate',
  ordinary_case: 'whole_case',
  review: 'review',
  notice: 'notify',
  hearing: 'hear',
  decide: 'decide',
  service: 'serve',
  public_notice: 'serve',
  on_spot_record: 'report',
  payment: 'collect',
  fine_hand_in: 'collect',
  fine_banking: 'collect',
  court_application: 'enforce',
  publication_withdrawal: 'withdraw_publication',
  registered_preservation: 'dispose',
  seizure: 'dispose',
  emergency_measure_report: 'approve',
  recusal: 'approve',
  elevation_request: 'approve',
  jurisdiction: 'approve',
  crime_transfer_decision: 'approve',
  crime_transfer: 'transfer',
  close: 'close',
  archive: 'archive',
  cooperation: 'answer_cooperation',
  guidance: 'answer_guidance',
  urging: 'answer_urging',
  supervision: 'answer_supervision',
  overdue_appeal: 'judge_appeal',
};

export function kindOf(state: Pick<CaseState, 'reviews'>, { period }: Pick<Clock, 'period'>): DutyKind {
  const kind = KIND_OF[period];
  if (kind === undefined) throw new Error(`nobody has said what duty ${period} is`);
  // Sent back by the reviewer, the investigation is a supplement.
  return kind === 'investigate' && state.reviews.length > 0 ? 'supplement' : kind;
}

/** All that is owed in a case now. */
export function openDuties(state: CaseState): readonly OpenDuty[] {
  return Object.values(state.clocks).map((clock) => ({
    id: clock.id,
    kind: kindOf(state, clock),
    period: clock.period,
    name: clock.name,
    org: clock.owner,
    person: personOf(state, clock),
    startedAt: clock.startedAt,
    yellowAt: clock.yellowAt,
    dueAt: clock.dueAt,
    paused: isPaused(clock),
  }));
}

/** Who leads the case owes what its organisation owes; a review, a leader's decision and another's help are not theirs. */
export function personOf(state: CaseState, clock: Pick<Clock, 'owner' | 'period'>): string | null {
  if (clock.owner !== state.owner || NOT_THE_LEADS.includes(clock.period)) return null;
  return state.assignees[0] ?? null;
}

const NOT_THE_LEADS: readonly string[] = [
  'review',
  'elevation_request',
  'jurisdiction',
  'cooperation',
  'guidance',
  'overdue_appeal',
];

/** Who answers for what an organisation does: its office, the bureau's leaders, the dispatchers. */
export function leaderRoleOf(org: OrgId): Role {
  if (org === BUREAU) return 'leader';
  return org === DISPATCH_CENTRE ? 'dispatcher' : 'town_office';
}
