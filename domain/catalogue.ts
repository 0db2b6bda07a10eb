/**
 * The catalogue: what can be penalised, where, under which rules and within which periods.
 * It is data (config/catalogue); here are only its shapes. What a case carries of it is plain JSON.
 */

import type { OpinionModel } from './triage/opinionModel';

/** The seven fields whose penalty powers were merged. */
export const FIELDS = [
  'urban_management',
  'planning',
  'housing_construction',
  'land',
  'water',
  'culture_tourism',
  'transport',
] as const;
export type Field = (typeof FIELDS)[number];

export const GRADES = ['town', 'town_bureau_review', 'bureau'] as const;
export type Grade = (typeof GRADES)[number];

export const PROCEDURES = ['summary', 'ordinary'] as const;
export type ProcedureId = (typeof PROCEDURES)[number];

/** Amounts in yuan. `null`: the article names no amount, which is not the same as zero. */
export interface FineRange {
  readonly min: number | null;
  readonly max: number | null;
}

export const FINE_BASES = ['none', 'fixed', 'percent_of_cost', 'multiple_of_illegal_income', 'per_m2'] as const;
export type FineBasis = (typeof FINE_BASES)[number];

/** 处罚事项. */
export interface PenaltyItem {
  readonly code: string;
  readonly field: Field;
  readonly name: string;
  readonly delegated: boolean;
  readonly procedureDefault: ProcedureId;
  readonly gradeDefault: Grade;
  readonly fineCitizen: FineRange;
  readonly fineOrganisation: FineRange;
  readonly fineBasis: FineBasis;
  readonly fineNote: string;
  /** Share of the basis (0.05 = 5 %), or yuan for one m², where `fineBasis` says so; null = only the note's words. */
  readonly fineRate: FineRange | null;
  readonly otherPenalties: readonly string[];
  readonly statute: string;
  /** Empty where the item is not verified: somebody must fill it before a decision can rest on it. */
  readonly article: string;
  readonly level: string;
  readonly keywords: readonly string[];
  readonly negativeKeywords: readonly string[];
  readonly verified: boolean;
}

export const FIRST_ACTIONS = ['劝导', '责令改正', '上报'] as const;
export type FirstAction = (typeof FIRST_ACTIONS)[number];

/** 巡查事项. */
export interface PatrolItem {
  readonly code: string;
  readonly field: Field;
  readonly name: string;
  readonly signs: string;
  /** Code of the penalty item behind it, where there is one. */
  readonly penaltyItem: string | null;
  readonly firstAction: FirstAction;
  readonly responseHours: number;
  readonly keywords: readonly string[];
}

export interface Town {
  /** National code, nine digits. */
  readonly code: string;
  readonly name: string;
  readonly kind: '街道' | '镇';
  readonly aliases: readonly string[];
  readonly villages: readonly string[];
  readonly formerTownships: readonly string[];
  /** Names that are less certain: they can suggest a town, never decide it alone. */
  readonly uncertainNames: readonly string[];
}

export const GRADING_RULE_PROCEDURES = ['summary', 'ordinary', 'no_penalty', 'no_case', 'transfer_police'] as const;
export type GradingRuleProcedure = (typeof GRADING_RULE_PROCEDURES)[number];

/** One row of 案件分级办理规则; the first that matches decides. The predicate behind `id` is in grading/predicates.ts. */
export interface GradingRule {
  readonly id: string;
  readonly priority: number;
  readonly condition: string;
  readonly grade: Grade;
  readonly procedure: GradingRuleProcedure;
  readonly basis: string;
  readonly note: string;
}

export const PERIOD_UNITS = ['minute', 'hour', 'working_hour', 'working_day', 'calendar_day', 'month', 'year'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

export interface Span {
  readonly number: number;
  readonly unit: PeriodUnit;
}

/** When the light turns yellow: after a share of the period, or when so much of it is left. */
export type YellowPoint =
  { readonly kind: 'share'; readonly percent: number } | { readonly kind: 'remaining'; readonly span: Span };

/** A period of law or of the house: data with an article and a date of force. */
export interface Period {
  readonly id: string;
  readonly name: string;
  readonly span: Span;
  /** `null`: no light of ours turns yellow (the period is somebody else's, or has no length). */
  readonly yellow: YellowPoint | null;
  /** Does a last day on a rest day move to the next working day (民诉法 85)? */
  readonly rollsForward: boolean;
  readonly startsFrom: string;
  readonly article: Article | null;
  readonly inForceFrom: LawDate;
  readonly verified: boolean;
}

/** The warning point of a duty in one field, where it isn't the period's own: one row of warnings.csv. */
export interface FieldWarning {
  readonly period: string;
  readonly field: Field;
  readonly yellow: YellowPoint;
  readonly inForceFrom: LawDate;
  readonly verified: boolean;
}

export const RUNG_FROM = ['yellow', 'red'] as const;
/** From which light on a rung is counted. */
export type RungFrom = (typeof RUNG_FROM)[number];

export const RUNG_TO = ['owner', 'owner_leader', 'town_office', 'department', 'bureau'] as const;
export type RungTo = (typeof RUNG_TO)[number];

export const RUNG_CONSEQUENCES = ['notice', 'escalate'] as const;
export type RungConsequence = (typeof RUNG_CONSEQUENCES)[number];

/**
 * One rung of the ladder that a duty climbs while nobody does it: one row of ladder.csv. Of the rows with one number the
 * one that names the duty and the field stands before one that names less.
 */
export interface Rung {
  readonly number: number;
  /** The period of the duty; null = every duty. */
  readonly duty: string | null;
  readonly field: Field | null;
  readonly from: RungFrom;
  /** How long that light has been on; 0 = at once. */
  readonly after: Span;
  readonly to: RungTo;
  readonly consequence: RungConsequence;
  readonly inForceFrom: LawDate;
  readonly verified: boolean;
}

/** A figure of law that is not a period: an amount, a head count, a rate. */
export interface Limit {
  readonly id: LimitId;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly article: Article | null;
  readonly inForceFrom: LawDate;
}

export const LIMIT_IDS = [
  'officers_min',
  'discussion_participants_min',
  'age_no_penalty',
  'age_full_responsibility',
  'summary_fine_citizen',
  'summary_fine_organisation',
  'on_spot_collection',
  'late_fine_percent',
  'discussion_fine_citizen',
  'discussion_fine_organisation',
  'bureau_fine_citizen',
  'bureau_fine_organisation',
  'hearing_fine_citizen',
  'hearing_fine_organisation',
  'repeat_offences_year',
  'repeat_offences_months',
  'first_offence_years',
  'officer_position_minutes',
  'dispatch_returns',
  'same_matter_days',
  'same_matter_radius_m',
  'same_matter_similarity_percent',
] as const;
export type LimitId = (typeof LIMIT_IDS)[number];

export const GATES = ['legal_review', 'discussion', 'hearing'] as const;
export type GateKind = (typeof GATES)[number];

/**
 * When legal review, collective discussion or a hearing is due: one row of gates.csv. A row speaks of the penalties that
 * fit every column that is filled; a gate is due where any of its rows does.
 */
export interface Gate {
  readonly id: string;
  readonly gate: GateKind;
  readonly field: Field | null;
  readonly grade: Grade | null;
  readonly party: 'citizen' | 'organisation' | null;
  /** The larger of fine and confiscation, yuan, from which the row speaks; null = any amount. */
  readonly from: number | null;
  /** Words of other penalties (吊销, 停业 …), any of which makes the row speak; empty = it doesn't look at them. */
  readonly words: readonly string[];
  readonly article: Article | null;
  readonly inForceFrom: LawDate;
  readonly verified: boolean;
}

/** By how much a period may be extended: one row of extensions.csv. */
export interface ExtensionLimit {
  readonly period: string;
  readonly times: number;
  /** The most that one extension may add. */
  readonly most: Span;
  readonly article: Article | null;
  readonly inForceFrom: LawDate;
  readonly verified: boolean;
}

export interface Article {
  readonly statute: string;
  readonly article: string;
}

/** `YYYY-MM-DD`, a date of law in Asia/Shanghai. */
export type LawDate = string;
/** An instant in UTC, always as `Date.toISOString()` prints it, so that text order is time order. */
export type Instant = string;

/** Days that differ from the plain week, by year. A year that is not in `knownYears` has not been announced yet. */
export interface Calendar {
  readonly version: string;
  readonly knownYears: readonly number[];
  readonly exceptions: Readonly<Record<LawDate, { readonly work: boolean; readonly name: string }>>;
  /** Office hours of a working day in Shanghai, `HH:MM`, in their order. */
  readonly workingHours: readonly { readonly from: string; readonly to: string }[];
}

/** Words that show a message is not ours, and the body that it belongs to. */
export interface NotOursRule {
  readonly id: string;
  readonly keywords: readonly string[];
  readonly body: string;
  readonly reason: string;
}

/** Words in a clue that are facts for the grading rules (a press report, an injury …). */
export interface GradingCue {
  readonly fact: string;
  readonly keywords: readonly string[];
}

/** A matter of a field for which no list has an item: it can be recognised, and a person must settle it. */
export interface FieldMatter {
  readonly code: string;
  readonly field: Field;
  readonly name: string;
  readonly keywords: readonly string[];
  readonly note: string;
}

/** Words that say how soon somebody must be there. */
export interface UrgencyCue {
  readonly urgency: 'immediate' | 'today';
  readonly keywords: readonly string[];
}

/** Where a town's centre, or that of a township merged into it, roughly is. */
export interface TownPoint {
  readonly town: string;
  readonly place: string;
  readonly lng: number;
  readonly lat: number;
}

/** Polygons as in GeoJSON: the first ring is the border, the others are holes; points are [lng, lat]. */
export interface TownArea {
  readonly town: string;
  readonly polygons: readonly (readonly (readonly (readonly [number, number])[])[])[];
}

export interface Catalogue {
  /** sha256 over the files, first 12 hex digits. */
  readonly version: string;
  readonly items: readonly PenaltyItem[];
  readonly patrolItems: readonly PatrolItem[];
  readonly fieldMatters: readonly FieldMatter[];
  readonly towns: readonly Town[];
  readonly townPoints: readonly TownPoint[];
  /** Empty until a deployment brings them; then points don't count. */
  readonly townAreas: readonly TownArea[];
  /** Characters that are typed for each other in names. */
  readonly slips: readonly string[];
  readonly gradingRules: readonly GradingRule[];
  readonly gradingCues: readonly GradingCue[];
  readonly urgencyCues: readonly UrgencyCue[];
  readonly notOurs: readonly NotOursRule[];
  /** The learned second opinion of triage; null where a catalogue has none. */
  readonly secondOpinion: OpinionModel | null;
  readonly periods: readonly Period[];
  readonly limits: readonly Limit[];
  readonly gates: readonly Gate[];
  readonly extensions: readonly ExtensionLimit[];
  readonly warnings: readonly FieldWarning[];
  readonly ladder: readonly Rung[];
  readonly calendar: Calendar;
}
