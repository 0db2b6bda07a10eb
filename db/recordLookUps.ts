import type { Field } from '../domain/catalogue';
import type { FoundRecord, RecordAnswer, RecordedLookUp, RecordQuestion, RecordStatus } from '../domain/recordLookUp';
import type { Queryable } from './pool';

/** Opens a question for each of some open cases that have none yet, oldest first. */
export async function openLookUps(db: Queryable, limit: number): Promise<void> {
  await db.query({
    name: 'open-look-ups',
    text: `with unasked as (
             select id from cases where not records_asked and closed_at is null
             order by opened_at limit $1 for update skip locked
           ), asked as (
             update cases set records_asked = true from unasked where cases.id = unasked.id returning cases.id
           )
           insert into record_look_ups (case_id, asked_by) select id, 'system' from asked`,
    values: [limit],
  });
}

/** Somebody wants to know again. False where a question waits already. */
export async function askAgain(db: Queryable, caseId: string, by: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into record_look_ups (case_id, asked_by)
     select $1, $2 where not exists (select from record_look_ups where case_id = $1 and status is null)`,
    [caseId, by],
  );
  return rowCount === 1;
}

/** Longer than any time limit of a look-up: what a crash has left taken is taken again. */
const TAKEN_FOR = '2 minutes';

/** Takes some questions that wait, with what is asked. */
export async function takeLookUps(
  db: Queryable,
  limit: number,
): Promise<readonly { readonly id: string; readonly question: RecordQuestion }[]> {
  const { rows } = await db.query<{
    id: string;
    case_id: string;
    item: string;
    field: Field;
    town: string;
    place: string | null;
    lng: number | null;
    lat: number | null;
  }>({
    name: 'take-look-ups',
    text: `with waiting as (
             select id from record_look_ups
             where status is null and (taken_at is null or taken_at < now() - interval '${TAKEN_FOR}')
             order by id limit $1 for update skip locked
           ), taken as (
             update record_look_ups l set taken_at = now() from waiting where l.id = waiting.id returning l.id, l.case_id
           )
           select taken.id, c.id as case_id, c.item, c.field, c.town, r.place, r.lng, r.lat
           from taken join cases c on c.id = taken.case_id
           left join clues r on r.id = (c.state #>> '{clueIds,0}')::uuid`,
    values: [limit],
  });
  return rows.map(({ id, case_id: caseId, item, field, town, place, lng, lat }) => ({
    id,
    question: { caseId, item, field, town, place, position: lng === null || lat === null ? null : { lng, lat } },
  }));
}

/** Records the answer: once, with its source and its instant. */
export async function answerLookUp(db: Queryable, id: string, source: string, answer: RecordAnswer): Promise<void> {
  await db.query({
    name: 'answer-look-up',
    text: `update record_look_ups set source = $2, answered_at = now(), status = $3, records = $4, why = $5
           where id = $1 and status is null`,
    values: [
      id,
      source,
      answer.status,
      JSON.stringify(answer.status === 'found' ? answer.records : []),
      answer.status === 'unknown' ? answer.why : null,
    ],
  });
}

/** All that was asked about a case, newest first. */
export async function lookUpsOfCase(db: Queryable, caseId: string): Promise<readonly RecordedLookUp[]> {
  const { rows } = await db.query<{
    asked_at: string;
    asked_by: string;
    source: string | null;
    answered_at: string | null;
    status: RecordStatus | null;
    records: readonly FoundRecord[];
    why: string | null;
  }>({
    name: 'look-ups-of-case',
    text: `select asked_at, asked_by, source, answered_at, status, records, why
           from record_look_ups where case_id = $1 order by id desc limit 50`,
    values: [caseId],
  });
  return rows.map(({ asked_at: askedAt, asked_by: askedBy, answered_at: answeredAt, ...rest }) => ({
    askedAt,
    askedBy,
    answeredAt,
    ...rest,
  }));
}
