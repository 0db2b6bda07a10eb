import { expect } from 'vitest';
import type { CaseEvent, CaseState, Penalty, RecordedEvent } from '../../../domain/case';
import { BUREAU } from '../../../domain/people';
import { procedureOf } from '../../../domain/procedures/procedures';
import { owed } from '../../../domain/yuan';

/** What must hold after every act, whoever did whatever. */
export function holdsAfter(before: CaseState, after: CaseState, recorded: readonly RecordedEvent[]): void {
  expect(
    recorded.map(({ seq }) => seq),
    'numbers without a gap',
  ).toEqual(recorded.map((_, i) => before.seq + 1 + i));
  expect(after.seq).toBe(before.seq + recorded.length);
  expect(before.stage, 'nothing happens after the archive').not.toBe('archived');
  for (const { event, actor, at } of recorded) holdsFor(before, event, actor, at);
  clocksFit(after);
  expect(after.paid).toBeLessThanOrEqual(after.decision?.penalty.fine ?? 0);
  expect(after.town).not.toBe(BUREAU);
  if (after.grade === 'bureau') expect(after.owner).toBe(BUREAU);
  if (after.stage === 'close') expect(owed(after)).toBe(0);
}

function holdsFor(before: CaseState, event: CaseEvent, actor: RecordedEvent['actor'], at: string): void {
  switch (event.type) {
    case 'decided_on_spot':
      bySomebodyOf(before, actor);
      expect(event.penalty.fine).toBeLessThanOrEqual(event.party.kind === 'citizen' ? 200 : 3_000);
      if (event.collectedOnSpot) expect(event.penalty.fine).toBeLessThanOrEqual(100);
      expect(new Set(event.officers).size).toBeGreaterThanOrEqual(2);
      withinRange(before, event.penalty, event.party.kind);
      break;
    case 'penalty_decided':
      bySomebodyOf(before, actor);
      expect(before.notice, 'no decision without notice').not.toBeNull();
      if (before.statement === null) expect(at >= (before.notice?.statementUntil ?? '9')).toBe(true);
      expect(before.reviews.at(-1)?.verdict, 'no decision without a passed last review').toBe('pass');
      expect(event.penalty.fine).toBeLessThanOrEqual(before.notice?.penalty.fine ?? -1);
      withinRange(before, event.penalty, before.party?.kind ?? 'citizen');
      break;
    case 'case_closed':
      bySomebodyOf(before, actor);
      if (event.outcome === 'penalty') expect(before.decision).not.toBeNull();
      else expect(before.decision).toBeNull();
      break;
    case 'reviewed':
      expect(before.investigators, 'nobody reviews what they investigated').not.toContain(actor.id);
      expect(actor.role).toBe('legal_reviewer');
      break;
    case 'case_filed':
    case 'investigation_ended':
      expect(new Set(event.officers).size).toBeGreaterThanOrEqual(2);
      break;
    case 'case_opened':
    case 'stage_entered':
    case 'accepted':
    case 'dispatch_returned':
    case 'dispatched':
    case 'assigned':
    case 'report_joined':
    case 'verified':
    case 'rectification_ordered':
    case 'rectification_checked':
    case 'procedure_switched':
    case 'evidence_collected':
    case 'elevated':
    case 'cooperation_requested':
    case 'cooperation_answered':
    case 'notice_given':
    case 'statement_recorded':
    case 'decision_served':
    case 'payment_recorded':
    case 'light_changed':
    case 'case_archived':
      break;
  }
}

/** A town never decides or closes a case of the bureau's, nor another town's. */
function bySomebodyOf(before: CaseState, actor: RecordedEvent['actor']): void {
  expect(actor.org).toBe(before.grade === 'bureau' ? BUREAU : before.town);
}

function withinRange({ item }: CaseState, { warning, fine }: Penalty, kind: 'citizen' | 'organisation'): void {
  expect(warning || fine > 0, 'a penalty imposes something').toBe(true);
  expect(item.verified, 'no penalty rests on an article that is not verified').toBe(true);
  if (fine === 0 || item.fineBasis !== 'fixed') return;
  const range = kind === 'citizen' ? item.fineCitizen : item.fineOrganisation;
  expect(fine).toBeLessThanOrEqual(range.max ?? -1);
  expect(fine).toBeGreaterThanOrEqual(range.min ?? 0);
}

/** Each duty that runs has its clock, and no clock runs without its duty. */
function clocksFit(state: CaseState): void {
  const open = state.outcome === null;
  const due = [
    ...(procedureOf(state).stages[state.stage].period === null ? [] : [state.stage]),
    ...(open && state.filedAt !== null && state.decision === null ? ['case'] : []),
    ...(open && state.rectification?.result === null ? ['rectification'] : []),
    ...(open ? state.cooperation.filter(({ answer }) => answer === null).map(({ id }) => id) : []),
  ];
  expect(Object.keys(state.clocks).sort()).toEqual(due.sort());
  for (const [id, clock] of Object.entries(state.clocks)) {
    expect(clock.id).toBe(id);
    if (clock.owner === BUREAU) expect(clock.escalateAt).toBeNull();
    const task = state.cooperation.find((candidate) => candidate.id === id);
    if (state.grade === 'bureau') expect(clock.owner, `whose ${id} is`).toBe(task?.town ?? BUREAU);
  }
}
