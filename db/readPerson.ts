import type { Queryable } from './pool';

export interface Person {
  readonly kind: 'reporter' | 'citizen' | 'organisation';
  readonly name: string | null;
  readonly phone: string | null;
  readonly idNumber: string | null;
  readonly address: string | null;
}

export async function readPerson(db: Queryable, id: string): Promise<Person | null> {
  const { rows } = await db.query<{
    kind: Person['kind'];
    name: string | null;
    phone: string | null;
    id_number: string | null;
    address: string | null;
  }>('select kind, name, phone, id_number, address from persons where id = $1', [id]);
  const [row] = rows;
  if (row === undefined) return null;
  const { kind, name, phone, id_number: idNumber, address } = row;
  return { kind, name, phone, idNumber, address };
}

/**
 * Stores a party under an id that its act's key determines: the act sent again stores nobody twice, and shows that the
 * person is still wanted. False where somebody else is stored under it.
 */
export async function insertPerson(db: Queryable, id: string, person: Person): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into persons as stored (id, kind, name, phone, id_number, address) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do update set named_at = now(), unused_since = null
       where (stored.kind, stored.name, stored.phone, stored.id_number, stored.address)
         is not distinct from ($2, $3, $4, $5, $6)`,
    [id, person.kind, person.name, person.phone, person.idNumber, person.address],
  );
  return rowCount === 1;
}
