import type { CaseEvent, CaseState, CommandOf } from '../case';
import { refuse, type Refusal } from '../refusal';
import { lightAt } from '../time/clock';
import { elevation } from './cooperation';

/**
 * A deadline passes: each clock's light is put on record as it now is, and a light that has been red for longer than
 * the data allows takes the case to the bureau. It enters by the same door as people do.
 */
export function lapseDeadline(state: CaseState, { at }: CommandOf<'lapse_deadline'>): readonly CaseEvent[] | Refusal {
  const clocks = Object.values(state.clocks);
  const lights: CaseEvent[] = clocks
    .filter((clock) => lightAt(clock, at) !== clock.light)
    .map((clock) => ({ type: 'light_changed', clockId: clock.id, light: lightAt(clock, at), dueAt: clock.dueAt }));
  const overstayed = clocks.find((clock) => clock.escalateAt !== null && at >= clock.escalateAt);
  const taken =
    overstayed === undefined || state.grade === 'bureau'
      ? []
      : elevation(state, 'light', `“${overstayed.name}”亮红灯超过规定时长，自动提级。`, at);
  const events = [...lights, ...taken];
  return events.length > 0 ? events : refuse('nothing_due', '没有到点的时限。');
}
