import type pg from 'pg';
import { canonicalJson, sha256 } from '../db/chain';
import { answerReporters } from '../db/answerReporters';
import { recordClueChange, standingOf } from '../db/clueChanges';
import { insertCases, nextCaseIds } from '../db/insertCases';
import { readClue, type ClueRow } from '../db/listClues';
import { oweDuties } from '../db/oweDuties';
import { inTransaction } from '../db/pool';
import { readCase } from '../db/readCase';
import { lockWords, settleClue, takeRepeatsAlong } from '../db/settleClue';
import { UNKNOWN_FACTS } from '../domain/grading/facts';
import { grade } from '../domain/grading/grade';
import type { Actor } from '../domain/people';
import type { Reason } from '../domain/reason';
import { lawDateOf, yearOf } from '../domain/time/lawDate';
import type { Channel, Triage } from '../domain/triage/triage';
import type { ApiDeps } from './deps';
import { openingOf } from './openingOf';
import { Problem } from './problem';
import type { Settlement } from './schemas/clues';
import type { ClueAnswer } from './sameAgain';

/** The dispatcher settles a clue that triage was unsure of: once, with a reason, on record. */
export async function settle(
  { db, catalogue }: Pick<ApiDeps, 'db' | 'catalogue'>,
  actor: Actor,
  clueId: string,
  settlement: Settlement,
): Promise<{ readonly answer: ClueAnswer; readonly opened: string | null }> {
  return inTransaction(db, async (client) => {
    await lockWords(client, clueId);
    const clue = await readClue(client, clueId, true);
    if (clue === null) throw new Problem('not_found', '没有这条线索。');
    if (clue.outcome !== 'desk' || clue.settledAt !== null) {
      throw new Problem('clue_settled', '这条线索已有结论，不能再次研判。');
    }
    const done = async (triage: Triage, caseId: string | null, joining: readonly Joining[]) => {
      await settleClue(client, clueId, triage, caseId);
      await recordClueChange(client, {
        clueId,
        by: actor.id,
        kind: 'settled',
        before: standingOf(clue),
        after: standingOf({ triage, caseId }),
        reason: settlement.reason,
        source: `settle/${clueId}/${clue.dueAt}`,
      });
      const repeats = caseId === null ? [] : await takeRepeatsAlong(client, clueId, caseId);
      if (caseId !== null) await join(client, caseId, [...joining, ...repeats]);
      return { answer: { clueId, caseId, triage }, opened: triage.outcome === 'case' ? caseId : null };
    };
    switch (settlement.as) {
      case 'not_ours':
        return done(
          { ...corrected(clue, actor, settlement.reason), outcome: 'not_ours', belongsTo: settlement.belongsTo },
          null,
          [],
        );
      case 'duplicate': {
        const found = await readCase(client, settlement.caseId);
        if (found === null)
          throw new Problem('unprocessable', `没有案件 ${settlement.caseId}。`, { at: 'body/caseId' });
        if (found.state.mergedInto != null) {
          const text = `案件 ${settlement.caseId} 已并入 ${found.state.mergedInto}，请并入后者。`;
          throw new Problem('unprocessable', text, { at: 'body/caseId' });
        }
        return done(
          { ...corrected(clue, actor, settlement.reason), outcome: 'duplicate', duplicateOf: settlement.caseId },
          settlement.caseId,
          [{ id: clueId, channel: clue.channel }],
        );
      }
      case 'case': {
        const item = catalogue.items.find(({ code }) => code === settlement.item);
        const town = catalogue.towns.find(({ code }) => code === settlement.town);
        if (item === undefined) {
          throw new Problem('unprocessable', `没有处罚事项 ${settlement.item}。`, { at: 'body/item' });
        }
        if (town === undefined) {
          throw new Problem('unknown_town', `没有代码为 ${settlement.town} 的镇街。`, { at: 'body/town' });
        }
        const graded = grade(item, UNKNOWN_FACTS, catalogue.gradingRules, catalogue.limits);
        const base = corrected(clue, actor, settlement.reason);
        const triage: Triage = {
          ...base,
          outcome: 'case',
          item: item.code,
          itemName: item.name,
          field: item.field,
          town: town.code,
          townName: town.name,
          grade: graded.grade,
          procedure: graded.procedure,
          // Graded anew, so by the rules of now.
          catalogueVersion: catalogue.version,
          reasons: [...base.reasons, ...graded.reasons],
        };
        // The duty to dispatch began with the report; the town's begins now.
        const { channel, now } = clue;
        const fingerprint = sha256(canonicalJson(settlement));
        const [caseId] = await nextCaseIds(client, yearOf(lawDateOf(now)), 1);
        if (caseId === undefined) throw new Error('no case number');
        await insertCases(client, [
          openingOf({
            ...{ caseId, item, triage, clueId, channel, fingerprint, now, catalogue, by: actor },
            reportedAt: clue.receivedAt,
          }),
        ]);
        return done(triage, caseId, []);
      }
    }
  });
}

interface Joining {
  readonly id: string;
  readonly channel: Channel;
}

/** Reports join a case that is open; those of a closed one are answered at once, for nothing more will come. */
async function join(client: pg.PoolClient, caseId: string, reports: readonly Joining[]): Promise<void> {
  const closed = (await readCase(client, caseId))?.state.outcome != null;
  if (closed) {
    return answerReporters(client, [{ clueIds: reports.map(({ id }) => id), answer: '您反映的问题已办结。' }]);
  }
  const owed = reports.map(({ id, channel }) => ({
    caseId,
    duty: { kind: 'join_report', clueId: id, channel } as const,
  }));
  await oweDuties(client, owed);
}

function corrected(clue: ClueRow, actor: Actor, reason: string): Triage {
  const by: Reason = { kind: 'doubt', text: `人工研判（${actor.id}）：${reason}`, ref: actor.id, at: null };
  return { ...clue.triage, reasons: [...clue.triage.reasons, by] };
}
