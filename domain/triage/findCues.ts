import { isCueFact, type CueFact } from '../grading/cueFacts';
import type { SearchedText } from './searchText';
import type { Hit } from './triage';
import type { WordIndex } from './wordIndex';

export interface Cue {
  readonly fact: CueFact;
  readonly hit: Hit;
}

// 没有人受伤, 否则就找媒体曝光: denied or threatened is not happened.
const DENIED =
  /(没有|没|无|未|不会|否则|如果|要是|再不|将|准备|打算|想|我会|要找|以免|避免|防止)[^，,。！!；;\n]{0,6}$/;

export function isDenied(text: string, { start }: Hit): boolean {
  return DENIED.test(text.slice(Math.max(0, start - 10), start));
}

/** Facts for the grading that the text says have happened, each once. */
export function findCues(index: WordIndex, { hits, normal }: SearchedText): Cue[] {
  const found = new Map<CueFact, Hit>();
  for (const hit of hits) {
    for (const fact of index.cues[hit.number] ?? []) {
      if (!isCueFact(fact) || found.has(fact)) continue;
      if (!isDenied(normal.text, hit)) found.set(fact, hit);
    }
  }
  return [...found].map(([fact, hit]) => ({ fact, hit }));
}
