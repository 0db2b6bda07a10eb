import type { Catalogue, Field } from '../catalogue';
import { findItem, type ScoredSubject } from './findItem';
import { findOtherBody, type OtherBody } from './scope';
import type { SearchedText } from './searchText';
import { wordIndex } from './wordIndex';

/** All that the rules find about what a text is about. */
export interface RuleSigns {
  /** The strongest first. */
  readonly scored: readonly ScoredSubject[];
  readonly ours: number;
  readonly other: OtherBody | null;
  readonly others: number;
  /** The best points of each field. */
  readonly fields: ReadonlyMap<Field, number>;
}

export function ruleSigns(catalogue: Catalogue, text: SearchedText, place: SearchedText | null): RuleSigns {
  const index = wordIndex(catalogue);
  const scored = findItem(index, text, place);
  const other = findOtherBody(catalogue, index, text);
  const fields = new Map<Field, number>();
  // The strongest come first: what is set stays.
  for (const { subject, score } of scored) if (!fields.has(subject.field)) fields.set(subject.field, score);
  return { scored, ours: scored[0]?.score ?? 0, other, others: other?.score ?? 0, fields };
}
