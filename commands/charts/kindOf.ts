import type { CaseState } from '../../domain/case';
import { principalOwed } from '../../domain/owed';

/** States of one kind allow the same acts: what is counted or written in them makes no difference. */
export function kindOf(state: CaseState): string {
  return JSON.stringify([
    state.procedure.id,
    state.grade,
    state.stage,
    state.elevatedAt !== null,
    state.cooperation.some(({ open }) => open),
    ...ofStage(state),
    affairsOf(state),
  ]);
}

/** What decides at a stage what may be done next. What came before it and is settled no longer does. */
function ofStage(state: CaseState): readonly unknown[] {
  const { hearing, decision, collection } = state;
  switch (state.stage) {
    case 'dispatch':
    case 'accept':
      return [state.insisted, state.verification !== null, state.filedAt !== null];
    case 'verify':
      return [state.filedAt !== null];
    case 'file':
      return [state.verification?.violation, state.filedAt !== null];
    case 'investigation':
      return [state.evidence.length > 0];
    case 'review':
    case 'archive':
    case 'archived':
      return [];
    case 'notice':
      return [state.discussion !== null];
    case 'decision':
      return [
        state.discussion !== null,
        state.notices.at(-1)?.hearingUntil !== null,
        [hearing.requestedOn !== null, hearing.waived, hearing.notice !== null, hearing.heldOn !== null],
        state.statements.some(({ raised, weighed }) => raised && weighed === null),
      ];
    case 'service':
      return [decision?.penalty.warning, state.announcedOn !== null];
    case 'performance':
      return [
        decision?.onSpot,
        principalOwed(state) > 0,
        (decision?.penalty.others.length ?? 0) > 0 && state.performedOn === null,
        state.reportedForRecordOn !== null,
        state.demand !== null,
        state.court === null ? 'none' : state.court.result,
      ];
    case 'close':
      return [
        decision === null ? 'none' : decision.onSpot,
        state.reportedForRecordOn !== null,
        collection === null ? 'none' : [collection.handedInOn !== null, collection.bankedOn !== null],
        state.filedAt !== null,
        state.verification !== null,
      ];
  }
}

/** What may go on beside the road of a case, at almost any stage of it. */
export function affairsOf(state: CaseState): readonly string[] {
  const measure = state.measures.find(({ disposal }) => disposal === null);
  const affairs: readonly (readonly [string, boolean])[] = [
    [`measure ${measure?.approved} ${measure?.testing}`, measure !== undefined],
    ['rectification', state.rectification !== null && state.rectification.result === null],
    ['recusal', state.recusals.some(({ granted }) => granted === null)],
    ['suspension', state.suspended !== null],
    ['jurisdiction', state.jurisdiction !== null],
    ['elevation', state.elevationAsked !== null],
    ['crime', state.crimeReported],
    [`transfer ${state.transfer?.sentOn !== null}`, state.transfer !== null],
    ['publication', state.publishedOn !== null],
    ['appeal', state.appeals.some(({ endedOn }) => endedOn === null)],
  ];
  return affairs.filter(([, open]) => open).map(([name]) => name);
}
