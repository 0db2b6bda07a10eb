import type { Catalogue, Field, Grade, Instant, LawDate, PenaltyItem } from '../domain/catalogue';
import { ladderOf, mayBeTaken, rungAt } from '../domain/ladder';
import { periodOf, type LawInForce } from '../domain/law';
import { lawInForce } from '../domain/openCase';
import type { OrgId } from '../domain/people';
import { procedureInForce } from '../domain/procedures/procedures';
import type { Procedure } from '../domain/procedures/procedure';
import { instantOf, lastDayBefore, lawDateOf, msOf, startOf } from '../domain/time/lawDate';
import { pauseClock } from '../domain/time/pauseClock';
import { reckon } from '../domain/time/reckon';
import { resumeClock } from '../domain/time/resumeClock';
import { startClock } from '../domain/time/startClock';
import type { Clock } from '../domain/time/clock';
import { gradeClue } from '../domain/triage/gradeClue';
import type { Arrival, SimulatedStage } from './season';

/** A case names an item that the catalogue doesn't have. */
export class UnknownItem extends Error {
  override readonly name = 'UnknownItem';
}

/** The law as a case was opened under it, and what was reckoned by it already. */
export interface CaseLaw {
  readonly law: LawInForce;
  readonly procedures: Readonly<Record<'summary' | 'ordinary', Procedure>>;
  readonly known: Map<string, number>;
}

/** A catalogue's law for a season, asked through the domain's own functions; what it answered once is remembered. */
export class Rules {
  readonly #items: ReadonlyMap<string, PenaltyItem>;
  /** Days on which anything came into force: between two of them the law is the same. */
  readonly #changes: readonly LawDate[];
  readonly #laws = new Map<string, CaseLaw>();

  constructor(readonly catalogue: Catalogue) {
    this.#items = new Map(catalogue.items.map((item) => [item.code, item]));
    const { periods, limits, gates, extensions, warnings, ladder } = catalogue;
    const rows = [...periods, ...limits, ...gates, ...extensions, ...warnings, ...ladder];
    this.#changes = [...new Set(rows.map(({ inForceFrom }) => inForceFrom))].sort();
  }

  /** Throws an UnknownItem where the catalogue hasn't the case's item. */
  itemOf({ item }: Arrival): PenaltyItem {
    const found = this.#items.get(item);
    if (found === undefined) throw new UnknownItem(`目录 ${this.catalogue.version} 里没有事项 ${item}。`);
    return found;
  }

  grade(arrival: Arrival): Grade {
    return gradeClue(this.itemOf(arrival), arrival.facts, this.catalogue).grade;
  }

  lawFor(arrival: Arrival): CaseLaw {
    const { field } = this.itemOf(arrival);
    const at = instantOf(arrival.at);
    const day = lawDateOf(at);
    const key = `${this.#changes.findLast((change) => change <= day) ?? ''} ${day.slice(0, 4)} ${field}`;
    const known = this.#laws.get(key);
    if (known !== undefined) return known;
    const law = this.#law(at, field, day);
    this.#laws.set(key, law);
    return law;
  }

  #law(at: Instant, field: Field, day: LawDate): CaseLaw {
    return {
      law: lawInForce(this.catalogue, at, field),
      procedures: { summary: procedureInForce('summary', day), ordinary: procedureInForce('ordinary', day) },
      known: new Map(),
    };
  }

  /** When a stage that a case enters now is due; Infinity = it has no period. */
  dueAt(caseLaw: CaseLaw, stage: SimulatedStage, at: number): number {
    const period = caseLaw.procedures.ordinary.stages[stage].period;
    if (period === null) return Number.POSITIVE_INFINITY;
    const { span } = periodOf(caseLaw.law, period);
    // Counted in days, it ends for all alike that begin on one day.
    const countsDays = span.unit !== 'minute' && span.unit !== 'hour' && span.unit !== 'working_hour';
    const key = `${stage} ${countsDays ? dayNumber(at) : at}`;
    const known = caseLaw.known.get(key);
    if (known !== undefined) return known;
    const { rollsForward } = periodOf(caseLaw.law, period);
    const due = msOf(reckon(instantOf(at), span, caseLaw.law.calendar, rollsForward).dueAt);
    if (countsDays) caseLaw.known.set(key, due);
    return due;
  }

  clock({ law, procedures }: CaseLaw, stage: SimulatedStage, owner: OrgId, at: number): Clock | null {
    const period = procedures.ordinary.stages[stage].period;
    if (period === null) return null;
    return startClock(stage, periodOf(law, period), owner, instantOf(at), law.calendar);
  }

  /** A clock that waited while the case lay elsewhere goes on with what was left of it. */
  resumed({ law }: CaseLaw, clock: Clock, heldAt: number, at: number): Clock {
    const held = pauseClock(clock, { at: instantOf(heldAt), reason: '', article: null });
    return resumeClock(held, instantOf(at), law.calendar);
  }

  /** Whether the bureau can take a case at a stage: there must be somebody above its owner. */
  mayBeTaken({ procedures }: CaseLaw, grade: Grade, stage: SimulatedStage): boolean {
    const { id, version } = procedures[grade === 'town' ? 'summary' : 'ordinary'];
    return mayBeTaken({ grade, stage, procedure: { id, version } });
  }

  /**
   * When the ladder takes a case to the bureau for a clock that is due then; null = it never does. For a clock that was never held
   * the answer is the same as for all others with its due instant.
   */
  takenAt(
    caseLaw: CaseLaw,
    stage: SimulatedStage,
    dueAt: number,
    held: boolean,
    clock: () => Clock | null,
  ): number | null {
    const { law, procedures, known } = caseLaw;
    const period = procedures.ordinary.stages[stage].period;
    const last = period === null ? undefined : ladderOf(law, period).find((rung) => rung.consequence === 'escalate');
    if (last === undefined) return null;
    const key = `taken ${stage} ${dueAt}`;
    const before = held ? undefined : known.get(key);
    if (before !== undefined) return before;
    const running = clock();
    const at = running === null || !running.escalates ? null : rungAt(running, last, law);
    if (at === null) return null;
    if (!held) known.set(key, msOf(at));
    return msOf(at);
  }

  /** Where the party's time to speak ends after a notice, and with it the agency's own time to decide begins (行政处罚法 44, 45). */
  spoken({ law, known }: CaseLaw, at: number): { readonly readyAt: number; readonly decideFrom: number } {
    const key = `spoken ${dayNumber(at)}`;
    let readyAt = known.get(key);
    if (readyAt === undefined) {
      const { span, rollsForward } = periodOf(law, 'notice_statement');
      readyAt = msOf(reckon(instantOf(at), span, law.calendar, rollsForward).dueAt);
      known.set(key, readyAt);
    }
    return { readyAt, decideFrom: msOf(startOf(lastDayBefore(instantOf(readyAt)))) };
  }
}

const FIRST_DAY = msOf(startOf('2000-01-01'));

function dayNumber(at: number): number {
  return Math.floor((at - FIRST_DAY) / 86_400_000);
}
