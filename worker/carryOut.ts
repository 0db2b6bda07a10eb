import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { Duty } from '../domain/duties';
import { SYSTEM } from '../domain/people';
import { correctTown, moveReports, releaseReport } from '../db/clueChanges';
import { answerReporters, type ReportersAnswer } from '../db/answerReporters';
import { insertNotices, type Notice } from '../db/insertNotices';
import type { Queryable } from '../db/pool';
import { readCase } from '../db/readCase';
import { readClock } from '../db/readClock';
import type { OutboxRow } from '../db/takeDuties';
import type { Sink } from '../config/sinks';
import { ActRefused, sendAct } from '../engine/sendAct';
import { waysOut } from './waysOut';

/** A file of an archived case takes seconds and has a lane of its own (`archiver.ts`). */
type Relayed = Exclude<Duty, { readonly kind: 'make_archive' }>;

/** The duties that are carried out here: all others, by their type. */
export const RELAYED = Object.keys({
  notify: true,
  answer_reporters: true,
  join_report: true,
  release_report: true,
  move_reports: true,
  correct_town: true,
} satisfies Readonly<Record<Relayed['kind'], true>>);

/** What duties come to: a notice on an organisation's desk, an answer on the reporters' clues, a report that joins. */
export async function carryOut(
  db: Queryable,
  engine: Client,
  rows: readonly OutboxRow[],
  sinks: readonly Sink[] = [],
): Promise<void> {
  const notices: Notice[] = [];
  const answers: ReportersAnswer[] = [];
  for (const row of rows) {
    const duty = row.duty as Relayed;
    switch (duty.kind) {
      case 'notify':
        notices.push({
          outboxId: row.id,
          caseId: row.caseId,
          org: duty.org,
          role: duty.role ?? null,
          person: duty.person ?? null,
          topic: duty.topic,
          text: duty.text,
          cause: duty.cause ?? null,
        });
        break;
      case 'answer_reporters':
        answers.push(duty);
        break;
      case 'join_report':
        await join(db, engine, row, duty);
        break;
      case 'release_report':
        await releaseReport(db, duty.clueId, row.caseId, { ...duty, source: `outbox/${row.id}` });
        break;
      case 'move_reports':
        await moveReports(
          db,
          duty.clueIds,
          { from: row.caseId, into: duty.into },
          { ...duty, source: `outbox/${row.id}` },
        );
        break;
      case 'correct_town':
        await correctTown(db, duty.clueIds, duty.town, { ...duty, source: `outbox/${row.id}` });
    }
  }
  if (notices.length > 0) {
    const ways = sinks.length === 0 ? [] : waysOut(sinks, notices, (await readClock(db))());
    await insertNotices(db, notices, ways);
  }
  if (answers.length > 0) await answerReporters(db, answers);
}

/** Writing goes together. What is sent to the engine goes by itself: it can't be taken back with a neighbour's failure. */
export function batches(rows: readonly OutboxRow[]): readonly (readonly OutboxRow[])[] {
  const alone = ({ duty }: OutboxRow): boolean => (duty as Relayed).kind === 'join_report';
  const written = rows.filter((row) => !alone(row));
  return [...(written.length === 0 ? [] : [written]), ...rows.filter(alone).map((row) => [row])];
}

async function join(
  db: Queryable,
  engine: Client,
  { id, caseId }: Pick<OutboxRow, 'id' | 'caseId'>,
  { clueId, channel }: Extract<Duty, { kind: 'join_report' }>,
): Promise<void> {
  try {
    await sendAct(engine, caseId, {
      act: 'join_report',
      input: { clueId, channel },
      // Of this row and not of the clue: one that was split off may join again.
      id: `join/${clueId}/${id}`,
      fingerprint: '',
      actor: SYSTEM,
      ifSeq: null,
    });
  } catch (error) {
    if (!(error instanceof ActRefused || error instanceof WorkflowNotFoundError)) throw error;
    if (error instanceof ActRefused && error.refusal.code === 'report_already_joined') return;
    const state = (await readCase(db, caseId))?.state;
    // Not in the engine because it is done, and not because it hasn't begun.
    if (state?.outcome == null && error instanceof WorkflowNotFoundError) throw error;
    if (state?.mergedInto != null) {
      // Merged in between: the report follows the others.
      const occasion = { by: SYSTEM.id, reason: `案件 ${caseId} 已并入 ${state.mergedInto}`, source: `outbox/${id}` };
      return moveReports(db, [clueId], { from: caseId, into: state.mergedInto }, occasion);
    }
    // The case closed in between: this reporter is answered like the others.
    return answerReporters(db, [{ clueIds: [clueId], answer: '您反映的问题已办结。' }]);
  }
}
