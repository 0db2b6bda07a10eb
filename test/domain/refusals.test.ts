import { describe, expect, it } from 'vitest';
import type { ActInputs, ActName, CaseState } from '../../domain/case';
import type { EarlierCases } from '../../domain/earlierCases';
import { decide } from '../../domain/decide';
import type { Actor } from '../../domain/people';
import { REFUSAL_CODES, type RefusalCode } from '../../domain/refusal';
import { command, later, open, perform, refusalOf, STREET, YANGMA } from './support/aCase';
import { allEntries } from './support/breakGuard';
import { breakerOf } from './support/breakers';
import { fine, WARNING } from './support/inputs';
import { breakNamed } from './support/mutant';
import {
  anyLeader,
  bureauOfficer,
  decider,
  dispatcher,
  handler,
  leader,
  office,
  officer,
  pair,
  reviewer,
  supervisor,
  system,
} from './support/people';
import { onward, reach, readyToDecide } from './support/road';

/** The codes that no single guard's sentence gives, and that there is none that nothing gives. */

breakNamed();

type Attempt = readonly [CaseState, ActName, Actor, Partial<ActInputs[ActName]>?, string?];
type Elsewhere =
  | 'stale_sequence'
  | 'hearing_request_running'
  | 'announcement_running'
  | 'demand_missing'
  | 'court_period_over'
  | 'clock_unknown'
  | 'extension_used_up'
  | 'period_over'
  | 'clock_paused'
  | 'testing_running';

const filing = reach('town_bureau_review', 'file');
const archived = onward(reach('town', 'archive')).state;
const elevated = perform(open('town'), 'elevate', leader);
const investigating = reach('town_bureau_review', 'investigation');
const heavy = readyToDecide('bureau');
const onSpotUnpaid = reach('town', 'performance');
const reviewed = perform(onSpotUnpaid, 'record_appeal', office(STREET));
const over = perform(reviewed, 'end_appeal', office(STREET));

/** Said in times.test.ts, guards.test.ts and below. */
const ELSEWHERE: readonly Elsewhere[] = [
  'stale_sequence',
  'hearing_request_running',
  'announcement_running',
  'demand_missing',
  'court_period_over',
  'clock_unknown',
  'extension_used_up',
  'period_over',
  'clock_paused',
  'testing_running',
];

function stoodAside(state: CaseState, person: Actor): CaseState {
  const asked = perform(state, 'ask_recusal', decider(state), { person });
  return perform(asked, 'decide_recusal', anyLeader(asked, person.id));
}

const aside = stoodAside(investigating, officer(YANGMA));
const unverified = reach('town', 'file', { item: 'CG-015' });
const bareNotice = reach('bureau', 'notice');

/** What is refused with a code, and the same with the one thing mended. */
const rectified: CaseState = {
  ...reach('town', 'file'),
  rectification: { requirement: '', until: '2026-09-20', result: { rectified: true, facts: '' } },
};
const PENALISED = {
  caseId: 'CZ2025-000007',
  item: 'WL-004',
  decidedOn: '2025-03-02',
  penalised: true,
  by: 'id_number',
} as const;
const firstOf = (earlier: Pick<EarlierCases, 'cases'>) => ({
  reason: 'first_and_slight' as const,
  party: {
    personId: 'P-1',
    kind: 'citizen' as const,
    addressKnown: true,
    earlier: { by: 'id_number' as const, since: '2024-09-14', repeats: 1, ...earlier },
  },
});

/** Late with the answer to an urging and with the check on the scene; the first is appealed. */
const verifying = reach('town_bureau_review', 'verify');
const lateTwice = perform(
  perform(verifying, 'urge', supervisor),
  'lapse_deadline',
  system,
  {},
  verifying.clocks['verify']?.dueAt,
);
const appealed = perform(lateTwice, 'appeal_overdue', officer(YANGMA), { overdueId: 'O1', reason: '停电' });

const SAID: readonly (readonly [RefusalCode, string, Attempt, Attempt])[] = [
  [
    'case_archived',
    'an archived case',
    [archived, 'join_report', dispatcher],
    [reach('town', 'close'), 'join_report', dispatcher],
  ],
  [
    'not_competent',
    'another town',
    [open('town'), 'accept', officer(YANGMA)],
    [open('town'), 'accept', officer(STREET)],
  ],
  [
    'case_elevated',
    'a case that the bureau took',
    [elevated, 'accept', officer(STREET)],
    [elevated, 'accept', bureauOfficer()],
  ],
  [
    'nothing_due',
    'nothing due',
    [open('town'), 'lapse_deadline', system],
    [open('town'), 'lapse_deadline', system, {}, open('town').clocks['accept']?.dueAt ?? ''],
  ],
  [
    'recused',
    'an officer who stood aside and acts',
    [aside, 'collect_evidence', officer(YANGMA)],
    [aside, 'collect_evidence', officer(YANGMA, 2)],
  ],
  [
    'recused',
    'an officer who stood aside and is named',
    [aside, 'assign', office(YANGMA), { officers: [officer(YANGMA), officer(YANGMA, 2)] }],
    [aside, 'assign', office(YANGMA), { officers: pair(aside) }],
  ],
  [
    'recused',
    'a leader who stood aside and discusses',
    [
      stoodAside(heavy, { ...leader, id: 'leader-2' }),
      'record_discussion',
      leader,
      { participants: [leader, { ...leader, id: 'leader-2' }] },
    ],
    [heavy, 'record_discussion', leader, { participants: [leader, { ...leader, id: 'leader-2' }] }],
  ],
  [
    'not_verified_on_scene',
    'a file without a verification',
    [{ ...filing, verification: null }, 'file_case', office(YANGMA)],
    [filing, 'file_case', office(YANGMA)],
  ],
  [
    'discussion_missing',
    'a decision of the bureau that nobody discussed',
    [{ ...heavy, discussion: null }, 'decide_penalty', leader],
    [heavy, 'decide_penalty', leader],
  ],
  [
    'discussion_missing',
    'a closure of business that nobody discussed',
    [
      {
        ...readyToDecide('town_bureau_review'),
        discussion: null,
        notices: readyToDecide('town_bureau_review').notices.map((one) => ({
          ...one,
          penalty: fine(20_000, { others: ['停业整治'] }),
        })),
      },
      'decide_penalty',
      office(YANGMA),
    ],
    [{ ...readyToDecide('town_bureau_review'), discussion: null }, 'decide_penalty', office(YANGMA)],
  ],
  [
    'fine_out_of_range',
    '50,001 yuan',
    [reach('town_bureau_review', 'notice'), 'give_notice', officer(YANGMA), { penalty: fine(50_001) }],
    [reach('town_bureau_review', 'notice'), 'give_notice', officer(YANGMA), { penalty: fine(50_000) }],
  ],
  [
    'fine_unknown',
    'an article that isn’t verified',
    [unverified, 'decide_on_spot', handler(unverified), { penalty: WARNING, collection: null }],
    [
      { ...unverified, item: { ...unverified.item, verified: true } },
      'decide_on_spot',
      handler(unverified),
      { penalty: WARNING, collection: null },
    ],
  ],
  [
    'basis_missing',
    'a share of nothing',
    [bareNotice, 'give_notice', bureauOfficer(), { penalty: fine(1_000) }],
    [bareNotice, 'give_notice', bureauOfficer(), { penalty: fine(1_000, { basisAmount: 10_000 }) }],
  ],
  [
    'reconsideration_first',
    'a suit against a penalty on the spot',
    [onSpotUnpaid, 'record_appeal', office(STREET), { kind: 'lawsuit' }],
    [over, 'record_appeal', office(STREET), { kind: 'lawsuit' }],
  ],
  [
    'case_suspended',
    'a suspended case',
    [perform(filing, 'suspend_case', office(YANGMA)), 'file_case', office(YANGMA)],
    [filing, 'file_case', office(YANGMA)],
  ],
  [
    'law_unchanged',
    'data that are the same',
    [filing, 'change_law', { ...leader, role: 'admin' }, { law: filing.law }],
    [filing, 'change_law', { ...leader, role: 'admin' }],
  ],
  [
    'not_elevated',
    'a case that was the bureau’s from the start',
    [reach('bureau', 'verify'), 'send_down', leader],
    [perform(reach('town_bureau_review', 'verify'), 'elevate', leader), 'send_down', leader],
  ],
  [
    'chair_not_neutral',
    'an officer who chairs the hearing',
    [
      {
        ...investigating,
        hearing: {
          ...investigating.hearing,
          notice: { servedOn: '2026-09-14', heldAt: '2026-09-25T01:00:00.000Z', chair: officer(YANGMA).id },
        },
      },
      'collect_evidence',
      officer(YANGMA),
    ],
    [investigating, 'collect_evidence', officer(YANGMA)],
  ],
  [
    'reviewer_investigated',
    'a reviewer who is named an officer',
    [
      { ...reach('bureau', 'notice') },
      'assign',
      leader,
      { officers: [{ ...reviewer(1), certificateUntil: '2099-12-31' }] },
    ],
    [reach('bureau', 'notice'), 'assign', leader, { officers: [bureauOfficer()] }],
  ],
  [
    'not_first_offence',
    'a first offence of somebody who was penalised before',
    [rectified, 'close_without_penalty', office(STREET), firstOf({ cases: [PENALISED] })],
    [rectified, 'close_without_penalty', office(STREET), firstOf({ cases: [] })],
  ],
  [
    'overdue_appealed',
    'a lateness that was appealed already, beside one that was not',
    [appealed, 'appeal_overdue', officer(YANGMA), { overdueId: 'O1', reason: '再次申诉' }],
    [appealed, 'appeal_overdue', officer(YANGMA), { overdueId: 'O2', reason: '系统停机' }],
  ],
];

describe('a refusal', () => {
  it.each(SAID)('%s: given %s, then it is refused with it; mended, it is not', (code, _given, refused, allowed) => {
    expect(refusalOf(...refused)).toBe(code);
    expect(refusalOf(...allowed)).toBeNull();
  });

  it('given all codes, then there is a sentence that gives each', () => {
    const byGuard = allEntries().map(({ act, guard }) => breakerOf(act, guard).code);
    const given = new Set<RefusalCode>([...byGuard, ...SAID.map(([code]) => code), ...ELSEWHERE]);
    expect(REFUSAL_CODES.filter((code) => !given.has(code))).toEqual([]);
  });

  it('given any refusal, then it brings no events, and the state is as it was', () => {
    for (const [, , [state, act, by, input, at]] of SAID) {
      const before = JSON.stringify(state);
      const decision = decide(state, command(state, act, by, input, at ?? later(state.updatedAt, 60_000)));
      expect(Object.keys(decision).sort()).toEqual(['ok', 'refusal']);
      expect(JSON.stringify(state)).toBe(before);
    }
  });
});
