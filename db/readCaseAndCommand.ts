import { toCaseRow, type CaseColumns, type CaseRow } from './readCase';
import type { Queryable } from './pool';
import { EVENT_COLUMNS, toStored, type EventRow, type StoredEvent } from './readEvents';

export interface CaseAndCommand {
  readonly row: CaseRow;
  /** The events of the command on file: what a caller is answered who asks again under the same key. */
  readonly earlier: readonly StoredEvent[];
}

/** A case, and what one command has done in it, in one round trip; null where there is no such case. */
export async function readCaseAndCommand(
  db: Queryable,
  caseId: string,
  commandId: string,
): Promise<CaseAndCommand | null> {
  const { rows } = await db.query<CaseColumns & (EventRow | { readonly seq: null })>({
    name: 'read-case-and-command',
    text: `select cases.state, cases.head, cases.law, cases.started, now() as now, ${EVENT_COLUMNS}
           from cases left join events on case_id = id and command_id = $2
           where id = $1 order by events.seq`,
    values: [caseId, commandId],
  });
  const [first] = rows;
  if (first === undefined) return null;
  const row = await toCaseRow(db, first);
  return { row, earlier: rows.flatMap((event) => (event.seq === null ? [] : [toStored(event)])) };
}
