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

/** Facts for the grading that the text says have happened, each once. */
export function findCues(index: WordIndex, { hits, normal }: SearchedText): Cue[] {
  const found = new Map<CueFact, Hit>();
  for (const hit of hits) {
    for (const fact of index.cues.get(hit.word) ?? []) {
      if (!isCueFact(fact) || found.has(fact)) continue;
      if (!DENIED.test(normal.text.slice(Math.max(0, hit.start - 10), hit.start))) found.set(fact, hit);
    }
  }
  return [...found].map(([fact, hit]) => ({ fact, hit }));
}
