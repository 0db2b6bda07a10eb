import type { Instant } from '../domain/catalogue';
import type { Channel, Position, Triage, TriageOutcome } from '../domain/triage/triage';
import type { Queryable } from './pool';

export interface ClueRow {
  readonly clueId: string;
  readonly caseId: string | null;
  readonly channel: Channel;
  readonly text: string;
  readonly place: string | null;
  readonly position: Position | null;
  readonly occurredAt: Instant | null;
  readonly receivedAt: Instant;
  readonly outcome: TriageOutcome;
  readonly triage: Triage;
  readonly yellowAt: Instant;
  readonly dueAt: Instant;
  readonly now: Instant;
  readonly settledAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly answer: string | null;
  readonly reporter: string | null;
}

export interface ClueFilter {
  readonly outcome?: TriageOutcome;
  readonly settled?: boolean;
  /** Reporters who were answered and not asked yet how it went; those who were. */
  readonly asked?: boolean;
  readonly from?: Instant;
  readonly before?: Instant;
  /** Newest first, or those that are due first. */
  readonly order: keyof typeof ORDERS;
  /** The last of the page before: when it was received, or is due. */
  readonly after?: { readonly at: Instant; readonly id: string };
  readonly limit: number;
}

const ORDERS = {
  newest: { by: 'received_at', is: '<', order: 'received_at desc, id desc' },
  due: { by: 'due_at', is: '>', order: 'due_at, id' },
} as const;

const COLUMNS = `id, case_id, channel, text, place, lng, lat, occurred_at, received_at, outcome, triage, yellow_at, due_at,
  now() as now, settled_at, answered_at, answer, reporter`;

interface Row {
  id: string;
  case_id: string | null;
  channel: Channel;
  text: string;
  place: string | null;
  lng: number | null;
  lat: number | null;
  occurred_at: string | null;
  received_at: string;
  outcome: TriageOutcome;
  triage: Triage;
  yellow_at: string;
  due_at: string;
  now: string;
  settled_at: string | null;
  answered_at: string | null;
  answer: string | null;
  reporter: string | null;
}

/** A page of clues. */
export async function listClues(db: Queryable, filter: ClueFilter): Promise<readonly ClueRow[]> {
  const { by, is, order } = ORDERS[filter.order];
  const where: string[] = [];
  const values: unknown[] = [];
  const given = (condition: (n: string) => string, value: unknown): void => {
    if (value === undefined) return;
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  given((n) => `outcome = ${n}`, filter.outcome);
  given((n) => `(settled_at is not null) = ${n}`, filter.settled);
  if (filter.asked !== undefined) {
    where.push('answered_at is not null and case_id is not null and reporter is not null');
    where.push(`asked_at is ${filter.asked ? 'not ' : ''}null`);
  }
  given((n) => `received_at >= ${n}`, filter.from);
  given((n) => `received_at < ${n}`, filter.before);
  if (filter.after !== undefined) {
    values.push(filter.after.at, filter.after.id);
    where.push(`(${by}, id) ${is} ($${values.length - 1}, $${values.length})`);
  }
  values.push(filter.limit);
  const { rows } = await db.query<Row>(
    `select ${COLUMNS} from clues ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
     order by ${order} limit $${values.length}`,
    values,
  );
  return rows.map(toClue);
}

/** One clue; `lock` holds it until the transaction ends. */
export async function readClue(db: Queryable, id: string, lock = false): Promise<ClueRow | null> {
  const { rows } = await db.query<Row>(`select ${COLUMNS} from clues where id = $1 ${lock ? 'for update' : ''}`, [id]);
  const [row] = rows;
  return row === undefined ? null : toClue(row);
}

/** The clues of a case, first report first. */
export async function cluesOfCase(db: Queryable, caseId: string): Promise<readonly ClueRow[]> {
  const { rows } = await db.query<Row>(
    `select ${COLUMNS} from clues where case_id = $1 order by received_at, id limit 500`,
    [caseId],
  );
  return rows.map(toClue);
}

function toClue(row: Row): ClueRow {
  return {
    clueId: row.id,
    caseId: row.case_id,
    channel: row.channel,
    text: row.text,
    place: row.place,
    position: row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat },
    occurredAt: row.occurred_at,
    receivedAt: row.received_at,
    outcome: row.outcome,
    triage: row.triage,
    yellowAt: row.yellow_at,
    dueAt: row.due_at,
    now: row.now,
    settledAt: row.settled_at,
    answeredAt: row.answered_at,
    answer: row.answer,
    reporter: row.reporter,
  };
}
