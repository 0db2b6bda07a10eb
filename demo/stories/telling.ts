import type { ActInputs, ActName, CaseCommand, CaseEvent, CaseState, RecordedEvent } from '../../domain/case';
import type { Instant, LawDate } from '../../domain/catalogue';
import { decide } from '../../domain/decide';
import { duties, type Duty } from '../../domain/duties';
import { evolve, fold } from '../../domain/evolve';
import { SYSTEM, type Actor } from '../../domain/people';
import { number } from '../../domain/record';
import type { Refusal, RefusalCode } from '../../domain/refusal';
import { lastDayOf, type Clock } from '../../domain/time/clock';
import { instantWords } from '../../domain/time/words';
import { nextWake } from '../../domain/wake';
import { shanghai } from './opening';

/** Why an act was refused: its code, and the articles' numbers as people cite them. */
export interface Refused {
  readonly code: RefusalCode;
  readonly detail: string;
  readonly articles: readonly string[];
}

/** One thing that happens in a story: something goes on record, or somebody tries what the law refuses. */
export type Beat =
  | { readonly kind: 'recorded'; readonly recorded: readonly RecordedEvent[]; readonly after: CaseState }
  | { readonly kind: 'refused'; readonly command: CaseCommand; readonly refusal: Refusal };

/** The file of a case as a story tells it: each act at its minute, the case's own timer firing in between. */
export class Telling {
  private constructor(
    readonly state: CaseState,
    readonly events: readonly RecordedEvent[],
    /** What happens, in its order, with what was tried in vain. */
    readonly beats: readonly Beat[],
  ) {}

  static from(events: readonly RecordedEvent[]): Telling {
    const state = fold(events);
    return new Telling(state, events, [{ kind: 'recorded', recorded: events, after: state }]);
  }

  /** Time passes: whenever the case has something to record by itself, its timer does. */
  until(when: string): Telling {
    const now = shanghai(when);
    const wake = nextWake(this.state);
    return wake === null || wake > now
      ? this
      : this.takes(this.command(wake, SYSTEM, 'lapse_deadline', {})).until(when);
  }

  /** Somebody acts, and it is lawful. */
  does<A extends ActName>(when: string, who: Actor, act: A, input: ActInputs[A]): Telling {
    const before = this.until(when);
    return before.takes(before.command(shanghai(when), who, act, input));
  }

  /** Somebody tries to act, is told why not, and the story goes on as if nothing had been. */
  tries<A extends ActName>(when: string, who: Actor, act: A, input: ActInputs[A]): Telling {
    const before = this.until(when);
    const command = before.command(shanghai(when), who, act, input);
    const refusal = before.refusalOf(command);
    return new Telling(before.state, before.events, [...before.beats, { kind: 'refused', command, refusal }]);
  }

  /** What they are told. */
  refuses<A extends ActName>(when: string, who: Actor, act: A, input: ActInputs[A]): Refused {
    const before = this.until(when);
    return inShort(before.refusalOf(before.command(shanghai(when), who, act, input)));
  }

  /** What was tried in vain, in its order: `when: act code`. */
  refusals(): readonly string[] {
    return this.beats.flatMap((beat) =>
      beat.kind === 'refused'
        ? [`${instantWords(beat.command.at)}: ${beat.command.act} ${inShort(beat.refusal).code}`]
        : [],
    );
  }

  clock(id: string): Clock {
    const clock = this.state.clocks[id];
    if (clock === undefined) throw new Error(`no clock ${id}; there are ${Object.keys(this.state.clocks).join()}`);
    return clock;
  }

  /** The last day of a period that runs. */
  due(id: string): LawDate {
    return lastDayOf(this.clock(id));
  }

  /** Which lights a clock has shown, and when, in Shanghai's time. */
  lights(clockId: string): readonly string[] {
    return this.events.flatMap(({ event, at }) =>
      event.type === 'light_changed' && event.clockId === clockId ? [`${event.light} ${instantWords(at)}`] : [],
    );
  }

  of<T extends CaseEvent['type']>(type: T): readonly (CaseEvent & { readonly type: T })[] {
    return this.events
      .map(({ event }) => event)
      .filter((event): event is CaseEvent & { readonly type: T } => event.type === type);
  }

  /** Everything that left the case: notices, and the answers to who had reported. */
  duties(): readonly Duty[] {
    let state: CaseState | null = null;
    return this.events.flatMap((recorded) => {
      state = evolve(state, recorded);
      return duties(state, recorded);
    });
  }

  private takes(command: CaseCommand): Telling {
    if (command.at < this.state.updatedAt) throw new Error(`${command.act} is told out of its turn`);
    const decision = decide(this.state, command);
    if (!decision.ok) {
      const { code, detail } = decision.refusal;
      throw new Error(`${command.act} at ${instantWords(command.at)}, ${this.state.stage}: ${code} ${detail}`);
    }
    const { recorded, state } = number(this.state, command, decision.events);
    const beat: Beat = { kind: 'recorded', recorded, after: state };
    return new Telling(state, [...this.events, ...recorded], [...this.beats, beat]);
  }

  private refusalOf(command: CaseCommand): Refusal {
    const decision = decide(this.state, command);
    if (decision.ok) throw new Error(`${command.act} at ${instantWords(command.at)} was allowed`);
    return decision.refusal;
  }

  private command(at: Instant, actor: Actor, act: ActName, input: object): CaseCommand {
    return { id: `${act}-${this.state.seq}`, fingerprint: '', actor, at, ifSeq: null, act, input } as CaseCommand;
  }
}

function inShort({ code, detail, articles }: Refusal): Refused {
  return { code, detail, articles: articles.map(({ article }) => article) };
}
