import type { PartyKind } from '../domain/case';
import type { LawDate } from '../domain/catalogue';
import type { EarlierCase } from '../domain/earlierCases';
import { lawDateOf, startOf } from '../domain/time/lawDate';
import type { Queryable } from './pool';

export interface PartyToFind {
  readonly kind: PartyKind;
  readonly name: string | null;
  readonly idNumber: string | null;
  /** The case that asks. */
  readonly except: string;
  readonly since: LawDate;
}

const AT_MOST = 50;

/**
 * Decided cases of the same party, newest first. Somebody with another number is somebody else, whatever the name. A
 * decision that was withdrawn or revoked doesn't count, nor a case without fault.
 */
export async function earlierCases(db: Queryable, party: PartyToFind): Promise<readonly EarlierCase[]> {
  const { rows } = await db.query<{
    case_id: string;
    item: string;
    decided_at: string;
    penalised: boolean;
    by: EarlierCase['by'];
  }>({
    name: 'earlier-cases',
    // The expressions are those of the indexes (migration 14).
    text: `with same as (
             select id::text as person, 'id_number' as by from persons
             where kind = $1 and upper(normalize(id_number, NFKC)) = upper(normalize($2, NFKC))
             union all
             select id::text, 'name' from persons
             where kind = $1 and replace(normalize(name, NFKC), ' ', '') = replace(normalize($3, NFKC), ' ', '')
               and kind <> 'reporter' and (id_number is null or $2::text is null)
           ), decided as (
             select c.id as case_id, c.item, same.by, c.state -> 'decision' <> 'null' as penalised,
                    coalesce((c.state #>> '{decision,at}')::timestamptz, c.closed_at) as decided_at
             from same join cases c on c.state -> 'party' ->> 'personId' = same.person
             where c.id <> $4
               and (c.state -> 'decision' <> 'null' or c.state ->> 'outcome' = 'no_penalty')
               and not exists (select from jsonb_array_elements(c.state -> 'appeals') a where a ->> 'result' = 'revoked')
               and not exists (select from events e
                               where e.case_id = c.id and e.type = 'case_closed' and e.data ->> 'reason' = 'no_fault')
           )
           select * from decided where decided_at >= $5 order by decided_at desc, case_id limit ${AT_MOST}`,
    values: [party.kind, party.idNumber, party.name, party.except, startOf(party.since)],
  });
  return rows.map(({ case_id: caseId, item, decided_at, penalised, by }) => ({
    caseId,
    item,
    decidedOn: lawDateOf(new Date(decided_at).toISOString()),
    penalised,
    by,
  }));
}
