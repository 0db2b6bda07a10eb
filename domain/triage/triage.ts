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
  /** The word's number in the list that was searched for. */
  readonly number: number;
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

/** How sure each part of a judgement is, 0–1. */
export interface Confidences {
  /** Of the scope as answered: with 'not_ours' that it isn't, else that it is. Below a half, the desk looks to be safe. */
  readonly scope: number;
  readonly field: number;
  readonly item: number;
  readonly town: number;
  readonly grade: number;
}

export const URGENCIES = ['immediate', 'today', 'ordinary'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What the learned model thinks by itself; never shown without the rules' reasons. */
export interface SecondOpinionSays {
  /** Null: it takes the matter for none of ours. */
  readonly field: Field | null;
  readonly confidence: number;
  readonly version: string;
}

/** A matter on file that a clue may repeat. Only the dispatcher can say. */
export interface SimilarMatter {
  readonly clueId: string;
  readonly caseId: string | null;
  /** 0–1; only comparable within one comparison. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** What triage found, and why. `outcome` is 'duplicate' only after the comparison with what is on file. */
export interface Triage {
  readonly outcome: TriageOutcome;
  readonly item: string | null;
  readonly itemName: string | null;
  readonly patrolItem: string | null;
  /** The most likely one wherever the matter may be ours, even where the item isn't clear. */
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
  readonly confidences: Confidences;
  readonly urgency: Urgency;
  /** Scope, field and item are sure enough for a dispatch without a person; the place may still be missing. */
  readonly sure: boolean;
  /** Null where the catalogue has no model, or the reporter's own form named the item. */
  readonly secondOpinion: SecondOpinionSays | null;
  /** What it may repeat, likeliest first; missing where the comparison found nothing, or was not made yet. */
  readonly similar?: readonly SimilarMatter[];
}
