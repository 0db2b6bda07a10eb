import { answerLookUp, openLookUps, takeLookUps } from '../db/recordLookUps';
import type { Pool } from '../db/pool';
import type { RecordLookUp } from '../domain/recordLookUp';
import type { Log } from './log';
import { repeat, type Repeating } from './repeat';

const AT_ONCE = 8;

/**
 * Asks the register about each new case, and again where somebody wants it: behind intake, in a loop of its own, so that a
 * register that lags or fails holds nothing up. What fails is recorded as unknown and not asked again by itself.
 */
export function startRecordKeeper(db: Pool, lookUp: RecordLookUp, log: Log): Repeating {
  return repeat('records', 1_000, log, async () => {
    for (;;) {
      await openLookUps(db, AT_ONCE);
      const questions = await takeLookUps(db, AT_ONCE);
      await Promise.all(
        questions.map(async ({ id, question }) => answerLookUp(db, id, lookUp.source, await lookUp.ask(question))),
      );
      if (questions.length < AT_ONCE) return;
    }
  });
}
