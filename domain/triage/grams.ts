/**
 * What the second opinion reads of a text: pairs and triples of neighbouring characters, within one clause. No word
 * list and no dictionary, so that it stays pure; slips and dialect break fewer of its pieces than they break words.
 */
const enum Kind {
  Break,
  Han,
  Latin,
  Digit,
}

/** Calls `see` with where each gram of a normalised text begins and ends, as often as it stands there. */
export function eachGram(text: string, see: (start: number, end: number) => void): void {
  const end = text.length;
  let start = 0;
  while (start < end) {
    const kind = kindOf(text.charCodeAt(start));
    let stop = start + 1;
    while (stop < end && kindOf(text.charCodeAt(stop)) === kind) stop += 1;
    if (kind === Kind.Han) {
      for (let at = start; at < stop; at += 1) {
        if (at + 1 < stop) see(at, at + 2);
        if (at + 2 < stop) see(at, at + 3);
      }
    } else if (kind === Kind.Latin && stop - start > 1) {
      see(start, stop);
    }
    start = stop;
  }
}

function kindOf(code: number): Kind {
  if (code >= 0x3400 && code <= 0x9fff) return Kind.Han;
  if (code >= 97 && code <= 122) return Kind.Latin;
  if (code >= 48 && code <= 57) return Kind.Digit;
  return Kind.Break;
}
