import { enter } from './acts/enter';
import { openingCooperation } from './acts/cooperation';
import type { CaseEvent, CaseItem, LawInForce, LimitOfLaw, RecordedEvent } from './case';
import type {
  Calendar,
  Catalogue,
  Field,
  Grade,
  Instant,
  LawDate,
  LimitId,
  PenaltyItem,
  Period,
  ProcedureId,
} from './catalogue';
import { evolve } from './evolve';
import { BUREAU, SYSTEM, type Actor } from './people';
import { procedureInForce } from './procedures/procedures';
import type { Reason } from './reason';
import { lawDateOf, yearOf } from './time/lawDate';
import type { Channel } from './triage/triage';

export interface Opening {
  readonly caseId: string;
  readonly clueId: string;
  readonly channel: Channel;
  readonly item: PenaltyItem;
  readonly town: string;
  readonly grade: Grade;
  readonly gradeReasons: readonly Reason[];
  readonly procedure: ProcedureId;
  readonly law: LawInForce;
  /** When it is dispatched: the town's clock starts there, however long the engine is away. */
  readonly at: Instant;
  /** When the clue came in, where a dispatcher had to settle it first; absent: in the same instant. */
  readonly reportedAt?: Instant | undefined;
  readonly by: Actor;
  readonly commandId: string;
  readonly fingerprint: string;
}

/** Opens a case: graded, dispatched, its work order with the town (or the bureau, and the town asked to cooperate). */
export function openCase(opening: Opening): readonly RecordedEvent[] {
  const { caseId, at, by, town, grade } = opening;
  const procedure = procedureInForce(grade === 'town' ? opening.procedure : 'ordinary', lawDateOf(at));
  const frame = {
    caseId,
    at,
    actor: { id: by.id, role: by.role, org: by.org },
    act: 'open' as const,
    commandId: opening.commandId,
    fingerprint: opening.fingerprint,
  };
  const first: RecordedEvent = {
    ...frame,
    seq: 1,
    event: {
      type: 'case_opened',
      caseId,
      item: carried(opening.item),
      grade,
      gradeReasons: opening.gradeReasons,
      procedure: { id: procedure.id, version: procedure.version },
      law: opening.law,
      town,
      clueId: opening.clueId,
      channel: opening.channel,
      reportedAt: opening.reportedAt ?? at,
    },
  };
  const state = evolve(null, first);
  const following: CaseEvent[] = [enter(state, 'accept', grade === 'bureau' ? BUREAU : town, at)];
  if (grade === 'bureau') following.push(openingCooperation(state, town, at));
  return [first, ...following.map((event, index): RecordedEvent => ({ ...frame, seq: 2 + index, event }))];
}

export const OPENED_BY_TRIAGE = SYSTEM;

function carried(item: PenaltyItem): CaseItem {
  return {
    code: item.code,
    name: item.name,
    field: item.field,
    delegated: item.delegated,
    verified: item.verified,
    statute: item.statute,
    article: item.article,
    fineCitizen: item.fineCitizen,
    fineOrganisation: item.fineOrganisation,
    fineBasis: item.fineBasis,
    fineRate: item.fineRate,
    otherPenalties: item.otherPenalties,
  };
}

/** The periods that a case may need. Each must be in the catalogue: the start stops where one is missing. */
export const CASE_PERIODS = [
  'dispatch',
  'accept',
  'verify',
  'file',
  'limitation',
  'limitation_health',
  'investigation',
  'rectification_check',
  'recusal',
  'registered_preservation',
  'seizure',
  'emergency_measure_report',
  'review',
  'notice',
  'notice_statement',
  'hearing_request',
  'hearing_notice',
  'hearing',
  'decide',
  'ordinary_case',
  'on_spot_record',
  'fine_hand_in',
  'fine_banking',
  'service',
  'public_notice',
  'publication_withdrawal',
  'payment',
  'reconsideration',
  'lawsuit',
  'lawsuit_after_reconsideration',
  'demand_notice',
  'court_application',
  'cooperation',
  'guidance',
  'elevation_request',
  'jurisdiction',
  'urging',
  'supervision',
  'overdue_appeal',
  'crime_transfer_decision',
  'crime_transfer',
  'close',
  'archive',
] as const;

const laws = new WeakMap<Catalogue, Map<string, LawInForce>>();

/**
 * What a case of a field carries of the law: only what it may need, as it is in force when the case is opened. One and the same for
 * all its cases of a day: it is long, and whoever writes it out can remember that they have.
 */
export function lawInForce(catalogue: Catalogue, at: Instant, field: Field): LawInForce {
  const day = lawDateOf(at);
  const known = laws.get(catalogue) ?? new Map<string, LawInForce>();
  laws.set(catalogue, known);
  const key = `${catalogue.version}/${day}/${field}`;
  const law = known.get(key) ?? lawOn(catalogue, day, field);
  known.set(key, law);
  return law;
}

function lawOn(catalogue: Catalogue, day: LawDate, field: Field): LawInForce {
  const periods = catalogue.periods.filter((period) => (CASE_PERIODS as readonly string[]).includes(period.id));
  const warnings = latest(
    catalogue.warnings.filter((warning) => warning.field === field),
    ({ period }) => period,
    day,
  );
  const warned = (period: Period): Period => ({ ...period, yellow: warnings[period.id]?.yellow ?? period.yellow });
  return {
    catalogueVersion: catalogue.version,
    periods: latest(periods.map(warned), ({ id }) => id, day),
    limits: Object.fromEntries(
      Object.entries(latest(catalogue.limits, ({ id }) => id, day)).map(([id, { value, unit, article }]) => [
        id,
        { value, unit, article },
      ]),
    ) as Record<LimitId, LimitOfLaw>,
    extensions: latest(catalogue.extensions, ({ period }) => period, day),
    gates: Object.values(latest(catalogue.gates, ({ id }) => id, day)),
    ladder: Object.values(
      latest(
        catalogue.ladder.filter((rung) => rung.field === null || rung.field === field),
        ({ number, duty, field: of }) => `${number} ${duty ?? '*'} ${of ?? '*'}`,
        day,
      ),
    ).sort((one, other) => one.number - other.number),
    calendar: fromYear(catalogue.calendar, yearOf(day)),
  };
}

/** Of the rows that share a key, the one that came into force last by that day. */
function latest<T extends { readonly inForceFrom: LawDate }>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  day: LawDate,
): Readonly<Record<string, T>> {
  const inForce = rows
    .filter(({ inForceFrom }) => inForceFrom <= day)
    .sort((one, other) => (one.inForceFrom < other.inForceFrom ? -1 : 1));
  return Object.fromEntries(inForce.map((row) => [keyOf(row), row]));
}

function fromYear(calendar: Calendar, year: number): Calendar {
  return {
    ...calendar,
    knownYears: calendar.knownYears.filter((known) => known >= year),
    exceptions: Object.fromEntries(Object.entries(calendar.exceptions).filter(([date]) => yearOf(date) >= year)),
  };
}
