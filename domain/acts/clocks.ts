import type { CaseState, LawInForceChange, Moved } from '../case';
import type { LawInForce } from '../law';
import { refuse } from '../refusal';
import { isPaused, type Clock } from '../time/clock';
import { extendClock } from '../time/extendClock';
import { recalculate } from '../time/recalculate';
import { resumeClock } from '../time/resumeClock';
import type { Effects } from './effect';
import { CASE_CLOCK } from './investigation';
import { suspendClock, waitsForSuspension } from './suspension';

export const clockEffects: Effects<'extend_period' | 'suspend_case' | 'resume_case' | 'change_law'> = {
  extend_period: (state, { input: { clockId, number, reason }, actor, at }) => {
    const clock = state.clocks[clockId];
    const limit = clock === undefined ? undefined : state.law.extensions[clock.period];
    if (clock === undefined || limit === undefined)
      throw new Error(`case ${state.caseId}: ${clockId} can't be extended`);
    const extension = { span: { number, unit: limit.most.unit }, at, by: actor.id, reason, article: limit.article };
    return [
      {
        type: 'period_extended',
        clockId,
        number,
        reason,
        clocks: { set: [extendClock(clock, extension, state.law.calendar)], stop: [] },
      },
    ];
  },
  suspend_case: (state, { input: { ground, reason }, at }) => [
    {
      type: 'case_suspended',
      ground,
      reason,
      clocks: {
        set: ownClocks(state)
          .filter((clock) => !isPaused(clock))
          .map((clock) => suspendClock(clock, ground, at)),
        stop: [],
      },
    },
  ],
  resume_case: (state, { input: { reason }, at }) => [
    {
      type: 'case_resumed',
      reason,
      clocks: {
        set: ownClocks(state)
          .filter(waitsForSuspension)
          .map((clock) => resumeClock(clock, at, state.law.calendar)),
        stop: [],
      },
    },
  ],
  change_law: (state, { input }) => {
    const { law, clocks, moved, same } = underNewLaw(state, input.law);
    return same
      ? refuse('law_unchanged', '日历和期限数据没有变化，案件不受影响。')
      : [{ type: 'law_changed', law, reason: input.reason, moved, clocks: { set: clocks, stop: [] } }];
  },
};

function ownClocks(state: CaseState): readonly Clock[] {
  return [state.stage, CASE_CLOCK].flatMap((id) => {
    const clock = state.clocks[id];
    return clock === undefined ? [] : [clock];
  });
}

export interface UnderNewLaw {
  readonly law: LawInForce;
  /** The clocks that change in any way. */
  readonly clocks: readonly Clock[];
  /** Those whose due instant moves. */
  readonly moved: readonly Moved[];
  /** Neither the calendar, the ladder nor a period that the case carries is another. */
  readonly same: boolean;
}

/**
 * What a change of the calendar's or the periods' data would move in a case: the same question for the dry run, the
 * list and the act itself. Only the periods that the case carries are taken over; the rest of its law stays.
 */
export function underNewLaw(state: CaseState, change: LawInForceChange): UnderNewLaw {
  const periods = Object.fromEntries(
    Object.entries(state.law.periods).map(([id, period]) => [id, change.periods[id] ?? period]),
  );
  const law = {
    ...state.law,
    catalogueVersion: change.catalogueVersion,
    periods,
    ladder: change.ladder,
    calendar: change.calendar,
  };
  const clocks: Clock[] = [];
  const moved: Moved[] = [];
  for (const clock of Object.values(state.clocks)) {
    const [old, period] = [state.law.periods[clock.period], periods[clock.period]];
    if (old === undefined || period === undefined) continue;
    // A time that was granted to the party (行政处罚法 66) is theirs, whatever the period's data say now.
    const granted = !isSame(old.span, clock.span);
    const next = recalculate(clock, granted ? { ...period, span: clock.span } : period, law.calendar);
    if (isSame(next, clock)) continue;
    clocks.push(next);
    if (next.dueAt !== clock.dueAt)
      moved.push({ clockId: clock.id, name: clock.name, from: clock.dueAt, to: next.dueAt });
  }
  const same = isSame([periods, law.ladder, law.calendar], [state.law.periods, state.law.ladder, state.law.calendar]);
  return { law, clocks, moved, same };
}

/** By what they say, whatever the order of their keys. */
function isSame(one: unknown, other: unknown): boolean {
  return ordered(one) === ordered(other);
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
