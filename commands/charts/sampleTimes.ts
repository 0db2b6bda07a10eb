import type { ActName, CaseState } from '../../domain/case';
import type { Instant } from '../../domain/catalogue';
import { courtWindow } from '../../domain/court';
import { addDays, endOf, instantOf, msOf, startOf } from '../../domain/time/lawDate';

const MINUTE_MS = 60_000;
/** Longer than any ladder of lights. */
const LONG_MS = 200 * 86_400_000;

/** When an act is tried: at once, and those that wait for a period to end, after it. */
export function sampleTimes(state: CaseState, act: ActName): readonly Instant[] {
  const soon = instantOf(msOf(state.updatedAt) + MINUTE_MS);
  const until = WAITS[act]?.(state) ?? soon;
  return [until > soon ? until : soon];
}

const WAITS: { readonly [A in ActName]?: (state: CaseState) => Instant | null } = {
  lapse_deadline: (state) => instantOf(msOf(state.updatedAt) + LONG_MS),
  decide_penalty: ({ notices }) => latest(notices.at(-1)?.statementUntil, notices.at(-1)?.hearingUntil),
  record_hearing: ({ hearing }) => hearing.notice?.heldAt ?? null,
  give_demand_notice: ({ service }) => (service === null ? null : endOf(service.payBy)),
  apply_to_court: (state) => {
    const window = courtWindow(state);
    return latest(state.demand?.waitUntil, window === null ? null : endOf(window.remediesUntil));
  },
  serve_decision: ({ announcedOn }) => (announcedOn === null ? null : startOf(addDays(announcedOn, 40))),
};

function latest(...instants: readonly (Instant | null | undefined)[]): Instant | null {
  return instants.reduce<Instant | null>(
    (last, one) => (one != null && (last === null || one > last) ? one : last),
    null,
  );
}
