import type { CaseState, LawInForceChange } from './case';
import type { Catalogue, Instant } from './catalogue';
import { lawInForce } from './openCase';

/** The calendar, the periods and the ladder of a catalogue as a running case would take them over: in force now, the years since it was opened. */
export function lawChange(
  catalogue: Catalogue,
  state: Pick<CaseState, 'openedAt' | 'item'>,
  now: Instant,
): LawInForceChange {
  const { field } = state.item;
  const { catalogueVersion, periods, ladder } = lawInForce(catalogue, now, field);
  return { catalogueVersion, periods, ladder, calendar: lawInForce(catalogue, state.openedAt, field).calendar };
}
