/** How the rules and the learned opinion are weighed against each other; learned with the model, on texts it had not seen. */
export interface Weighing {
  readonly bias: number;
  readonly opinion: number;
  /** … and for the stretch of the text that speaks most for us, wherever it stands. */
  readonly strongest: number;
  readonly rules: number;
  readonly others: number;
  /** What a rule's points for a field count beside the model's for it. */
  readonly fieldRules: number;
  /** What the fields' points are multiplied with, so that a confidence of 0.9 is right nine times in ten. */
  readonly sharpness: number;
}

/** How the rules' points for an item and its likeness to known clues are put together; learned with the model. */
export interface ItemWeighing {
  readonly likeness: number;
  readonly field: number;
  readonly sharpness: number;
}

/** A linear model over character grams, as trained by `npm run train` and read from the catalogue. */
export interface OpinionModel {
  readonly version: string;
  readonly grams: ReadonlyMap<string, number>;
  /** How telling each gram is: the rarer the more. */
  readonly rarity: Float32Array;
  /** For each gram a row with one weight for each class. */
  readonly weights: Float32Array;
  readonly bias: readonly number[];
  readonly weighing: Weighing;
  /** For each gram's row the items whose known clues have it, and how much it counts there. */
  readonly itemGrams: ReadonlyMap<number, readonly { readonly item: string; readonly weight: number }[]>;
  readonly itemWeighing: ItemWeighing;
}
