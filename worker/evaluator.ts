import type { Pool } from '../db/pool';
import { evaluateCases } from '../evaluation/evaluateCases';
import type { Log } from './log';
import { repeat, type Repeating } from './repeat';

/** Keeps the indicators a few seconds behind the events. */
export function startEvaluator(db: Pool, log: Log): Repeating {
  return repeat('evaluator', 5_000, log, async () => {
    await evaluateCases(db);
  });
}
