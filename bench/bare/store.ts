import type { Queryable } from '../../db/pool';

export type Store = (caseId: string, number: number) => Promise<void>;

/** The stored baseline's one table and its one statement. */
export const CREATE_TABLE =
  'create table if not exists bench_steps (case_id text, number int, primary key (case_id, number))';

export const storeIn =
  (db: Queryable): Store =>
  async (caseId, number) => {
    const text = 'insert into bench_steps values ($1, $2) on conflict do nothing';
    await db.query({ name: 'bench-step', text, values: [caseId, number] });
  };
