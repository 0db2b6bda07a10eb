export interface Part {
  readonly from: number;
  readonly words: string;
  /** Why these words are marked; null where they aren't. */
  readonly why: string | null;
}

interface Mark {
  readonly text: string;
  readonly at: readonly [number, number] | null;
  readonly also?: readonly (readonly [number, number])[];
}

/** A text cut at the marks. Marks may overlap: a part has the reasons of all that cover it. */
export function markedParts(text: string, marks: readonly Mark[]): readonly Part[] {
  const placed = marks.flatMap(({ text: why, at, also = [] }) =>
    [...(at === null ? [] : [at]), ...also].flatMap(([from, to]) => (from >= to ? [] : [{ why, from, to }])),
  );
  const cuts = [0, text.length, ...placed.flatMap(({ from, to }) => [from, to])].filter((cut) => cut <= text.length);
  const sorted = [...new Set(cuts)].sort((one, other) => one - other);
  return sorted.slice(0, -1).map((from, at) => {
    const to = sorted[at + 1] ?? text.length;
    const covering = placed.filter((mark) => mark.from <= from && mark.to >= to).map(({ why }) => why);
    return { from, words: text.slice(from, to), why: covering.length === 0 ? null : [...new Set(covering)].join('；') };
  });
}
