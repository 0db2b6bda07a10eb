import type { LawDate } from './catalogue';

/** A decided case of the same party: a penalty that stands, or a violation found and not penalised. */
export interface EarlierCase {
  readonly caseId: string;
  readonly item: string;
  readonly decidedOn: LawDate;
  readonly penalised: boolean;
  /** What the party was known by in both: the number of a certificate, or the name where one of the two has no number. */
  readonly by: 'id_number' | 'name';
}

/** What the file says of the same party's earlier cases when the party was registered or looked up again. */
export interface EarlierCases {
  /** Without a number the party could only be compared by name. */
  readonly by: 'id_number' | 'name';
  /** Cases decided on or after this day; what counts as first is data (limits.csv, `first_offence_years`). */
  readonly since: LawDate;
  /** Newest first. */
  readonly cases: readonly EarlierCase[];
  /** Violations of this case's item within the months of `repeat_offences_months`, this one counted. */
  readonly repeats: number;
}

/** An organisation is registered under its name; two citizens may share theirs, and a person has to look. */
export function isSure(kind: 'citizen' | 'organisation', { by }: Pick<EarlierCase, 'by'>): boolean {
  return by === 'id_number' || kind === 'organisation';
}

/** 同类违法: sure cases of the item decided on or after `since`, and this one. */
export function repeatsOf(
  kind: 'citizen' | 'organisation',
  item: string,
  cases: readonly EarlierCase[],
  since: LawDate,
): number {
  return 1 + cases.filter((one) => one.item === item && one.decidedOn >= since && isSure(kind, one)).length;
}
