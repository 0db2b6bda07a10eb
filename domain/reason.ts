/** Why something was judged so: shown to people and kept with the case. */
export interface Reason {
  readonly kind:
    'keyword' | 'negative_keyword' | 'place' | 'rule' | 'cue' | 'not_ours' | 'same_matter' | 'second_opinion' | 'doubt';
  /** In Chinese, a whole sentence. */
  readonly text: string;
  /** The catalogue entry or rule it rests on: `CG-015`, `GR-23`, a town's code. */
  readonly ref: string | null;
  /** Where the words stand in the clue's text, as [start, end) in UTF-16 units. */
  readonly at: readonly [number, number] | null;
  /** … and where the others stand, for a reason that rests on several words apart. */
  readonly also?: readonly (readonly [number, number])[];
}
