import type { ActInputs } from '../../domain/case';
import { NO_PENALTY } from '../../domain/penalty';
import { office, officer, system } from './cast';
import { opening, shanghai, STREET } from './opening';
import { Telling } from './telling';

/** Story 1, 镇街办结: a visitor has scratched the plate of a protected monument in 街子镇, Thursday 2026-09-24. */

export const [LEAD, SECOND] = [officer(STREET, 1), officer(STREET, 2)];
export const OFFICE = office(STREET);

export const ON_SPOT: ActInputs['decide_on_spot'] = {
  officers: [LEAD, SECOND],
  party: { personId: 'visitor', kind: 'citizen', addressKnown: true },
  place: '街子古镇字库塔',
  facts: '游客掰弯、刻划文物保护标志牌',
  certificatesShown: true,
  statementHeard: true,
  penalty: { ...NO_PENALTY, fine: 100 },
  collection: 'small_fine',
};
export const fined = (fine: number): ActInputs['decide_on_spot'] => ({
  ...ON_SPOT,
  penalty: { ...NO_PENALTY, fine },
  collection: null,
});

export const reported = Telling.from(opening('town', { at: shanghai('2026-09-24 16:00') }));
export const seen = reported
  .does('2026-09-24 16:02', LEAD, 'accept', { officers: [LEAD, SECOND] })
  .does('2026-09-24 16:05', LEAD, 'verify', { violation: true, facts: '标志牌弯折，有新鲜刻痕' });
export const decided = seen
  .tries('2026-09-24 16:08', LEAD, 'decide_on_spot', fined(201))
  .tries('2026-09-24 16:09', LEAD, 'decide_on_spot', { ...ON_SPOT, officers: [LEAD] })
  .does('2026-09-24 16:10', LEAD, 'decide_on_spot', ON_SPOT);
export const joined = decided.does('2026-09-24 16:20', system, 'join_report', {
  clueId: 'clue-shopkeeper',
  channel: 'hotline_12345',
});
// The list of grades asks for the record of an on-the-spot decision on the day itself.
export const onRecord = joined.does('2026-09-24 17:00', LEAD, 'report_for_record', { reportedOn: '2026-09-24' });
export const handedIn = onRecord.does('2026-09-28 09:00', LEAD, 'hand_in_fine', {
  handedInOn: '2026-09-28',
  receipt: 'H-1',
});
export const banked = handedIn.does('2026-09-30 10:00', OFFICE, 'bank_fine', {
  bankedOn: '2026-09-30',
  receipt: 'B-1',
});
export const closed = banked.does('2026-09-30 10:30', OFFICE, 'close_case', { summary: '罚款已收缴并缴付银行' });
export const archived = closed.does('2026-09-30 10:31', system, 'archive_case', {
  events: closed.state.seq,
  head: 'h',
});
