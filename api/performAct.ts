import { WorkflowNotFoundError } from '@temporalio/client';
import { canonicalJson, sha256 } from '../db/chain';
import { readCase, type CaseRow } from '../db/readCase';
import { readCaseAndCommand } from '../db/readCaseAndCommand';
import type { StoredEvent } from '../db/readEvents';
import { recordRefusal } from '../db/recordRefusal';
import { decide } from '../domain/decide';
import type { Actor } from '../domain/people';
import { maySee } from '../domain/permission';
import { CaseConflict } from '../engine/caseConflict';
import { ActRefused, PATIENCE_MS, sendAct } from '../engine/sendAct';
import { startOnce } from '../engine/startOnce';
import { EngineSlow, within } from '../engine/within';
import type { Receipt, Request } from '../workflows/messages';
import { catchUp } from '../engine/catchUp';
import { completeInput } from './completeInput';
import type { ApiDeps } from './deps';
import { keyReused, Problem } from './problem';
import { nowFor } from './views';
import type { PeopleAct } from './schemas/acts';

export interface ActCall {
  readonly caseId: string;
  readonly act: PeopleAct;
  readonly body: object;
  readonly actor: Actor;
  readonly key: string;
  readonly ifSeq: number | null;
}

type Deps = Pick<ApiDeps, 'db' | 'engine' | 'taskQueue' | 'catalogue' | 'dutyRoster'>;

/**
 * The one door for acts. Resolves with the receipt, or null when the case has taken the act and is still writing it.
 * A refusal leaves nothing in the case, so it is put on record here; if it can't be, the caller isn't told otherwise.
 */
export async function performAct(deps: Deps, call: ActCall): Promise<Receipt | null> {
  try {
    return await attempt(deps, call);
  } catch (error) {
    const problem = error instanceof ActRefused ? Problem.of(error.refusal) : error;
    if (problem instanceof Problem) await recordRefusal(deps.db, { ...call, refusal: problem });
    throw problem;
  }
}

async function attempt(deps: Deps, call: ActCall): Promise<Receipt | null> {
  const { db } = deps;
  const { caseId, act, actor, key } = call;
  const id = `${actor.id}/${key}`;
  const fingerprint = sha256(canonicalJson({ act, body: call.body }));
  const found = await readCaseAndCommand(db, caseId, id);
  const row = visible(found?.row ?? null, caseId, actor);
  const earlier = found?.earlier ?? [];
  if (earlier.length > 0) return sameAgain(caseId, earlier, fingerprint);

  const input = await completeInput(call.body, {
    db,
    catalogue: deps.catalogue,
    dutyRoster: deps.dutyRoster,
    state: row.state,
    now: row.now,
    act,
    commandId: id,
  });
  const request = {
    act,
    input,
    id,
    fingerprint,
    actor,
    ifSeq: call.ifSeq,
  } as Request;
  const receipt = await send(deps, row, request);
  if (receipt !== null && receipt.fingerprint !== fingerprint) throw keyReused();
  return receipt;
}

/** A case as far as somebody may know of it: another town's doesn't exist for them. */
export async function readVisible({ db }: Pick<Deps, 'db'>, caseId: string, actor: Actor): Promise<CaseRow> {
  return visible(await readCase(db, caseId), caseId, actor);
}

function visible(row: CaseRow | null, caseId: string, actor: Actor): CaseRow {
  if (row === null || !maySee(actor, whereabouts(row))) {
    throw new Problem('not_found', `没有案件 ${caseId}，或者您无权查看。`);
  }
  return row;
}

function whereabouts({ state }: CaseRow) {
  return { town: state.town, owner: state.owner, cooperatingTowns: state.cooperation.map(({ town }) => town) };
}

async function send(deps: Deps, row: CaseRow, request: Request): Promise<Receipt | null> {
  const { engine, db } = deps;
  const { caseId } = row.state;
  try {
    // Only once the engine is known to have this very case: a workflow of that name could be another house's.
    if (!row.started) await start(deps, caseId);
    return await sendAct(engine, caseId, request);
  } catch (error) {
    if (error instanceof ActRefused && (await lagsBehind(db, request, caseId))) {
      await catchUp(engine, caseId);
      return sendAct(engine, caseId, request);
    }
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    // The case is over, which the file says too; where it doesn't, the engine has lost a case and somebody must look.
    const now = await readCase(db, caseId);
    if (now === null) throw error;
    const decision = decide(now.state, { ...request, at: nowFor(now) });
    if (decision.ok) throw new CaseConflict(caseId, error.message);
    throw new ActRefused(decision.refusal);
  }
}

/** Refused by its workflow and not by its file: the engine may have crashed in the middle of an earlier act. */
async function lagsBehind(db: Deps['db'], request: Request, caseId: string): Promise<boolean> {
  const row = await readCase(db, caseId);
  return row !== null && decide(row.state, { ...request, at: nowFor(row) }).ok;
}

async function start({ engine, db, taskQueue }: Deps, caseId: string): Promise<void> {
  const started = startOnce(engine, db, taskQueue, caseId).then(() => true);
  if ((await within(Date.now() + PATIENCE_MS, started)) === null) throw new EngineSlow();
}

function sameAgain(caseId: string, earlier: readonly StoredEvent[], fingerprint: string): Receipt {
  const last = earlier.at(-1);
  if (last === undefined || last.event.fingerprint !== fingerprint) throw keyReused();
  return {
    caseId,
    seq: last.event.seq,
    at: last.event.at,
    events: earlier.map(({ event }) => event.event.type),
    fingerprint,
  };
}
