import type { CaseState, LawInForceChange } from './case';
import type { Catalogue, Instant } from './catalogue';
import { lawInForce } from './openCase';

/** The calendar and periods of a catalogue as a running case would take them over: in force now, the years since it was opened. */
export function lawChange(catalogue: Catalogue, state: Pick<CaseState, 'openedAt'>, now: Instant): LawInForceChange {
  const { catalogueVersion, periods } = lawInForce(catalogue, now);
  return { catalogueVersion, periods, calendar: lawInForce(catalogue, state.openedAt).calendar };
}
