import type { CaseEvent, CaseState, CommandOf, EventOf } from '../case';
import { climbs, type Climb } from '../ladder';
import { refuse, type Refusal } from '../refusal';
import { lightAt, type Clock } from '../time/clock';
import { spanWords } from '../time/words';
import { elevation } from './cooperation';

/**
 * A deadline passes: each clock's light is put on record as it now is, and with it the rungs of the ladder that it has
 * come to. The last one takes the case to the bureau, once. It enters by the same door as people do.
 */
export function lapseDeadline(state: CaseState, { at }: CommandOf<'lapse_deadline'>): readonly CaseEvent[] | Refusal {
  const clocks = Object.values(state.clocks);
  const lights: CaseEvent[] = clocks
    .filter((clock) => lightAt(clock, at) !== clock.light)
    .map((clock) => ({ type: 'light_changed', clockId: clock.id, light: lightAt(clock, at), dueAt: clock.dueAt }));
  const climbed = clocks.flatMap((clock) => climbs(state, clock, at).map((climb) => ({ clock, climb })));
  const told = climbed.filter(({ climb }) => climb.rung.consequence === 'notice');
  const taking = climbed.find(({ climb }) => climb.rung.consequence === 'escalate');
  const taken =
    taking === undefined ? [] : [reached(taking.clock, taking.climb), ...elevation(state, 'light', why(taking), at)];
  const events = [...lights, ...told.map(({ clock, climb }) => reached(clock, climb)), ...taken];
  return events.length > 0 ? events : refuse('nothing_due', '没有到点的时限。');
}

function reached(clock: Clock, { rung, at }: Climb): EventOf<'rung_reached'> {
  const { number, from, to, consequence } = rung;
  return {
    type: 'rung_reached',
    clockId: clock.id,
    rung: number,
    from,
    to,
    consequence,
    since: at,
    dueAt: clock.dueAt,
  };
}

function why({ clock, climb }: { readonly clock: Clock; readonly climb: Climb }): string {
  const { number, after } = climb.rung;
  return `“${clock.name}”亮红灯超过${spanWords(after)}，按督办阶梯第 ${number} 级自动提级。`;
}
