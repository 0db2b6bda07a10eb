import { canonicalJson } from '../db/chain';
import { insertHeads, lastHeads, lockHeads, movedChains, type ChainEnd } from '../db/chainHeads';
import { inTransaction, type Pool } from '../db/pool';
import type { Instant, LawDate } from '../domain/catalogue';
import { lawDateOf } from '../domain/time/lawDate';
import type { Signer } from './signer';
import { merkleRoot, sha256, type Algorithm } from './verify.mjs';

export const HEADS_FORMAT = 'graded-case-handling/heads/1';

/** What is signed once a day: where every case's chain ends, as one root, and the statement of the day before. */
export interface HeadsStatement {
  readonly format: string;
  /** The date in Shanghai on which it was made. */
  readonly day: LawDate;
  readonly madeAt: Instant;
  readonly cases: number;
  readonly merkleRoot: string;
  /** sha256 of the statement before it; null = it is the first. So none can be taken out of the middle. */
  readonly previous: string | null;
  readonly key: { readonly id: string; readonly algorithm: Algorithm };
}

export interface SignedDay {
  readonly day: LawDate;
  readonly cases: number;
  /** Cases whose chain no longer holds what was signed before: somebody has rewritten them. */
  readonly rewritten: readonly string[];
}

/** Signs the heads of today's date of law, the first time that it is asked to; null where that is done. */
export async function signHeads(pool: Pool, signer: Signer, now: Instant): Promise<SignedDay | null> {
  const day = lawDateOf(now);
  return inTransaction(pool, async (client) => {
    await lockHeads(client);
    const last = await lastHeads(client);
    if (last !== null && last.day >= day) return null;
    const { known, moved, rewritten } = await movedChains(client);
    const ends = new Map([...known, ...moved].map((end) => [end.caseId, end]));
    const statement: HeadsStatement = {
      format: HEADS_FORMAT,
      day,
      madeAt: now,
      cases: ends.size,
      merkleRoot: rootOf([...ends.values()]),
      previous: last === null ? null : sha256(last.statement),
      key: { id: signer.keyId, algorithm: signer.algorithm },
    };
    const text = canonicalJson(statement);
    const signature = signer.sign(signedHeads(text)).toString('base64');
    await insertHeads(client, { day, statement: text, keyId: signer.keyId, signature }, moved);
    return { day, cases: ends.size, rewritten };
  });
}

export function signedHeads(statement: string): Buffer {
  return Buffer.from(`${HEADS_FORMAT}\n${statement}`);
}

/** Over all cases by number. */
export function rootOf(ends: readonly ChainEnd[]): string {
  const sorted = [...ends].sort((one, other) => (one.caseId < other.caseId ? -1 : 1));
  return merkleRoot(sorted.map(({ caseId, seq, head }) => canonicalJson([caseId, seq, head])));
}
