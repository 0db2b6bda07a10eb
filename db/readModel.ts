import type { CaseState, LawInForce, RecordedEvent } from '../domain/case';
import { openDuties } from '../domain/openDuties';
import { isPaused, type Clock } from '../domain/time/clock';
import { appealStanding, urgingStanding } from '../domain/urgingStanding';
import { nextWake } from '../domain/wake';
import { keptCanonicalJson, sha256 } from './chain';

/** The state as it is stored and shown: without the text of the law, which is stored once under its id. */
export type StoredState = Omit<CaseState, 'law'>;

export function stored(state: CaseState): StoredState {
  const { law: _law, ...rest } = state;
  return rest;
}

const ids = new WeakMap<LawInForce, string>();

export function lawId(law: LawInForce): string {
  const id = ids.get(law) ?? sha256(keptCanonicalJson(law)).slice(0, 16);
  ids.set(law, id);
  return id;
}

/** The rows of `open_duties`, as they are written. */
export function dutyRows(state: CaseState) {
  return openDuties(state).map(({ period: _period, startedAt, yellowAt, dueAt, ...duty }) => ({
    ...duty,
    started_at: startedAt,
    yellow_at: yellowAt,
    due_at: dueAt,
  }));
}

/** Reads them back in a statement. */
export const DUTY_FIELDS = `id text, kind text, name text, org text, person text, started_at timestamptz,
    yellow_at timestamptz, due_at timestamptz, paused boolean`;

/**
 * The rows of `open_supervision`, as they are written. When it was asked is in the event that asked it: null where that
 * is none of `events`, so on file already.
 */
export function supervisionRows(state: CaseState, events: readonly RecordedEvent[]) {
  // What is over is in its file.
  if (state.outcome !== null) return [];
  const askedAt = (id: string) =>
    events.find(
      ({ event }) =>
        (event.type === 'urged' && event.urgingId === id) ||
        (event.type === 'overdue_appealed' && event.overdueId === id),
    )?.at ?? null;
  const urgings = state.urgings.map((one) => {
    const { id, kind, listed } = one;
    return { id, kind, listed, standing: urgingStanding(one), asked_at: askedAt(id) };
  });
  const appeals = state.overdue.flatMap(({ id, appeal }) =>
    appeal === null
      ? []
      : [{ id, kind: 'appeal', listed: false, standing: appealStanding(appeal), asked_at: askedAt(id) }],
  );
  return [...urgings, ...appeals];
}

export const SUPERVISION_FIELDS = `id text, kind text, listed boolean, standing text, asked_at timestamptz`;

/** The columns of the read model, as `recordEvents` and `insertCases` write them. */
export function columns(state: CaseState) {
  const clocks = Object.values(state.clocks);
  const running = clocks.filter((clock) => !isPaused(clock));
  return {
    state: stored(state),
    town: state.town,
    owner: state.owner,
    // Whoever was asked for help goes on seeing the case, as `maySee` has it.
    cooperating: [...new Set(state.cooperation.map((task) => task.town))],
    assignees: state.assignees,
    stage: state.stage,
    grade: state.grade,
    item: state.item.code,
    field: state.item.field,
    openedAt: state.openedAt,
    updatedAt: state.updatedAt,
    yellowAt: earliest(running, (clock) => clock.yellowAt ?? clock.dueAt),
    dueAt: earliest(running, (clock) => clock.dueAt),
    // Its light is grey: with nothing to be late with it would look green.
    paused: clocks.length > 0 && running.length === 0,
    // A closed case has its archiving to do at once.
    wakeAt: state.stage === 'archive' ? state.updatedAt : nextWake(state),
    closedAt: state.outcome === null ? null : state.updatedAt,
  };
}

function earliest(clocks: readonly Clock[], pick: (clock: Clock) => string): string | null {
  return clocks.map(pick).reduce<string | null>((first, at) => (first === null || at < first ? at : first), null);
}
