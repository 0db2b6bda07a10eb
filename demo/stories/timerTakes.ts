import type { ActInputs } from '../../domain/case';
import { NO_PENALTY } from '../../domain/penalty';
import { office, officer } from './cast';
import { opening, shanghai, YANGMA } from './opening';
import { Telling } from './telling';

/** Story 3, third run: the bureau takes a case by timer while the town's officer presses “submit”. */

export const [TOWNSMAN, COLLEAGUE] = [officer(YANGMA, 1), officer(YANGMA, 2)];
const officers = [TOWNSMAN, COLLEAGUE];

export const investigated = Telling.from(opening('town_bureau_review', { at: shanghai('2026-09-14 09:00') }))
  .does('2026-09-14 09:10', TOWNSMAN, 'accept', { officers })
  .does('2026-09-14 15:00', TOWNSMAN, 'verify', { violation: true, facts: '油烟直排' })
  .does('2026-09-16 10:00', office(YANGMA), 'file_case', {
    officers,
    party: { personId: 'owner', kind: 'citizen', addressKnown: true },
    reason: '涉嫌违法',
    committedOn: null,
    harm: false,
  })
  .does('2026-09-17 10:00', TOWNSMAN, 'collect_evidence', {
    sha256: 'a'.repeat(64),
    kind: 'scene_record',
    storeKey: 'fumes/1',
    description: '照片',
    takenAt: shanghai('2026-09-17 09:00'),
    place: '店内',
  });
export const SUBMIT: ActInputs['end_investigation'] = {
  officers,
  report: '调查终结',
  proposal: { ...NO_PENALTY, fine: 20_000 },
};
/** The timer wins. */
export const taken = investigated.tries('2026-10-24 00:00', TOWNSMAN, 'end_investigation', SUBMIT);
/** The town wins. */
export const submittedInTime = investigated.does('2026-10-23 23:59', TOWNSMAN, 'end_investigation', SUBMIT);
