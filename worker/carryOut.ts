import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { Duty } from '../domain/duties';
import { SYSTEM } from '../domain/people';
import { answerReporters } from '../db/answerReporters';
import { insertNotice } from '../db/insertNotice';
import type { Queryable } from '../db/pool';
import { readCase } from '../db/readCase';
import type { OutboxRow } from '../db/takeDuties';
import { ActRefused, sendAct } from '../engine/sendAct';

/** What a duty comes to: a notice on an organisation's desk, an answer on the reporters' clues, a report that joins. */
export async function carryOut(db: Queryable, engine: Client, row: OutboxRow, duty: Duty): Promise<void> {
  switch (duty.kind) {
    case 'notify':
      return insertNotice(db, { outboxId: row.id, caseId: row.caseId, ...duty });
    case 'answer_reporters':
      return answerReporters(db, duty.clueIds, duty.answer);
    case 'join_report':
      return join(db, engine, row.caseId, duty);
  }
}

async function join(
  db: Queryable,
  engine: Client,
  caseId: string,
  { clueId, channel }: Extract<Duty, { kind: 'join_report' }>,
): Promise<void> {
  try {
    await sendAct(engine, caseId, {
      act: 'join_report',
      input: { clueId, channel },
      id: `join/${clueId}`,
      fingerprint: '',
      actor: SYSTEM,
      ifSeq: null,
    });
  } catch (error) {
    // The case closed in between: this reporter is answered like the others.
    if (error instanceof ActRefused || (error instanceof WorkflowNotFoundError && (await isOver(db, caseId)))) {
      return answerReporters(db, [clueId], '您反映的问题已办结。');
    }
    throw error;
  }
}

/** Not in the engine because it is done, and not because it hasn't begun. */
async function isOver(db: Queryable, caseId: string): Promise<boolean> {
  const outcome = (await readCase(db, caseId))?.state.outcome;
  return outcome !== undefined && outcome !== null;
}
