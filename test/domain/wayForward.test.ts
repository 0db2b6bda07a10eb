import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GUARD_LABELS } from '../../config/guardLabels';
import { decide } from '../../domain/decide';
import { fold } from '../../domain/evolve';
import { number } from '../../domain/record';
import { wayForward } from '../../domain/wayForward';
import { fileAt } from './support/places';
import { knobs } from './support/random';
import { choices, chosen, places, starts } from './support/walk';

/** Which only time brings, or a person that the case has to do without. */
const WAITS = ['statementPeriodOver', 'hearingConcluded', 'demandWaited', 'withinCourtWindow'];

describe('the way forward', () => {
  it('given any case anywhere, then something leads on, and whatever it lacks is brought by an act that is open or by time', () => {
    const { seed, runs } = knobs('wayForward', 300);
    fc.assert(
      fc.property(starts, places, choices, (start, from, walk) => {
        let state = fold(fileAt(start, from));
        for (const choice of walk) {
          const command = chosen(state, choice);
          const steps = wayForward(state, command.actor, command.at);
          expect(steps.length > 0, state.stage).toBe(state.stage !== 'archived');
          for (const { acts, missing } of steps)
            for (const { guard, acts: brought } of missing) {
              expect(GUARD_LABELS[guard.name]).toBeDefined();
              const ofPerson = /^(actor|reviewer)/.test(guard.name);
              if (!ofPerson && !WAITS.includes(guard.name))
                expect(brought, `${acts.join()} lacks ${guard.name}`).not.toEqual([]);
            }
          const decision = decide(state, command);
          if (decision.ok) state = number(state, command, decision.events).state;
        }
      }),
      { seed, numRuns: runs },
    );
  });
});
