import type { PaperSet } from '../archive/casePapers';
import { makeArchive } from '../archive/makeArchive';
import { openPrinter } from '../archive/printer';
import type { Signer } from '../archive/signer';
import { sha256 } from '../archive/verify.mjs';
import { hasArchiveFile, insertArchiveFile } from '../db/archiveFiles';
import type { Pool } from '../db/pool';
import { readClock } from '../db/readClock';
import { takeDuties, type Delivery } from '../db/takeDuties';
import type { Log } from './log';
import { repeat, type Repeating } from './repeat';

export interface ArchiverDependencies {
  readonly db: Pool;
  readonly papers: PaperSet;
  readonly signer: Signer;
}

/**
 * Makes the files of archived cases, one at a time and apart from the relay: a file takes seconds, a notice doesn't wait for
 * it. One that fails is told of, waits longer each time and never holds up the others.
 */
export function startArchiver({ db, papers, signer }: ArchiverDependencies, log: Log): Repeating {
  const printer = openPrinter();
  const delivery: Delivery = {
    kinds: ['make_archive'],
    batches: (rows) => rows.map((row) => [row]),
    async deliver(client, rows) {
      for (const { caseId } of rows) {
        if (await hasArchiveFile(client, caseId)) continue;
        try {
          const madeAt = (await readClock(client))();
          const { manifest, bytes } = await makeArchive({ db, papers, signer, printer }, caseId, madeAt);
          if (manifest.lacking.length > 0) {
            log.warn(
              { caseId, papers: manifest.lacking.map(({ paper }) => paper) },
              'archive made; papers could not be printed',
            );
          }
          await insertArchiveFile(client, {
            caseId,
            sha256: sha256(bytes),
            keyId: signer.keyId,
            content: bytes,
            madeAt,
          });
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          log.error({ caseId, reason }, 'archive not made, will retry');
          throw error;
        }
      }
    },
  };
  const rounds = repeat('archiver', 1_000, log, async () => {
    while ((await takeDuties(db, 1, delivery)) > 0);
  });
  return {
    async stop() {
      await rounds.stop();
      await printer.close();
    },
  };
}
