import type { CaseState } from '../domain/case';
import { underNewLaw } from '../domain/acts/clocks';
import type { Catalogue, Instant } from '../domain/catalogue';
import { lawChange } from '../domain/lawChange';
import { nowFor } from './views';

export interface MovedCase {
  readonly caseId: string;
  /** Version of the catalogue that the case has. */
  readonly from: string;
  readonly moved: ReturnType<typeof underNewLaw>['moved'];
}

/** What a catalogue's calendar and periods would move in running cases; cases for which they say the same aren't there. */
export function movedByLaw(cases: readonly CaseState[], catalogue: Catalogue, now: Instant): readonly MovedCase[] {
  return cases.flatMap((state) => {
    const { moved, same } = underNewLaw(state, lawChange(catalogue, state, nowFor({ state, now })));
    return same ? [] : [{ caseId: state.caseId, from: state.law.catalogueVersion, moved }];
  });
}
