import type { RecordedEvent } from '../domain/case';
import type { Catalogue, Instant, PenaltyItem } from '../domain/catalogue';
import { lawInForce, openCase } from '../domain/openCase';
import { SYSTEM, type Actor } from '../domain/people';
import type { Channel, Triage } from '../domain/triage/triage';

interface CaseToOpen {
  readonly caseId: string;
  readonly item: PenaltyItem;
  readonly triage: Triage;
  readonly clueId: string;
  readonly channel: Channel;
  readonly fingerprint: string;
  readonly now: Instant;
  readonly catalogue: Catalogue;
  readonly by?: Actor;
  /** When the clue came in, where that was before now. */
  readonly reportedAt?: Instant | undefined;
}

/** The first events of a case for a clue whose item, town and grade are known. */
export function openingOf(opening: CaseToOpen): readonly RecordedEvent[] {
  const { caseId, item, triage, clueId, channel, fingerprint, now, catalogue, by = SYSTEM, reportedAt } = opening;
  if (triage.town === null || triage.grade === null) throw new Error('a case needs its town and its grade');
  return openCase({
    caseId,
    clueId,
    channel,
    item,
    town: triage.town,
    grade: triage.grade,
    gradeReasons: triage.reasons.filter(({ kind }) => kind === 'rule'),
    procedure: triage.procedure === 'summary' ? 'summary' : 'ordinary',
    law: lawInForce(catalogue, now, item.field),
    at: now,
    reportedAt,
    by,
    commandId: `clue/${clueId}`,
    fingerprint,
  });
}
