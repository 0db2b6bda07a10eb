import type { Queryable } from './pool';

export async function markStarted(db: Queryable, caseId: string): Promise<void> {
  await db.query({ name: 'mark-started', text: 'update cases set started = true where id = $1', values: [caseId] });
}
