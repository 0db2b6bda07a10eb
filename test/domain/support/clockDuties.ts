import type { CaseState } from '../../../domain/case';
import { escalatesAt } from '../../../domain/ladder';
import { isPerformed } from '../../../domain/owed';
import { BUREAU, DISPATCH_CENTRE } from '../../../domain/people';
import { procedureOf } from '../../../domain/procedures/procedures';
import { isPaused, type Clock } from '../../../domain/time/clock';
import { lawDateOf } from '../../../domain/time/lawDate';
import { must } from './must';

/** Every duty that is open in a case, named like its clock: written down from the law, not from the effects. */
function openDuties(state: CaseState): readonly string[] {
  const stage = procedureOf(state).stages[state.stage].period === null ? [] : [state.stage];
  if (state.outcome !== null) return stage;
  const { decision, collection, court } = state;
  const duties: string[] = [...stage];
  const owes = (open: boolean, id: string) => {
    if (open) duties.push(id);
  };
  owes(state.filedAt !== null && decision === null && state.transfer === null, 'case');
  owes(state.rectification !== null && state.rectification.result === null, 'rectification');
  for (const { id, open } of state.cooperation) owes(open, id);
  for (const { id, open } of state.guidance) owes(open, id);
  for (const { id, open } of state.urgings) owes(open, id);
  for (const { id, appeal } of state.overdue) owes(appeal !== null && appeal.judgement === null, id);
  for (const { id, disposal, approved } of state.measures) {
    owes(disposal === null, id);
    owes(disposal === null && !approved, `${id}-approval`);
  }
  for (const { id, granted } of state.recusals) owes(granted === null, id);
  const { requestedOn, waived, heldOn } = state.hearing;
  owes(requestedOn !== null && !waived && heldOn === null, 'hearing');
  owes(state.elevationAsked !== null, 'elevation_request');
  owes(state.jurisdiction !== null, 'jurisdiction');
  owes(state.crimeReported, 'crime_transfer_decision');
  owes(state.transfer !== null && state.transfer.to === 'police' && state.transfer.sentOn === null, 'crime_transfer');
  owes(decision !== null && decision.onSpot && state.reportedForRecordOn === null, 'on_spot_record');
  owes(collection !== null && collection.handedInOn === null, 'fine_hand_in');
  owes(collection !== null && collection.handedInOn !== null && collection.bankedOn === null, 'fine_banking');
  owes(state.announcedOn !== null && state.service === null, 'announcement');
  owes(state.publishedOn !== null && decision === null, 'publication_withdrawal');
  owes(
    state.stage === 'performance' &&
      !state.appeals.some(({ endedOn }) => endedOn === null) &&
      (court === null || court.result === 'refused'),
    'court_application',
  );
  return duties;
}

const BEFORE_REVIEW = ['dispatch', 'accept', 'verify', 'file', 'investigation'];

/** A clock that waits, for a stage that the case has left and may come back to. */
function mayWait(state: CaseState, id: string): boolean {
  const returned = state.reviews.length > 0 && state.reviews.at(-1)?.verdict !== 'pass';
  return (
    state.outcome === null &&
    ((id === 'investigation' && state.stage === 'review') ||
      (id === 'review' && returned && BEFORE_REVIEW.includes(state.stage)))
  );
}

function shouldPause(state: CaseState, id: string): boolean {
  if (id === 'case') return state.suspended !== null;
  if (id === state.stage) {
    const announced = id === 'service' && state.announcedOn !== null;
    const atCourt = id === 'performance' && state.court !== null && state.court.result === null;
    const { requestedOn, waived, heldOn } = state.hearing;
    const beforeHearing = id === 'decision' && requestedOn !== null && !waived && heldOn === null;
    return state.suspended !== null || announced || atCourt || beforeHearing;
  }
  if (mayWait(state, id)) return true;
  return state.measures.some((measure) => measure.id === id && measure.testing);
}

function ownerOf(state: CaseState, clock: Clock): string {
  const task = state.cooperation.find(({ id }) => id === clock.id);
  if (task !== undefined) return task.town;
  if (['review', 'elevation_request', 'jurisdiction', 'guidance', 'overdue_appeal'].includes(clock.period))
    return BUREAU;
  if (clock.id === 'dispatch') return DISPATCH_CENTRE;
  return state.grade === 'bureau' ? BUREAU : state.town;
}

/** Each open duty has exactly one clock, no clock stands for a duty that isn't open, and a clock is paused only for a reason. */
export function clocksFit(state: CaseState): void {
  const due = openDuties(state);
  const known = Object.keys(state.clocks);
  for (const id of due) must(known.includes(id), `the open duty ${id} has its clock`, () => known);
  for (const id of known) {
    must(due.includes(id) || mayWait(state, id), `the clock ${id} stands for an open duty`, () => state.stage);
  }
  for (const [id, clock] of Object.entries(state.clocks)) {
    must(clock.id === id, 'a clock stands under its own name', () => [id, clock.id]);
    const paused = isPaused(clock);
    must(paused === shouldPause(state, id), `the clock ${id} is ${paused ? 'paused' : 'running'} for a reason`, () => [
      clock.pauses,
      state.suspended,
    ]);
    must(!paused || clock.light === 'grey', `the paused clock ${id} is grey`);
    must(paused || clock.light !== 'grey', `the running clock ${id} is not grey`);
    const asked = state.urgings.some((one) => one.id === id);
    must(asked || clock.owner === ownerOf(state, clock), `the clock ${id} is its owner’s`, () => clock.owner);
    must(clock.owner !== BUREAU || escalatesAt(state, clock) === null, `there is nobody above the bureau for ${id}`);
    must(
      clock.pauses.slice(0, -1).every(({ until }) => until !== null),
      `only the last pause of ${id} may stand`,
    );
  }
  if (state.stage === 'performance') {
    must(!isPerformed(state, lawDateOf(state.updatedAt)), 'a case that is performed goes on to its close');
  }
}
