import { earlierCases } from '../db/earlierCases';
import type { Queryable } from '../db/pool';
import type { Person } from '../db/readPerson';
import type { CaseState, PartyKind } from '../domain/case';
import type { Instant, Limit } from '../domain/catalogue';
import { repeatsOf, type EarlierCases } from '../domain/earlierCases';
import { limitValues } from '../domain/grading/limitValues';
import { addMonths, lawDateOf } from '../domain/time/lawDate';

const MONTHS_A_YEAR = 12;

/** Looks the party's earlier cases up, as far back as the catalogue's limits say. */
export async function earlierPenalties(
  db: Queryable,
  limits: readonly Limit[],
  state: Pick<CaseState, 'caseId' | 'item'>,
  party: Pick<Person, 'name' | 'idNumber'> & { readonly kind: PartyKind },
  at: Instant,
): Promise<EarlierCases> {
  const { first_offence_years: years, repeat_offences_months: months } = limitValues(limits);
  const today = lawDateOf(at);
  const since = addMonths(today, -years * MONTHS_A_YEAR);
  const cases = await earlierCases(db, { ...party, except: state.caseId, since });
  return {
    by: party.idNumber === null ? 'name' : 'id_number',
    since,
    cases,
    repeats: repeatsOf(party.kind, state.item.code, cases, addMonths(today, -months)),
  };
}
