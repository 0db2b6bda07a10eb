import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { canonicalJson, sha256 } from '../db/chain';
import { insertCase, nextCaseId } from '../db/insertCase';
import { insertClue, lockMatter, oweJoin, possibleTwins, readAnswer, takeKey, type StoredAnswer } from '../db/intake';
import { inTransaction } from '../db/pool';
import type { Instant, PenaltyItem } from '../domain/catalogue';
import { lawInForce, openCase } from '../domain/openCase';
import { SYSTEM, type Actor } from '../domain/people';
import { startClock } from '../domain/time/startClock';
import { instantOf, lawDateOf, msOf, yearOf } from '../domain/time/lawDate';
import { judge } from '../domain/triage/judge';
import { normalise } from '../domain/triage/normalise';
import { isSameMatter } from '../domain/triage/sameMatter';
import type { Triage } from '../domain/triage/triage';
import type { ApiDeps } from './deps';
import { Problem } from './problem';
import type { ClueInput } from './schemas/clues';

export interface ClueAnswer {
  readonly clueId: string;
  readonly caseId: string | null;
  readonly triage: Triage;
}

const DAY_MS = 86_400_000;

/**
 * Takes a clue in: judged, compared with what is on file, stored with its case, all in one transaction, before
 * anything is answered. `opened` names the case that the engine is still to be told of.
 */
export async function submitClue(
  { db, catalogue, find }: Pick<ApiDeps, 'db' | 'catalogue' | 'find'>,
  caller: Actor,
  key: string,
  body: ClueInput,
): Promise<{ readonly answer: ClueAnswer; readonly opened: string | null }> {
  const fingerprint = sha256(canonicalJson(body));
  const judged = judge(
    {
      channel: body.channel,
      text: body.text,
      place: body.place ?? null,
      position: body.position ?? null,
      itemCode: body.itemCode ?? null,
    },
    catalogue,
    find,
  );
  return inTransaction(db, async (client) => {
    if (!(await takeKey(client, caller.id, key))) {
      throw new Problem('key_in_flight', '同一幂等键的请求正在处理，请稍后重试。', { at: 'idempotency-key' });
    }
    const { answer, now } = await readAnswer(client, caller.id, key);
    if (answer !== null) return { answer: sameAgain(answer, fingerprint), opened: null };
    const occurredAt = body.occurredAt === undefined ? null : instantOf(msOf(body.occurredAt));
    if (occurredAt !== null && occurredAt > instantOf(msOf(now) + DAY_MS)) {
      throw new Problem('unprocessable', `发生时间 ${body.occurredAt ?? ''} 在将来，请核对。`, {
        at: 'body/occurredAt',
      });
    }

    const clueId = randomUUID();
    const textHash = sha256(normalise(`${body.place ?? ''}\n${body.text}`).text);
    const twin = await findTwin(client, { body, judged, textHash, now, catalogue });
    const item = catalogue.items.find(({ code }) => code === judged.item);
    const triage = twin === null ? judged : twin.triage;
    const opensCase = triage.outcome === 'case' && item !== undefined;
    const caseId = opensCase
      ? await openOnFile(client, { item, triage, clueId, body, key, fingerprint, now, catalogue })
      : (twin?.caseId ?? null);
    const clock = startClock(clueId, dispatchPeriod(catalogue), 'dispatch_centre', now, catalogue.calendar);
    await insertClue(client, {
      id: clueId,
      caller: caller.id,
      key,
      fingerprint,
      channel: body.channel,
      text: body.text,
      place: body.place ?? null,
      position: body.position ?? null,
      occurredAt,
      receivedAt: now,
      reporter:
        body.reporter === undefined ? null : { name: body.reporter.name ?? null, phone: body.reporter.phone ?? null },
      attachments: body.attachments ?? [],
      triage,
      caseId,
      textHash,
      yellowAt: clock.yellowAt ?? clock.dueAt,
      dueAt: clock.dueAt,
    });
    if (twin !== null && caseId !== null) await oweJoin(client, caseId, clueId, body.channel);
    return { answer: { clueId, caseId, triage }, opened: opensCase ? caseId : null };
  });
}

function sameAgain(answer: StoredAnswer, fingerprint: string): ClueAnswer {
  if (answer.fingerprint !== fingerprint) {
    throw new Problem('key_reused', '这个幂等键已用于另一份内容；新线索请用新的键。', { at: 'idempotency-key' });
  }
  return { clueId: answer.clueId, caseId: answer.caseId, triage: answer.triage };
}

interface Comparison {
  readonly body: ClueInput;
  readonly judged: Triage;
  readonly textHash: string;
  readonly now: Instant;
  readonly catalogue: ApiDeps['catalogue'];
}

/** The report on file that this one repeats, if any; locks the matter until the transaction ends. */
async function findTwin(
  client: pg.PoolClient,
  { body, judged, textHash, now, catalogue }: Comparison,
): Promise<{ readonly caseId: string | null; readonly triage: Triage } | null> {
  await lockMatter(client, judged.outcome === 'case' ? `${judged.item ?? ''}/${judged.town ?? ''}` : textHash);
  const days = catalogue.limits.find(({ id }) => id === 'same_matter_days')?.value ?? 0;
  const since = instantOf(msOf(now) - days * DAY_MS);
  const { sameWords, sameItem } = await possibleTwins(
    client,
    { item: judged.item, town: judged.town, textHash },
    since,
  );
  const duplicate = (ref: string, caseId: string | null, reason: Triage['reasons'][number]) => ({
    caseId,
    triage: { ...judged, outcome: 'duplicate' as const, duplicateOf: ref, reasons: [...judged.reasons, reason] },
  });
  if (sameWords !== null) {
    const ref = sameWords.caseId ?? sameWords.clueId;
    return duplicate(ref, sameWords.caseId, {
      kind: 'same_matter',
      text: `与已登记的 ${ref} 内容、地点完全相同，判为重复上报。`,
      ref,
      at: null,
    });
  }
  if (judged.outcome !== 'case') return null;
  const mine = {
    ref: '',
    item: judged.item,
    town: judged.town,
    place: body.place ?? null,
    position: body.position ?? null,
    text: body.text,
    at: now,
  };
  for (const other of sameItem) {
    const { same, reason } = isSameMatter(mine, { ...other, ref: other.caseId ?? other.clueId }, catalogue.limits);
    if (same && reason !== null) return duplicate(other.caseId ?? other.clueId, other.caseId, reason);
  }
  return null;
}

interface CaseToOpen {
  readonly item: PenaltyItem;
  readonly triage: Triage;
  readonly clueId: string;
  readonly body: Pick<ClueInput, 'channel'>;
  readonly key: string;
  readonly fingerprint: string;
  readonly now: Instant;
  readonly catalogue: ApiDeps['catalogue'];
  readonly by?: Actor;
}

/** Puts a case on file for a clue whose item, town and grade are known. Returns its number. */
export async function openOnFile(client: pg.PoolClient, opening: CaseToOpen): Promise<string> {
  const { item, triage, clueId, now, catalogue } = opening;
  if (triage.town === null || triage.grade === null) throw new Error('a case needs its town and its grade');
  const caseId = await nextCaseId(client, yearOf(lawDateOf(now)));
  await insertCase(
    client,
    openCase({
      caseId,
      clueId,
      channel: opening.body.channel,
      item,
      town: triage.town,
      grade: triage.grade,
      gradeReasons: triage.reasons.filter(({ kind }) => kind === 'rule'),
      procedure: triage.procedure === 'summary' ? 'summary' : 'ordinary',
      law: lawInForce(catalogue, now),
      at: now,
      by: opening.by ?? SYSTEM,
      commandId: `clue/${clueId}`,
      fingerprint: opening.fingerprint,
    }),
  );
  return caseId;
}

export function dispatchPeriod(catalogue: ApiDeps['catalogue']) {
  const period = catalogue.periods.find(({ id }) => id === 'dispatch');
  if (period === undefined) throw new Error('the catalogue has no period "dispatch"');
  return period;
}
