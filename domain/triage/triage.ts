import type { Field, Grade, GradingRuleProcedure } from '../catalogue';
import type { Reason } from '../reason';

export const CHANNELS = [
  'hotline_12345',
  'grid_worker',
  'patrol',
  'city_platform',
  'video',
  'web',
  'walk_in',
  'media',
  'transfer',
] as const;
export type Channel = (typeof CHANNELS)[number];

export interface Position {
  readonly lng: number;
  readonly lat: number;
}

/** What triage reads of a clue. Never the reporter. */
export interface ClueText {
  readonly channel: Channel;
  readonly text: string;
  readonly place: string | null;
  readonly position: Position | null;
  /** A patrol or penalty item named by the reporter's own form, where the channel has one. */
  readonly itemCode: string | null;
}

/** One hit of a word of the catalogue in a text, as the edge's automaton finds it. */
export interface Hit {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

export type TriageOutcome = 'case' | 'desk' | 'not_ours' | 'duplicate';

export interface Candidate {
  readonly item: string;
  readonly name: string;
  /** 0–1; only comparable within one judgement. */
  readonly score: number;
}

/** What triage found, and why. `outcome` is 'duplicate' only after the comparison with what is on file. */
export interface Triage {
  readonly outcome: TriageOutcome;
  readonly item: string | null;
  readonly itemName: string | null;
  readonly patrolItem: string | null;
  readonly field: Field | null;
  readonly town: string | null;
  readonly townName: string | null;
  readonly grade: Grade | null;
  readonly procedure: GradingRuleProcedure | null;
  readonly confidence: number;
  /** The best few items, the chosen one first. */
  readonly candidates: readonly Candidate[];
  /** Towns that fit, when more than one does. */
  readonly townCandidates: readonly string[];
  /** The body that the matter belongs to, when it is not ours. */
  readonly belongsTo: string | null;
  readonly duplicateOf: string | null;
  readonly reasons: readonly Reason[];
  readonly catalogueVersion: string;
}
