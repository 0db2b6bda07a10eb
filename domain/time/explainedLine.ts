import type { LawDate } from '../catalogue';

/** A line of a clock's explanation. */
export interface ExplainedLine {
  readonly date: LawDate;
  /** The last day, where a line stands for several. */
  readonly until: LawDate | null;
  /** true: counts. false: would count and doesn't (the first day, a pause). null: a rest day, or a remark. */
  readonly counted: boolean | null;
  /** How much is counted up to and with this line, in the unit that is being counted. */
  readonly running: number;
  readonly note: string;
}
