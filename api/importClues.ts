import { setImmediate } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import { inTransaction, isDatabaseAway } from '../db/pool';
import type { Actor } from '../domain/people';
import { channelRule, checkClue } from './channelRule';
import { withoutPersons } from './channels/adapter';
import type { ApiDeps } from './deps';
import { KINDS } from './errors';
import { keyOf } from './headers';
import { judgeSubmission, type Judged, type Submission } from './judgeSubmission';
import { lane } from './lane';
import { giveWay } from './precedence';
import { Problem } from './problem';
import { receiptOf } from './receive';
import { checkRole } from './senders';
import { ClueBody, type ClueInput, type ClueReceipt } from './schemas/clues';
import { toProblem } from './sendProblem';
import { submitClue } from './submitClue';
import { takeIn, type Taken } from './takeIn';
import { compileBody, containsUnstorable } from './validation';

export interface ImportedRow {
  readonly status: number;
  readonly receipt: ClueReceipt | null;
  readonly reasons: string[];
  readonly problem: { readonly code: string; readonly detail: string; readonly at: string | null } | null;
}

type Outcome = Taken | Problem;

/** Clues in one transaction: so many that the disk isn't what is waited for, so few that nobody waits long behind them. */
const TOGETHER = 25;
/** Blocks that are being stored, whoever sent them: the next ones are judged meanwhile. */
const AT_ONCE = 2;
/** How long a block waits for clues that come one by one. Where these never cease, the import goes on slowly. */
const PATIENCE_MS = 100;

/**
 * Takes many clues in. Each is judged and answered as if it had come alone; those that are good share transactions.
 * What is answered is durable. The channel's rate is no matter here: a file is one message, and has a limit of its own.
 */
export function importClues(deps: ApiDeps) {
  const check = compileBody(ClueBody);
  const inTurn = lane(AT_ONCE);

  async function importBlock(actor: Actor, rows: readonly ImportRow[], log: FastifyBaseLogger) {
    const judged: (Judged | ImportedRow)[] = [];
    for (const row of rows) {
      // Whoever waits is served between any two rows.
      await setImmediate();
      judged.push(judgeRow(actor, row, log));
    }
    const good = judged.filter((row) => 'judged' in row);
    const outcomes = await inTurn(async () => {
      await giveWay(PATIENCE_MS);
      return takeTogether(deps, good);
    });
    return judged.map((row): ImportedRow => {
      if (!('judged' in row)) return row;
      const outcome = outcomes[good.indexOf(row)];
      if (outcome === undefined) throw new Error('a row without an outcome');
      return outcome instanceof Problem ? refused(outcome, log) : taken(outcome);
    });
  }

  function judgeRow(actor: Actor, row: ImportRow, log: FastifyBaseLogger): Judged | ImportedRow {
    try {
      const submission = toSubmission(check, actor.id, row);
      const rule = channelRule(deps.channels, submission.clue.channel);
      checkRole(rule, actor);
      checkClue(rule, submission.clue);
      return judgeSubmission(deps, submission);
    } catch (error) {
      return refused(error, log);
    }
  }

  return async (actor: Actor, rows: readonly ImportRow[], log: FastifyBaseLogger): Promise<readonly ImportedRow[]> => {
    const results: ImportedRow[] = [];
    for (let from = 0; from < rows.length; from += TOGETHER) {
      results.push(...(await importBlock(actor, rows.slice(from, from + TOGETHER), log)));
    }
    return results;
  };
}

interface ImportRow {
  readonly key: unknown;
  readonly clue: unknown;
}

function toSubmission(check: ReturnType<typeof compileBody>, caller: string, { key, clue }: ImportRow): Submission {
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
async function takeTogether(deps: ApiDeps, clues: readonly Judged[]): Promise<readonly Outcome[]> {
  try {
    return await inTransaction(deps.db, (client) => takeIn(deps.catalogue, client, clues));
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    const outcomes: Outcome[] = [];
    for (const clue of clues) {
      outcomes.push(await submitClue(deps, clue).catch((failure: unknown) => toProblem(failure as Error)));
    }
    return outcomes;
  }
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
