import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { canonicalJson, sha256 } from '../db/chain';
import { insertCase, nextCaseId } from '../db/insertCase';
import { insertClue, lockMatter, oweJoin, possibleTwins } from '../db/intake';
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
import { channelRule } from './channelRule';
import { clueNames, type ClueNames } from './clueNames';
import { lookUp, type Known } from './lookUp';
import { clueText } from './clueText';
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
  const twin = await findTwin(client, { body, judged, textHash, now, catalogue });
  const item = catalogue.items.find(({ code }) => code === judged.item);
  const triage = twin === null ? judged : twin.triage;
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
    yellowAt: clock.yellowAt ?? clock.dueAt,
    dueAt: clock.dueAt,
  });
  if (twin !== null && caseId !== null) await oweJoin(client, caseId, clueId, body.channel);
  return { answer: { clueId, caseId, triage }, opened: opensCase ? caseId : null };
}

/** Where no place is named, the same words of another spot are another matter; to about 100 m. */
function spot(position: ClueInput['position']): string {
  return position === undefined ? '' : `${position.lng.toFixed(3)},${position.lat.toFixed(3)}`;
}

interface Comparison {
  readonly body: ClueInput & { readonly text: string };
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
