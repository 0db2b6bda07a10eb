import type { Pool } from '../../../db/pool';

/**
 * What is wrong with the notices that events brought about: not owed, not told, told twice, not delivered, said to be and
 * not received. Deadlines go on passing while this looks: what came after the horizon may still be on its way.
 */
export async function noticeFaults(
  db: Pool,
  received: ReadonlyMap<string, number>,
  horizonMs: number,
): Promise<readonly string[]> {
  const faults = async (what: string, sql: string): Promise<readonly string[]> => {
    const { rows } = await db.query<{ one: string }>(
      sql.replaceAll('HORIZON', `'${new Date(horizonMs).toISOString()}'`),
    );
    return rows.map(({ one }) => `${what}: ${one}`);
  };
  const { rows } = await db.query<{ id: string }>(
    `select 'notice-' || id as id from deliveries where status = 'delivered'`,
  );
  const sent = new Set(rows.map(({ id }) => id));
  return [
    ...(await faults(
      'a rung owes not one notice',
      `select e.case_id || ' #' || e.seq || ' ' || count(o.id) as one from events e
       left join outbox o on o.case_id = e.case_id and o.seq = e.seq and o.kind = 'notify'
       where e.type = 'rung_reached' and e.data ->> 'consequence' = 'notice' or e.type = 'urged'
       group by e.case_id, e.seq having count(o.id) <> 1`,
    )),
    ...(await faults(
      'a taken case owes not two notices',
      `select e.case_id || ' #' || e.seq as one from events e
       left join outbox o on o.case_id = e.case_id and o.seq = e.seq and o.kind = 'notify'
       where e.type = 'elevated' group by e.case_id, e.seq having count(o.id) <> 2`,
    )),
    ...(await faults(
      'left in the outbox',
      `select id || ' ' || coalesce(last_error, '') as one from outbox where done_at is null and created_at <= HORIZON`,
    )),
    ...(await faults(
      'not told',
      `select o.id || ' ' || o.case_id as one from outbox o where o.kind = 'notify' and o.created_at <= HORIZON and not exists (
         select from notices n where n.outbox_id = o.id or (n.case_id = o.case_id and n.org = o.payload ->> 'org'
           and n.role is not distinct from o.payload ->> 'role' and n.person is not distinct from o.payload ->> 'person'
           and n.topic = o.payload ->> 'topic' and n.cause = o.payload ->> 'cause'))`,
    )),
    ...(await faults(
      'told twice',
      `select case_id || ' ' || cause as one from notices where cause is not null
       group by case_id, org, role, person, topic, cause having count(*) > 1`,
    )),
    ...(await faults(
      'not delivered',
      `select id || ' ' || status || ' ' || coalesce(last_error, '') as one from deliveries where status <> 'delivered' and created_at <= HORIZON`,
    )),
    ...(await faults(
      'a notice without its one delivery',
      `select outbox_id::text as one from notices left join deliveries on notice_id = outbox_id
       group by outbox_id having count(deliveries.id) <> 1`,
    )),
    ...[...sent].filter((id) => !received.has(id)).map((id) => `said to be delivered and never received: ${id}`),
  ];
}
