import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { canonicalJson, sha256 } from '../db/chain';
import { insertCase, nextCaseId } from '../db/insertCase';
import { insertClue, lockMatter, oweJoin, oweSuggestion, readAnswer, takeKey, type StoredAnswer } from '../db/intake';
import { inTransaction } from '../db/pool';
import type { Instant, PenaltyItem } from '../domain/catalogue';
import { lawInForce, openCase } from '../domain/openCase';
import { SYSTEM, type Actor } from '../domain/people';
import { startClock } from '../domain/time/startClock';
import { instantOf, lawDateOf, msOf, yearOf } from '../domain/time/lawDate';
import { judge } from '../domain/triage/judge';
import { normalise } from '../domain/triage/normalise';
import { keysOf } from '../domain/triage/matterKeys';
import type { Triage } from '../domain/triage/triage';
import { compareClue, type Compared } from './compareClue';
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
    await lockMatter(client, judged.outcome === 'case' ? `${judged.item ?? ''}/${judged.town ?? ''}` : textHash);
    const matter = {
      item: judged.item,
      town: judged.town,
      place: body.place ?? null,
      position: body.position ?? null,
      text: body.text,
      at: now,
    };
    const compared = await compareClue(client, { ...matter, textHash, clueId: null }, catalogue.limits);
    const { twin } = compared;
    const triage = inLightOf(compared, judged);
    const item = catalogue.items.find(({ code }) => code === judged.item);
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
      keys: triage.outcome === 'case' || triage.outcome === 'desk' ? keysOf(matter) : null,
      yellowAt: clock.yellowAt ?? clock.dueAt,
      dueAt: clock.dueAt,
    });
    if (twin !== null && caseId !== null) await oweJoin(client, caseId, clueId, body.channel);
    if (opensCase && caseId !== null && compared.similar.length > 0) {
      await oweSuggestion(
        client,
        caseId,
        compared.similar.map((one) => one.caseId ?? one.clueId),
      );
    }
    return { answer: { clueId, caseId, triage }, opened: opensCase ? caseId : null };
  });
}

function sameAgain(answer: StoredAnswer, fingerprint: string): ClueAnswer {
  if (answer.fingerprint !== fingerprint) {
    throw new Problem('key_reused', '这个幂等键已用于另一份内容；新线索请用新的键。', { at: 'idempotency-key' });
  }
  return { clueId: answer.clueId, caseId: answer.caseId, triage: answer.triage };
}

/** The judgement with what the comparison adds: a repeat of what is surely on file, or what the dispatcher is to look at. */
function inLightOf({ twin, similar }: Compared, judged: Triage): Triage {
  if (twin !== null) {
    const duplicateOf = twin.caseId ?? twin.clueId;
    return { ...judged, outcome: 'duplicate', duplicateOf, reasons: [...judged.reasons, ...twin.reasons] };
  }
  if (similar.length === 0) return judged;
  return { ...judged, similar, reasons: [...judged.reasons, ...similar.flatMap(({ reasons }) => reasons)] };
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
