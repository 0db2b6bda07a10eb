import type { Calendar, ExtensionLimit, Gate, Limit, LimitId, Period, Rung } from './catalogue';

export type LimitOfLaw = Pick<Limit, 'value' | 'unit' | 'article'>;

/** The law that a case was opened under; it stays with the case. */
export interface LawInForce {
  readonly catalogueVersion: string;
  readonly periods: Readonly<Record<string, Period>>;
  readonly limits: Readonly<Record<LimitId, LimitOfLaw>>;
  /** By period: how often and by how much it may be extended. A period that isn't here can't be. */
  readonly extensions: Readonly<Record<string, ExtensionLimit>>;
  /** When legal review, collective discussion and a hearing are due. */
  readonly gates: readonly Gate[];
  /** Who hears of a duty that nobody does, and when: the rows that speak of this case's field, in their order. */
  readonly ladder: readonly Rung[];
  readonly calendar: Calendar;
}

/** A period that the case carries. Throws where it doesn't: the catalogue was checked for it at the start. */
export function periodOf(law: Pick<LawInForce, 'periods'>, id: string): Period {
  const period = law.periods[id];
  if (period === undefined) throw new Error(`the case carries no period ${id}`);
  return period;
}
