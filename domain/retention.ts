import type { CaseState } from './case';
import type { LawDate } from './catalogue';
import { addMonths } from './time/lawDate';

/** How long a file is kept depends on what its case was. */
export const RETENTION_KINDS = ['major', 'ordinary', 'summary', 'not_filed'] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** One row of retention.csv, in force from a day on. */
export interface RetentionRule {
  readonly kind: RetentionKind;
  readonly label: string;
  /** Years from the day of archiving; null = for ever 永久. */
  readonly years: number | null;
  readonly rule: string;
  readonly article: string;
  readonly inForceFrom: LawDate;
  readonly verified: boolean;
}

export interface Retention {
  readonly rule: RetentionRule;
  /** The last day on which the file must be kept; null = for ever. */
  readonly until: LawDate | null;
}

/** Major is what was heard, discussed by the leaders, contested or brought to the court. */
export function retentionKind(state: CaseState): RetentionKind {
  const heavy =
    state.hearing.heldOn !== null || state.discussion !== null || state.appeals.length > 0 || state.court !== null;
  if (heavy) return 'major';
  if (state.filedAt !== null) return 'ordinary';
  return state.decision === null ? 'not_filed' : 'summary';
}

/** How long a case archived on a day is kept, by the rule in force on that day; before the first rule, by the first. */
export function retentionOf(state: CaseState, archivedOn: LawDate, rules: readonly RetentionRule[]): Retention {
  const kind = retentionKind(state);
  const own = rules
    .filter((rule) => rule.kind === kind)
    .sort((one, other) => (one.inForceFrom < other.inForceFrom ? -1 : 1));
  const rule = own.filter(({ inForceFrom }) => inForceFrom <= archivedOn).at(-1) ?? own[0];
  if (rule === undefined) throw new Error(`no period of retention for ${kind}`);
  return { rule, until: rule.years === null ? null : addMonths(archivedOn, rule.years * 12) };
}
