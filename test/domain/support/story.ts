import type { CaseEvent, CaseEventType, CaseState, EventOf, Penalty, RecordedEvent } from '../../../domain/case';

/** What the file of a case says, read from its events alone: the model's second memory beside the state. */
export class Story {
  constructor(private readonly events: readonly RecordedEvent[]) {}

  has(type: CaseEventType): boolean {
    return this.events.some(({ event }) => event.type === type);
  }

  /** The place of the last event of one of these types; -1 where there is none. */
  last(...types: readonly CaseEventType[]): number {
    return this.events.findLastIndex(({ event }) => types.includes(event.type));
  }

  at(index: number): RecordedEvent | undefined {
    return this.events[index];
  }

  all<T extends CaseEventType>(type: T): readonly (Omit<RecordedEvent, 'event'> & { readonly event: EventOf<T> })[] {
    return this.events.filter((one): one is RecordedEvent & { readonly event: EventOf<T> } => one.event.type === type);
  }

  since<T extends CaseEventType>(index: number, type: T): readonly EventOf<T>[] {
    return this.events
      .slice(index + 1)
      .map(({ event }) => event)
      .filter((event: CaseEvent): event is CaseEvent & EventOf<T> => event.type === type);
  }

  recused(): ReadonlySet<string> {
    return new Set(this.all('recusal_decided').flatMap(({ event: { granted, person } }) => (granted ? [person] : [])));
  }

  /** Everybody who did something of the investigation, or was named to. */
  investigators(): ReadonlySet<string> {
    const found = new Set<string>();
    for (const { event, actor } of this.events) {
      // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- all the others investigate nothing
      switch (event.type) {
        case 'verified':
        case 'evidence_collected':
          found.add(actor.id);
          break;
        case 'accepted':
        case 'assigned':
        case 'case_filed':
        case 'inquiry_recorded':
        case 'scene_recorded':
        case 'measure_taken':
        case 'decided_on_spot':
          event.officers.forEach((id) => found.add(id));
          break;
        case 'investigation_ended':
          event.officers.forEach((id) => found.add(id));
          found.add(actor.id);
          break;
        default:
      }
    }
    return found;
  }

  reviewers(): ReadonlySet<string> {
    return new Set(this.all('reviewed').map(({ actor }) => actor.id));
  }

  /** Penalties of notices after which the party had spoken before the next one, in writing or at a hearing. */
  answeredNotices(): readonly Penalty[] {
    const answered: Penalty[] = [];
    let current: Penalty | null = null;
    for (const { event } of this.events) {
      if (event.type === 'notice_given') current = event.penalty;
      const spoke =
        (event.type === 'statement_recorded' && event.raised) || (event.type === 'hearing_recorded' && event.attended);
      if (spoke && current !== null) answered.push(current);
    }
    return answered;
  }
}

/** Is one heavier than the other? Told apart from the domain's own words for it. */
export function weighsMore(one: Penalty, other: Penalty): boolean {
  return (
    one.fine > other.fine ||
    one.confiscation > other.confiscation ||
    one.others.some((kind) => !other.others.includes(kind))
  );
}

/** The law's figures as a lawyer knows them; what the data say is checked elsewhere against the same articles. */
const KINDS_HEARD = /吊销|降低资质|停产停业|停业|关闭|限制从业|没收建筑物|没收设施/;
const KINDS_DISCUSSED = /吊销|停业|停产|关闭|停工整治|拆除|没收建筑物|没收设施/;

const sumOf = ({ fine, confiscation }: Penalty) => Math.max(fine, confiscation);

export function owesHearing({ party }: CaseState, penalty: Penalty): boolean {
  const from = party?.kind === 'organisation' ? 50_000 : 5_000;
  return sumOf(penalty) >= from || penalty.others.some((kind) => KINDS_HEARD.test(kind));
}

export function owesReview(state: CaseState, penalty: Penalty): boolean {
  return state.grade !== 'town' || sumOf(penalty) >= 5_000 || penalty.others.some((kind) => KINDS_HEARD.test(kind));
}

export function owesDiscussion(state: CaseState, penalty: Penalty): boolean {
  const from = state.party?.kind === 'organisation' ? 100_000 : 30_000;
  return (
    state.grade === 'bureau' || sumOf(penalty) >= from || penalty.others.some((kind) => KINDS_DISCUSSED.test(kind))
  );
}
