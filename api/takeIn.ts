import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { sha256 } from '../db/chain';
import { insertCases, nextCaseIds } from '../db/insertCases';
import { insertClues, lockMatters, type NewClue } from '../db/intake';
import { oweDuties, type Owed } from '../db/oweDuties';
import { similarClues, type OnFile } from '../db/similarClues';
import type { RecordedEvent } from '../domain/case';
import type { Catalogue, Instant } from '../domain/catalogue';
import { sameMatterDuty } from '../domain/duties';
import { startClock } from '../domain/time/startClock';
import { instantOf, lawDateOf, msOf, yearOf } from '../domain/time/lawDate';
import { keysOf } from '../domain/triage/matterKeys';
import { normalise } from '../domain/triage/normalise';
import type { Triage } from '../domain/triage/triage';
import { clueText } from './clueText';
import { compareClue, soughtBy, type Compared, type ComparedClue } from './compareClue';
import type { Judged } from './judgeSubmission';
import { lookUp, type Known } from './lookUp';
import { openingOf } from './openingOf';
import { Problem } from './problem';
import { sameAgain, type ClueAnswer } from './sameAgain';
import type { ClueInput } from './schemas/clues';

const DAY_MS = 86_400_000;

export interface Taken {
  readonly answer: ClueAnswer;
  /** The case that the engine is still to be told of. */
  readonly opened: string | null;
}

/**
 * Takes judged clues in, inside one transaction and in so many statements however many they are. Each is answered as if
 * they had come one after another: with what was taken, or with why it was refused, before anything of it is written.
 */
export async function takeIn(
  catalogue: Catalogue,
  client: pg.PoolClient,
  clues: readonly Judged[],
): Promise<readonly (Taken | Problem)[]> {
  const known = await lookUp(client, clues);
  const outcomes = new Map<Judged, Taken | Problem>();
  const fresh: Fresh[] = [];
  const repeated: Judged[] = [];
  const names = new Set<string>();
  for (const [at, clue] of clues.entries()) {
    const of = clue.names.all.map(({ scope, name }) => `${scope}\n${name}`);
    if (of.some((name) => names.has(name))) {
      repeated.push(clue);
      continue;
    }
    for (const name of of) names.add(name);
    const answered = await answerOf(client, clue, known[at]);
    if ('now' in answered) fresh.push(freshOf(clue, answered.now));
    else outcomes.set(clue, answered);
  }
  for (const [clue, taken] of await store(catalogue, client, fresh)) outcomes.set(clue, taken);
  // Neighbours of the same name find their like stored by now.
  if (repeated.length > 0) {
    const later = await takeIn(catalogue, client, repeated);
    for (const [at, clue] of repeated.entries()) outcomes.set(clue, outcomeOf(later[at]));
  }
  return clues.map((clue) => outcomeOf(outcomes.get(clue)));
}

function outcomeOf(outcome: Taken | Problem | undefined): Taken | Problem {
  if (outcome === undefined) throw new Error('a clue without an outcome');
  return outcome;
}

/** What a clue is answered without being stored; or, of a new one, when it was received. */
async function answerOf(
  client: pg.PoolClient,
  { caller, clue, original, fingerprint, names }: Judged,
  known: Known | undefined,
): Promise<Taken | Problem | { readonly now: Instant }> {
  if (known === undefined) throw new Error('a clue was not looked up');
  const { found, now, busy } = known;
  if (busy) return new Problem('key_in_flight', '同一幂等键的请求正在处理，请稍后重试。', { at: 'idempotency-key' });
  if (found.length > 0) {
    const number = clue.number ?? null;
    const body = { ...clue, text: clueText(clue) };
    const again = sameAgain(client, found, names, { caller, now, number, fingerprint, body, original });
    return again.then((answer) => ({ answer, opened: null })).catch(problemOnly);
  }
  const { occurredAt } = clue;
  if (occurredAt !== undefined && msOf(occurredAt) > msOf(now) + DAY_MS) {
    return new Problem('unprocessable', `发生时间 ${occurredAt} 在将来，请核对。`, { at: 'body/occurredAt' });
  }
  return { now };
}

/** A refusal comes before anything is written, so the transaction goes on; anything else ends it. */
function problemOnly(error: unknown): Problem {
  if (error instanceof Problem) return error;
  throw error;
}

/** A clue that is not on file, ready to be compared. */
interface Fresh {
  readonly clue: Judged;
  readonly clueId: string;
  readonly matter: ComparedClue;
}

function freshOf(clue: Judged, now: Instant): Fresh {
  const { place = null, position = null } = clue.clue;
  const { item, town } = clue.judged;
  const text = clueText(clue.clue);
  const textHash = sha256(normalise(`${place ?? spot(position)}\n${text}`).text);
  return { clue, clueId: randomUUID(), matter: { item, town, place, position, text, at: now, textHash } };
}

/** Where no place is named, the same words of another spot are another matter; to about 100 m. */
function spot(position: NonNullable<ClueInput['position']> | null): string {
  return position === null ? '' : `${position.lng.toFixed(3)},${position.lat.toFixed(3)}`;
}

/** Compares new clues with what is on file and with each other, and puts them on file with the cases that they open. */
async function store(
  catalogue: Catalogue,
  client: pg.PoolClient,
  fresh: readonly Fresh[],
): Promise<ReadonlyMap<Judged, Taken>> {
  const taken = new Map<Judged, Taken>();
  const [first] = fresh;
  if (first === undefined) return taken;
  await lockMatters(client, fresh.map(matterOf));
  const sought = fresh.map(({ matter }) => soughtBy(matter, catalogue.limits));
  const found = await similarClues(client, sought);
  const onFile = fresh.map(({ matter }, at) => compareClue(matter, found[at] ?? [], catalogue.limits));
  const opening = fresh.filter(({ clue: { judged } }, at) => judged.outcome === 'case' && onFile[at]?.twin === null);
  const { at: now } = first.matter;
  const numbers = [...(await nextCaseIds(client, yearOf(lawDateOf(now)), opening.length))];
  const { dueAt, yellowAt } = dispatchClock(catalogue, now);

  const clues: NewClue[] = [];
  const cases: (readonly RecordedEvent[])[] = [];
  const owed: Owed[] = [];
  const neighbours = new Neighbours();
  for (const [at, { clue, clueId, matter }] of fresh.entries()) {
    const { caller, key, original, judged, fingerprint, names } = clue;
    const { channel, number = null, occurredAt, reporter, attachments = [] } = clue.clue;
    const near = neighbours.like(matter, sought[at]?.keys ?? []);
    const known = onFile[at];
    const compared =
      known === undefined || (known.twin === null && near.length > 0)
        ? compareClue(matter, [...(found[at] ?? []), ...near], catalogue.limits)
        : known;
    const { twin, similar } = compared;
    const triage = inLightOf(compared, judged);
    const item = catalogue.items.find(({ code }) => code === judged.item);
    const opens = triage.outcome === 'case' && item !== undefined;
    const caseId = opens ? numberFrom(numbers) : (twin?.caseId ?? null);
    if (opens && caseId !== null) {
      cases.push(openingOf({ caseId, item, triage, clueId, channel, fingerprint, now, catalogue }));
      if (similar.length > 0) {
        const refs = similar.map((one) => one.caseId ?? one.clueId);
        owed.push({ caseId, duty: sameMatterDuty(caseId, refs) });
      }
    } else if (caseId !== null) owed.push({ caseId, duty: { kind: 'join_report', clueId, channel } });
    const keys = triage.outcome === 'case' || triage.outcome === 'desk' ? keysOf(matter) : null;
    const { place, position, text, textHash, at: receivedAt } = matter;
    clues.push({
      ...{ id: clueId, caller, key, names: names.all, number, original, fingerprint, channel, text, place, position },
      ...{ receivedAt, attachments, triage, caseId, textHash, keys, yellowAt: yellowAt ?? dueAt, dueAt },
      occurredAt: occurredAt === undefined ? null : instantOf(msOf(occurredAt)),
      reporter:
        reporter === undefined
          ? null
          : { id: randomUUID(), name: reporter.name ?? null, phone: reporter.phone ?? null },
    });
    neighbours.add({ ...matter, clueId, caseId, keys });
    taken.set(clue, { answer: { clueId, caseId, triage }, opened: opens ? caseId : null });
  }
  await insertCases(client, cases);
  await insertClues(client, clues);
  await oweDuties(client, owed);
  return taken;
}

function numberFrom(numbers: string[]): string {
  const number = numbers.shift();
  if (number === undefined) throw new Error('fewer case numbers than cases');
  return number;
}

function matterOf({ clue: { judged }, matter }: Fresh): string {
  return judged.outcome === 'case' ? `${judged.item ?? ''}/${judged.town ?? ''}` : matter.textHash;
}

interface Neighbour extends ComparedClue {
  readonly clueId: string;
  readonly caseId: string | null;
  readonly keys: readonly number[] | null;
}

/** The clues that are stored in the same go: what `similarClues` would find of them, were they on file. */
class Neighbours {
  readonly #before: Neighbour[] = [];

  add(neighbour: Neighbour): void {
    this.#before.push(neighbour);
  }

  like({ textHash, item, town }: ComparedClue, keys: readonly number[]): readonly OnFile[] {
    const wanted = new Set(keys);
    return this.#before
      .map((each) => ({ ...each, sameWords: each.textHash === textHash }))
      .filter(
        (each) =>
          each.sameWords ||
          (each.keys !== null &&
            ((item !== null && town !== null && each.item === item && each.town === town) ||
              each.keys.some((key) => wanted.has(key)))),
      );
  }
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

/** Until when the dispatch centre must have settled what was received then. */
function dispatchClock(catalogue: Catalogue, at: Instant) {
  const period = catalogue.periods.find(({ id }) => id === 'dispatch');
  if (period === undefined) throw new Error('the catalogue has no period "dispatch"');
  return startClock('dispatch', period, 'dispatch_centre', at, catalogue.calendar);
}
