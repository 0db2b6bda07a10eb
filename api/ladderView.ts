import type { StoredEvent } from '../db/readEvents';
import type { RungNotice } from '../db/rungNotices';
import type { CaseState, EventOf, RecordedEvent } from '../domain/case';
import type { Catalogue, Instant, Rung } from '../domain/catalogue';
import { LIGHT_LABELS, ROLE_LABELS, RUNG_CONSEQUENCE_LABELS, RUNG_TO_LABELS } from '../domain/labels';
import { ladderOf, mayBeTaken, rungAt } from '../domain/ladder';
import { orgName } from '../domain/orgName';
import type { Clock } from '../domain/time/clock';

export interface LadderKnows {
  readonly state: CaseState;
  readonly events: readonly StoredEvent[];
  readonly notices: readonly RungNotice[];
  readonly names: Readonly<Record<string, string>>;
  readonly catalogue: Catalogue;
}

type Climbed = RecordedEvent & { readonly event: EventOf<'rung_reached'> };

/** Each duty's ladder: what of it was climbed and who was told, then what is still to come as its clock stands. */
export function ladderView({ state, events, notices, names, catalogue }: LadderKnows) {
  const recorded = events.map(({ event }) => event);
  const climbed = recorded.filter((one): one is Climbed => one.event.type === 'rung_reached');
  const ids = [...new Set([...Object.keys(state.clocks), ...climbed.map(({ event }) => event.clockId)])];
  const told = (seq: number) =>
    notices
      .filter((notice) => notice.seq === seq)
      .map(({ org, role, person, at }) => ({
        orgName: orgName(catalogue, org),
        roleLabel: role === null ? null : ROLE_LABELS[role],
        personName: person === null ? null : (names[person] ?? person),
        at,
      }));
  return {
    caseId: state.caseId,
    duties: ids.map((id) => {
      const clock = state.clocks[id];
      return {
        id,
        name: clock?.name ?? nameOf(recorded, id),
        running: clock !== undefined,
        rungs: [
          ...climbed
            .filter(({ event }) => event.clockId === id)
            .map(({ seq, at, event }) => ({ ...words(event.rung, event), at, reached: true, told: told(seq) })),
          ...(clock === undefined ? [] : ahead(state, clock)),
        ],
      };
    }),
  };
}

function ahead(state: CaseState, clock: Clock) {
  return ladderOf(state.law, clock.period)
    .filter(({ number }) => !clock.reached.some(({ rung }) => rung === number))
    .filter(({ consequence }) => consequence !== 'escalate' || (clock.escalates && mayBeTaken(state)))
    .map((rung) => {
      const at: Instant | null = rungAt(clock, rung, state.law);
      return { ...words(rung.number, rung), at, reached: false, told: [] };
    })
    .sort((one, other) => one.rung - other.rung);
}

function words(rung: number, { from, to, consequence }: Pick<Rung, 'from' | 'to' | 'consequence'>) {
  return {
    rung,
    ...{ from, fromLabel: LIGHT_LABELS[from], to, toLabel: RUNG_TO_LABELS[to] },
    ...{ consequence, consequenceLabel: RUNG_CONSEQUENCE_LABELS[consequence] },
  };
}

/** What a clock was called that no longer runs. */
function nameOf(events: readonly RecordedEvent[], id: string): string {
  const set = events.flatMap(({ event }) => ('clocks' in event ? event.clocks.set : []));
  return set.findLast((clock) => clock.id === id)?.name ?? id;
}
