import { WorkflowNotFoundError } from '@temporalio/client';
import { canonicalJson, sha256 } from '../db/chain';
import { readCase, type CaseRow } from '../db/readCase';
import { readCommand, type StoredEvent } from '../db/readEvents';
import { recordRefusal } from '../db/recordRefusal';
import type { CaseCommand } from '../domain/case';
import { decide } from '../domain/decide';
import type { Actor } from '../domain/people';
import { maySee } from '../domain/permission';
import type { Refusal } from '../domain/refusal';
import { ActRefused, sendAct } from '../engine/sendAct';
import { startCase } from '../engine/startCase';
import type { Receipt, Request } from '../workflows/messages';
import { completeInput } from './completeInput';
import type { ApiDeps } from './deps';
import { Problem } from './problem';
import type { PeopleAct } from './schemas/acts';

export interface ActCall {
  readonly caseId: string;
  readonly act: PeopleAct;
  readonly body: object;
  readonly actor: Actor;
  readonly key: string;
  readonly ifSeq: number | null;
}

type Deps = Pick<ApiDeps, 'db' | 'engine' | 'taskQueue' | 'catalogue'>;

/** The one door for acts. Resolves with the receipt, or null when the case has taken the act and is still writing it. */
export async function performAct(deps: Deps, call: ActCall): Promise<Receipt | null> {
  const { db } = deps;
  const { caseId, act, actor, key } = call;
  const id = `${actor.id}/${key}`;
  const fingerprint = sha256(canonicalJson({ act, body: call.body }));
  const [row, earlier] = await Promise.all([readVisible(deps, caseId, actor), readCommand(db, caseId, id)]);
  if (earlier.length > 0) return sameAgain(caseId, earlier, fingerprint);

  const input = await completeInput(call.body, { db, catalogue: deps.catalogue, state: row.state, key });
  const request = { act, input: act === 'accept' ? { officers: [], ...input } : input, id, fingerprint, actor, ifSeq: call.ifSeq } as Request;
  try {
    const receipt = await send(deps, row, request);
    if (receipt !== null && receipt.fingerprint !== fingerprint) throw reused();
    return receipt;
  } catch (error) {
    if (!(error instanceof ActRefused)) throw error;
    return refused(deps, call, error.refusal);
  }
}

/** A case as far as somebody may know of it: another town's doesn't exist for them. */
export async function readVisible({ db }: Pick<Deps, 'db'>, caseId: string, actor: Actor): Promise<CaseRow> {
  const row = await readCase(db, caseId);
  if (row === null || !maySee(actor, whereabouts(row))) {
    throw new Problem('not_found', `没有案件 ${caseId}，或者您无权查看。`);
  }
  return row;
}

function whereabouts({ state }: CaseRow) {
  return { town: state.town, owner: state.owner, cooperatingTowns: state.cooperation.map(({ town }) => town) };
}

async function send(deps: Deps, row: CaseRow, request: Request): Promise<Receipt | null> {
  const { engine, db, taskQueue } = deps;
  const { caseId } = row.state;
  try {
    return await sendAct(engine, caseId, request);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    // Either the engine hasn't been told of the case yet, or the case is over.
    const decision = decide(row.state, { ...request, at: new Date().toISOString() } as CaseCommand);
    if (!decision.ok) throw new ActRefused(decision.refusal);
    await startCase(engine, db, taskQueue, caseId);
    return sendAct(engine, caseId, request);
  }
}

function sameAgain(caseId: string, earlier: readonly StoredEvent[], fingerprint: string): Receipt {
  const last = earlier.at(-1);
  if (last === undefined || last.event.fingerprint !== fingerprint) throw reused();
  return {
    caseId,
    seq: last.event.seq,
    at: last.event.at,
    events: earlier.map(({ event }) => event.event.type),
    fingerprint,
  };
}

function reused(): Problem {
  return new Problem('key_reused', '这个幂等键已用于另一个动作或另一份内容；新动作请用新的键。', { at: 'idempotency-key' });
}

/** A refusal leaves nothing in the case, so it is put on record here; if it can't be, the caller isn't told otherwise. */
async function refused({ db }: Deps, { caseId, actor, act }: ActCall, refusal: Refusal): Promise<never> {
  await recordRefusal(db, { caseId, actor, act, refusal });
  throw Problem.of(refusal);
}
