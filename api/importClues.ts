import type { FastifyBaseLogger } from 'fastify';
import { inTransaction, isDatabaseAway } from '../db/pool';
import { checkSize, channelRule } from './channelRule';
import { withoutPersons } from './channels/adapter';
import type { ApiDeps } from './deps';
import { KINDS } from './errors';
import { keyOf } from './headers';
import { Problem } from './problem';
import { receiptOf } from './receive';
import { ClueBody, type ClueInput, type ClueReceipt } from './schemas/clues';
import { toProblem } from './sendProblem';
import { judgeSubmission, submitClue, takeIn, type Judged, type Submission, type Taken } from './submitClue';
import { lookUp } from './lookUp';
import { compileBody, containsUnstorable } from './validation';

export interface ImportedRow {
  readonly status: number;
  readonly receipt: ClueReceipt | null;
  readonly reasons: string[];
  readonly problem: { readonly code: string; readonly detail: string; readonly at: string | null } | null;
}

interface Row {
  readonly index: number;
  readonly judged: Judged;
}

type Outcome = Taken | Problem;

/** Clues in one transaction: so few commits that the disk isn't what is waited for, so few that a lock is held shortly. */
const TOGETHER = 50;

/**
 * Takes many clues in. Each is judged and answered as if it had come alone; those that are good share transactions.
 * What is answered is durable.
 */
export function importClues(deps: ApiDeps) {
  const check = compileBody(ClueBody);

  return async (
    caller: string,
    rows: readonly { readonly key: unknown; readonly clue: unknown }[],
    log: FastifyBaseLogger,
  ): Promise<readonly ImportedRow[]> => {
    const results: ImportedRow[] = [];
    const good: Row[] = [];
    rows.forEach((row, index) => {
      try {
        const submission = toSubmission(check, caller, row);
        checkSize(channelRule(deps.channels, submission.clue.channel), submission.clue);
        good.push({ index, judged: judgeSubmission(deps, submission) });
      } catch (error) {
        results[index] = refused(error, log);
      }
    });
    for (let from = 0; from < good.length; from += TOGETHER) {
      const some = good.slice(from, from + TOGETHER);
      const outcomes = await takeTogether(deps, some);
      some.forEach(({ index }, at) => {
        const outcome = outcomes[at];
        if (outcome === undefined) throw new Error('a row without an outcome');
        results[index] = outcome instanceof Problem ? refused(outcome, log) : taken(outcome);
      });
    }
    return results;
  };
}

function toSubmission(
  check: ReturnType<typeof compileBody>,
  caller: string,
  { key, clue }: { readonly key: unknown; readonly clue: unknown },
): Submission {
  if (!check(clue)) throw Object.assign(new Error(), { validation: check.errors ?? [], validationContext: 'clue' });
  if (containsUnstorable(clue)) {
    throw new Problem('malformed', '内容含有 NUL 字符或残缺的字符，请删除后重试。', { at: 'clue' });
  }
  const good = clue as ClueInput;
  return {
    caller,
    key: keyOf({ 'idempotency-key': typeof key === 'string' ? key : undefined }),
    clue: good,
    original: withoutPersons(good, ['reporter']),
  };
}

/** All in one transaction; where one of them breaks it, each in one of its own, so that only that one is refused. */
async function takeTogether(deps: ApiDeps, rows: readonly Row[]): Promise<readonly Outcome[]> {
  try {
    return await inTransaction(deps.db, async (client) => {
      const known = await lookUp(
        client,
        rows.map(({ judged }) => judged),
      );
      const seen = new Set<string>();
      const outcomes: Outcome[] = [];
      for (const [at, { judged }] of rows.entries()) {
        const names = judged.names.all.map(({ scope, name }) => `${scope}\n${name}`);
        // A neighbour of the same name has been stored since all were looked up.
        const before = names.some((name) => seen.has(name)) ? (await lookUp(client, [judged]))[0] : known[at];
        for (const name of names) seen.add(name);
        outcomes.push(await takeIn(deps, client, judged, before).catch(problemOnly));
      }
      return outcomes;
    });
  } catch (error) {
    // Two imports that met in each other's matters (the server has ended one of them), or a row that breaks the rest.
    if (isDatabaseAway(error)) throw error;
    const outcomes: Outcome[] = [];
    for (const { judged } of rows) {
      outcomes.push(await submitClue(deps, judged).catch((failure: unknown) => toProblem(failure as Error)));
    }
    return outcomes;
  }
}

/** A refusal comes before anything is written, so the transaction goes on; anything else ends it. */
function problemOnly(error: unknown): Problem {
  if (error instanceof Problem) return error;
  throw error;
}

function taken({ answer }: Taken): ImportedRow {
  return {
    status: 201,
    receipt: receiptOf(answer),
    reasons: answer.triage.reasons.map(({ text }) => text),
    problem: null,
  };
}

function refused(error: unknown, log: FastifyBaseLogger): ImportedRow {
  const problem = toProblem(error as Error);
  if (problem.code === 'internal') log.error({ err: error }, 'unforeseen');
  const { code, detail, at } = problem;
  return { status: KINDS[code].status, receipt: null, reasons: [], problem: { code, detail, at } };
}
