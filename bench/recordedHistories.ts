import type { temporal } from '@temporalio/proto';
import { keptNames, readKept } from '../test/replay/kept';

/** A line for each kept history of a whole case: what it left in the engine, and how much of that an act costs. */
export function recordedHistories(): readonly string[] {
  return keptNames().map((name) => {
    const events = readKept(name).history.events ?? [];
    const acts = count(events, (event) => event.workflowExecutionUpdateAcceptedEventAttributes);
    const timers = count(events, (event) => event.timerStartedEventAttributes);
    const tasks = count(events, (event) => event.workflowTaskCompletedEventAttributes);
    const each = (events.length / Math.max(acts, 1)).toFixed(1);
    const road = name.replace('.json.gz', '').padEnd(46);
    return `${road}${pad(events.length)} events ${pad(acts)} acts (${each} an act) ${pad(timers)} timers ${pad(tasks)} tasks`;
  });
}

type Event = temporal.api.history.v1.IHistoryEvent;

const count = (events: readonly Event[], attributes: (event: Event) => object | null | undefined): number =>
  events.filter((event) => attributes(event) != null).length;

const pad = (number: number): string => String(number).padStart(4);
