import type { CaseCommand, CaseEventType, CaseState, RecordedEvent } from '../../../domain/case';
import { lateFineBy } from '../../../domain/owed';
import { BUREAU } from '../../../domain/people';
import { addDays, lawDateOf } from '../../../domain/time/lawDate';
import { clocksFit } from './clockDuties';
import { lawHolds } from './lawHolds';
import { must } from './must';
import { Story } from './story';

export interface Taken {
  readonly before: CaseState;
  readonly command: CaseCommand;
  readonly after: CaseState;
  readonly recorded: readonly RecordedEvent[];
  /** What was recorded before. */
  readonly log: readonly RecordedEvent[];
}

/** All that still happens in a case that is closed. */
const AFTER_THE_END: readonly CaseEventType[] = [
  'stage_entered',
  'light_changed',
  'rung_reached',
  'law_changed',
  'case_archived',
];

/** What must hold after every act, whoever did whatever. */
export function holdsAfter({ before, command, after, recorded, log }: Taken): void {
  must(recorded.length > 0, 'an allowed act leaves its trace');
  must(
    recorded.every(({ seq }, index) => seq === before.seq + 1 + index) && after.seq === before.seq + recorded.length,
    'numbers without a gap',
  );
  must(before.stage !== 'archived', 'nothing happens after the archive');
  const ended = log.some(({ event }) => event.type === 'case_closed' || event.type === 'case_merged');
  if (ended) {
    must(
      recorded.every(({ event }) => AFTER_THE_END.includes(event.type)),
      'no act after close but those that the law allows',
      () => recorded.map(({ event }) => event.type),
    );
  }
  recorded.forEach((one, index) => {
    lawHolds({ before, command, recorded: one, story: new Story([...log, ...recorded.slice(0, index)]) });
  });
  clocksFit(after);
  must(after.town !== BUREAU, 'a case happened in a town');
  if (after.grade === 'bureau') must(after.owner === BUREAU, 'the bureau owns its cases');
  lateFineFits(after);
}

/** 行政处罚法 72, 73: never above the fine, never less tomorrow, never more while review or suit goes on. */
function lateFineFits(state: CaseState): void {
  if (state.decision === null || state.service === null || state.decision.penalty.fine === 0) return;
  const today = lawDateOf(state.updatedAt);
  const grown = [0, 1, 10, 40].map((days) => lateFineBy(state, addDays(today, days)));
  must(
    grown.every((amount) => amount <= (state.decision?.penalty.fine ?? 0)),
    'a late fine is never above the fine (72)',
    () => grown,
  );
  must(
    grown.every((amount, index) => amount >= (grown[index - 1] ?? 0)),
    'a late fine never shrinks by waiting',
  );
  if (state.appeals.some(({ endedOn }) => endedOn === null)) {
    must(grown.at(-1) === grown[0], 'a late fine stands still during review or suit (73)', () => grown);
  }
}
