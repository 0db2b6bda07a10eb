import { chainHash, GENESIS } from './chain';
import type { Queryable } from './pool';
import { readEvents } from './readEvents';
import { ChainConflict } from './recordEvents';

/** Reckons a case's chain again from its first event and stores the manifest. Done twice it is done once. */
export async function archiveChain(db: Queryable, caseId: string): Promise<{ events: number; head: string }> {
  const { rows } = await db.query<{ events: number; head: string }>(
    'select events, head from archives where case_id = $1',
    [caseId],
  );
  const [done] = rows;
  if (done !== undefined) return done;
  const stored = await readEvents(db, caseId);
  let head = GENESIS;
  stored.forEach(({ event, hash }, index) => {
    head = chainHash(head, event);
    if (event.seq !== index + 1 || head !== hash) {
      throw new ChainConflict(`case ${caseId}: the chain breaks at event ${index + 1}`);
    }
  });
  const manifest = stored.map(({ event, hash }) => ({ seq: event.seq, type: event.event.type, at: event.at, hash }));
  await db.query(
    'insert into archives (case_id, events, head, manifest) values ($1, $2, $3, $4) on conflict do nothing',
    [caseId, stored.length, head, JSON.stringify(manifest)],
  );
  return { events: stored.length, head };
}
