import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { canonicalJson, sha256 } from '../db/chain';
import { insertCase, nextCaseId } from '../db/insertCase';
import { insertClue, lockMatter, oweJoin, oweSuggestion } from '../db/intake';
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
import { channelRule } from './channelRule';
import { clueNames, type ClueNames } from './clueNames';
import { lookUp, type Known } from './lookUp';
import { clueText } from './clueText';
import { compareClue, type Compared } from './compareClue';
import type { ApiDeps } from './deps';
import { Problem } from './problem';
import { sameAgain, type ClueAnswer } from './sameAgain';
import type { ClueInput } from './schemas/clues';

const DAY_MS = 86_400_000;

/** A clue as its sender gave it in. */
export interface Submission {
  /** Who sends: somebody on the roster, or another body's system. */
  readonly caller: string;
  /** Null only where the channel's number is given. */
  readonly key: string | null;
  readonly clue: ClueInput;
  /** The message as it was received, without the persons in it. */
  readonly original: unknown;
}

export interface Taken {
  readonly answer: ClueAnswer;
  /** The case that the engine is still to be told of. */
  readonly opened: string | null;
}

type IntakeDeps = Pick<ApiDeps, 'db' | 'catalogue' | 'channels' | 'find'>;

/**
 * Takes a clue in: judged, compared with what is on file, stored with its case, all in one transaction, before
 * anything is answered.
 */
export async function submitClue(deps: IntakeDeps, submission: Submission): Promise<Taken> {
  const judged = judgeSubmission(deps, submission);
  return inTransaction(deps.db, async (client) => {
    const [known] = await lookUp(client, [judged]);
    return takeIn(deps, client, judged, known);
  });
}

/** A submission with all that can be said of it before the database is asked. */
export interface Judged extends Submission {
  readonly judged: Triage;
  readonly fingerprint: string;
  readonly names: ClueNames;
}

export function judgeSubmission({ catalogue, channels, find }: Omit<IntakeDeps, 'db'>, submission: Submission): Judged {
  const { caller, key, clue } = submission;
  // The number is a name for the clue and no part of what it says: a retry may come without it.
  const { number = null, ...said } = clue;
  const fingerprint = sha256(canonicalJson(said));
  const judged = judge(
    {
      channel: clue.channel,
      text: clueText(clue),
      place: clue.place ?? null,
      position: clue.position ?? null,
      itemCode: clue.itemCode ?? null,
    },
    catalogue,
    find,
  );
  const names = clueNames(channelRule(channels, clue.channel), { caller, key, number, fingerprint });
  return { ...submission, judged, fingerprint, names };
}

/** What `submitClue` does once the clue's names are looked up. Throws a Problem before anything is written. */
export async function takeIn(
  { catalogue }: Pick<ApiDeps, 'catalogue'>,
  client: pg.PoolClient,
  { caller, key, clue, original, judged, fingerprint, names }: Judged,
  known: Known | undefined,
): Promise<Taken> {
  if (known === undefined) throw new Error('a clue was not looked up');
  const { found, now } = known;
  const number = clue.number ?? null;
  const body = { ...clue, text: clueText(clue) };
  if (known.busy) {
    throw new Problem('key_in_flight', '同一幂等键的请求正在处理，请稍后重试。', { at: 'idempotency-key' });
  }
  if (found.length > 0) {
    return {
      answer: await sameAgain(client, found, names, { caller, now, number, fingerprint, body, original }),
      opened: null,
    };
  }
  const occurredAt = body.occurredAt === undefined ? null : instantOf(msOf(body.occurredAt));
  if (occurredAt !== null && occurredAt > instantOf(msOf(now) + DAY_MS)) {
    throw new Problem('unprocessable', `发生时间 ${body.occurredAt ?? ''} 在将来，请核对。`, {
      at: 'body/occurredAt',
    });
  }

  const clueId = randomUUID();
  const textHash = sha256(normalise(`${body.place ?? spot(body.position)}\n${body.text}`).text);
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
    ? await openOnFile(client, { item, triage, clueId, body, fingerprint, now, catalogue })
    : (twin?.caseId ?? null);
  const clock = startClock(clueId, dispatchPeriod(catalogue), 'dispatch_centre', now, catalogue.calendar);
  await insertClue(client, {
    id: clueId,
    caller,
    key,
    names: names.all,
    number,
    original,
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
}

/** Where no place is named, the same words of another spot are another matter; to about 100 m. */
function spot(position: ClueInput['position']): string {
  return position === undefined ? '' : `${position.lng.toFixed(3)},${position.lat.toFixed(3)}`;
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
