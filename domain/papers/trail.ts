import type { CaseEventType, CaseState, EventOf, Penalty, RecordedEvent } from '../case';
import type { Instant, LawDate } from '../catalogue';
import type { Channel } from '../triage/triage';
import { lawDateOf } from '../time/lawDate';

/** A paper that a later one refers to. */
interface Earlier {
  readonly number: string;
  readonly date: LawDate;
}

/** What later papers need of earlier events and the state doesn't keep. */
export interface Trail {
  readonly channel: Channel | null;
  readonly filedOn: LawDate | null;
  readonly measures: readonly (EventOf<'measure_taken'> & { readonly at: Instant })[];
  readonly investigation: { readonly report: string; readonly proposal: Penalty; readonly on: LawDate } | null;
  readonly notice: (Earlier & { readonly facts: string; readonly at: Instant; readonly heard: boolean }) | null;
  readonly hearing: EventOf<'hearing_noticed'> | null;
  readonly hearingRecord: EventOf<'hearing_recorded'> | null;
  readonly decision: Earlier | null;
  readonly demand: Earlier | null;
  readonly courtResult: EventOf<'court_result_recorded'> | null;
}

export const NO_TRAIL: Trail = {
  channel: null,
  filedOn: null,
  measures: [],
  investigation: null,
  notice: null,
  hearing: null,
  hearingRecord: null,
  decision: null,
  demand: null,
  courtResult: null,
};

type Follower<T extends CaseEventType> = (
  trail: Trail,
  event: EventOf<T>,
  at: Instant,
  number: string,
) => Partial<Trail>;

const FOLLOWERS: { readonly [T in CaseEventType]?: Follower<T> } = {
  case_opened: (_trail, { channel }) => ({ channel }),
  case_filed: (_trail, _event, at) => ({ filedOn: lawDateOf(at) }),
  measure_taken: ({ measures }, event, at) => ({ measures: [...measures, { ...event, at }] }),
  investigation_ended: (_trail, { report, proposal }, at) => ({
    investigation: { report, proposal, on: lawDateOf(at) },
  }),
  notice_given: (_trail, { servedOn: date, facts, hearingUntil }, at, number) => ({
    notice: { number, date, facts, at, heard: hearingUntil !== null },
    hearing: null,
    hearingRecord: null,
  }),
  hearing_noticed: (_trail, hearing) => ({ hearing }),
  hearing_recorded: (_trail, hearingRecord) => ({ hearingRecord }),
  penalty_decided: (_trail, _event, at, number) => ({ decision: { number, date: lawDateOf(at) }, demand: null }),
  decided_on_spot: (_trail, _event, at, number) => ({ decision: { number, date: lawDateOf(at) }, demand: null }),
  decision_withdrawn: () => ({ decision: null }),
  demand_notice_given: (_trail, { servedOn: date }, _at, number) => ({ demand: { number, date } }),
  court_result_recorded: (_trail, courtResult) => ({ courtResult }),
};

/** The trail after an event. `number` is that of the first paper that the event has just brought about. */
export function follow(trail: Trail, { event, at }: RecordedEvent, number: string): Trail {
  const follower = FOLLOWERS[event.type] as Follower<CaseEventType> | undefined;
  return follower === undefined ? trail : { ...trail, ...follower(trail, event, at, number) };
}

/** What was said since the last notice: an earlier notice's statements belong to its own decision. */
export function statementsSince(state: Pick<CaseState, 'statements'>, trail: Trail): CaseState['statements'] {
  const from = trail.notice?.at ?? '';
  return state.statements.filter(({ at }) => at >= from);
}
