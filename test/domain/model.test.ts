import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAGES, type CaseEventType, type Stage } from '../../domain/case';
import { decide } from '../../domain/decide';
import { EVENT_LABELS } from '../../domain/labels';
import { number } from '../../domain/record';
import { REFUSAL_CODES, type RefusalCode } from '../../domain/refusal';
import { holdsAfter } from './support/invariants';
import { knobs } from './support/random';
import { toArchive } from './support/road';
import { chosen, choices, opened, starts } from './support/walk';

describe('whatever people do', () => {
  it('given any acts of anybody at any time, then the law holds after each, and the case can still end', () => {
    const { seed, runs } = knobs('model', 4_000);
    const seen = new Set<Stage | CaseEventType | RefusalCode>();
    let allowed = 0;
    fc.assert(
      fc.property(starts, choices, (start, walk) => {
        let state = opened(start);
        for (const choice of walk) {
          const command = chosen(state, choice);
          const decision = decide(state, command);
          if (!decision.ok) {
            seen.add(decision.refusal.code);
            continue;
          }
          const next = number(state, command, decision.events);
          holdsAfter(state, next.state, next.recorded);
          state = next.state;
          allowed += 1;
          seen.add(state.stage);
          for (const { event } of next.recorded) seen.add(event.type);
        }
        for (const { state: after, recorded } of toArchive(state)) {
          holdsAfter(state, after, recorded);
          state = after;
        }
        expect(state.stage).toBe('archived');
        expect(state.clocks).toEqual({});
      }),
      { seed, numRuns: runs },
    );
    console.log(`model: ${allowed} acts were allowed`);
    if (runs < 2_000) return;
    // A walk that never gets anywhere proves nothing: by chance alone these pass every stage and meet every event.
    const everything = [...STAGES, ...Object.keys(EVENT_LABELS)].filter((name) => name !== 'case_opened');
    expect(everything.filter((name) => !seen.has(name as Stage))).toEqual([]);
    expect(allowed).toBeGreaterThan(runs * 5);
    expect(REFUSAL_CODES.filter((code) => seen.has(code)).length).toBeGreaterThan(20);
  }, 600_000);
});
