import type { Field, Instant } from './catalogue';
import type { Position } from './triage/triage';

/** What is asked of another body's register: about a place and a matter, never about a person. */
export interface RecordQuestion {
  readonly caseId: string;
  readonly item: string;
  readonly field: Field;
  readonly town: string;
  readonly place: string | null;
  readonly position: Position | null;
}

/** A permit or another record, as its register has it; without whose it is. */
export interface FoundRecord {
  readonly kind: string;
  readonly number: string;
  readonly state: string | null;
  readonly validUntil: string | null;
}

/** `unknown`: the register didn't say; never taken for “none”. */
export type RecordAnswer =
  | { readonly status: 'found'; readonly records: readonly FoundRecord[] }
  | { readonly status: 'none' }
  | { readonly status: 'unknown'; readonly why: string };

export type RecordStatus = RecordAnswer['status'];

/** A register that can be asked. Never rejects: what fails is an answer too. */
export interface RecordLookUp {
  /** Names the register where its answer is shown. */
  readonly source: string;
  ask(question: RecordQuestion): Promise<RecordAnswer>;
}

/** A question with its answer as it was recorded; `status` is null while nobody has answered. */
export interface RecordedLookUp {
  readonly askedAt: Instant;
  readonly askedBy: string;
  readonly source: string | null;
  readonly answeredAt: Instant | null;
  readonly status: RecordStatus | null;
  readonly records: readonly FoundRecord[];
  readonly why: string | null;
}
