import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTS, STAGES } from '../../domain/case';
import { EVENT_LABELS } from '../../domain/labels';
import { REFUSAL_CODES } from '../../domain/refusal';
import { knobs } from './support/random';
import { nothingSeen, runWalk } from './support/runWalk';
import { choices, places, starts } from './support/walk';

describe('whatever people do', () => {
  it('given any acts of anybody at any time, then the law holds after each, and the case can still end', () => {
    const { seed, runs } = knobs('model', 2_000);
    const seen = nothingSeen();
    fc.assert(
      fc.property(starts, places, choices, (start, from, walk) => {
        runWalk(start, from, walk, seen);
      }),
      { seed, numRuns: runs },
    );
    console.log(`model: ${seen.allowed} acts were allowed, ${seen.refused} refused`);
    if (runs < 2_000) return;
    // A walk that never gets anywhere proves nothing: by chance alone these pass every stage, do every act and meet every event.
    const everything = [...STAGES, ...ACTS, ...Object.keys(EVENT_LABELS)].filter((name) => name !== 'case_opened');
    expect(everything.filter((name) => !seen.names.has(name as (typeof STAGES)[number]))).toEqual([]);
    expect(seen.allowed).toBeGreaterThan(runs * 5);
    expect(REFUSAL_CODES.filter((code) => seen.names.has(code)).length).toBeGreaterThan(60);
  }, 600_000);
});
