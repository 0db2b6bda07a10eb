import { describe, expect, it } from 'vitest';
import { ARTICLES } from '../../domain/articles';
import type { ActInputs, CaseState, Party, Penalty } from '../../domain/case';
import { decide } from '../../domain/decide';
import { repeatsOf, type EarlierCase } from '../../domain/earlierCases';
import { BUREAU, type Actor } from '../../domain/people';
import { addDays, endOf, lawDateOf } from '../../domain/time/lawDate';
import {
  command,
  fullRefusalOf,
  HUAIYUAN,
  justBefore,
  later,
  open,
  perform,
  refusalOf,
  shanghai,
  STREET,
  YANGMA,
} from './support/aCase';
import { fine, OTHER_TOWN, WARNING } from './support/inputs';
import { breakNamed } from './support/mutant';
import {
  bureauOfficer,
  decider,
  dispatcher,
  expired,
  handler,
  IN_FORCE,
  leader,
  office,
  officer,
  pair,
  reviewer,
  system,
} from './support/people';
import { drive, onward, reach } from './support/road';

breakNamed();

const CITIZEN = { personId: 'P-1', kind: 'citizen', addressKnown: true } as const;
const SHOP = { personId: 'P-2', kind: 'organisation', addressKnown: true } as const;

const onScene = reach('town', 'file');
const first = officer(STREET);
const onSpot = (input: Partial<ActInputs['decide_on_spot']>, state: CaseState = onScene) =>
  refusalOf(state, 'decide_on_spot', first, { collection: null, penalty: fine(100), ...input });

describe('officers (行政处罚法 42)', () => {
  const second = officer(STREET, 2);

  it.each<[string, readonly Actor[], string | null]>([
    ['two certified officers of the town', [first, second], null],
    ['three of them', [first, second, officer(STREET, 3)], null],
    ['one officer', [first], 'officers_insufficient'],
    ['nobody', [], 'officers_insufficient'],
    ['the same officer twice', [first, first], 'officers_insufficient'],
    ['two, one with an expired certificate', [first, expired(second)], 'officer_uncertified'],
    ['two, one without a certificate', [first, { ...second, certificateUntil: null }], 'officer_uncertified'],
    ['two, one of another town', [first, officer(YANGMA)], 'officer_of_another_organisation'],
    ['two, one of the bureau', [first, bureauOfficer()], 'officer_of_another_organisation'],
  ])('given %s, when they decide on the spot, then %#: %s', (_, officers, code) => {
    expect(onSpot({ officers })).toBe(code);
  });

  it('given one officer, then the refusal names article 42', () => {
    expect(fullRefusalOf(onScene, 'decide_on_spot', first, { officers: [first] })?.articles[0]?.article).toBe(
      '第四十二条',
    );
  });

  it('given a certificate whose last day is today, then it counts until midnight and not a millisecond longer', () => {
    const today = lawDateOf(onScene.updatedAt);
    const officers = [first, { ...second, certificateUntil: today }];
    const at = endOf(today);
    expect(refusalOf(onScene, 'decide_on_spot', first, { officers }, justBefore(at))).toBeNull();
    expect(refusalOf(onScene, 'decide_on_spot', first, { officers }, at)).toBe('officer_uncertified');
  });

  it('given a filing, an end of investigation, an acceptance or an assignment, then the same holds', () => {
    const filing = reach('town_bureau_review', 'file');
    const [lead] = pair(filing) as [Actor, Actor];
    expect(refusalOf(filing, 'file_case', office(YANGMA), { officers: [lead] })).toBe('officers_insufficient');
    expect(refusalOf(filing, 'file_case', office(YANGMA))).toBeNull();
    const ending = perform(reach('town_bureau_review', 'investigation'), 'collect_evidence', lead);
    expect(refusalOf(ending, 'end_investigation', lead, { officers: [lead] })).toBe('officers_insufficient');
    expect(refusalOf(ending, 'end_investigation', lead)).toBeNull();
    const waiting = open('town');
    expect(refusalOf(waiting, 'accept', first, { officers: [expired(first)] })).toBe('officer_uncertified');
    expect(refusalOf(waiting, 'accept', first, { officers: [] })).toBeNull();
    expect(refusalOf(filing, 'assign', office(YANGMA), { officers: [first] })).toBe('officer_of_another_organisation');
    expect(refusalOf(filing, 'assign', office(YANGMA), { officers: [lead] })).toBeNull();
  });

  it('given somebody without a certificate in force, when they verify or take evidence themselves, then it is refused', () => {
    const verifying = reach('town', 'verify');
    expect(refusalOf(verifying, 'verify', expired(first))).toBe('officer_uncertified');
    expect(refusalOf(verifying, 'verify', first)).toBeNull();
    const investigating = reach('town_bureau_review', 'investigation');
    expect(refusalOf(investigating, 'collect_evidence', expired(officer(YANGMA)))).toBe('officer_uncertified');
    expect(refusalOf(investigating, 'collect_evidence', officer(YANGMA))).toBeNull();
  });
});

describe('on the spot (行政处罚法 51, 52, 68)', () => {
  it.each([
    [CITIZEN, 200, null],
    [CITIZEN, 200.01, 'summary_limit_exceeded'],
    [CITIZEN, 201, 'summary_limit_exceeded'],
    [SHOP, 201, null],
  ] as const)('given %o, when %d yuan are fined, then %s', (party, amount, code) => {
    expect(onSpot({ party, penalty: fine(amount) })).toBe(code);
  });

  it('given an organisation and an item with that range, then 3,000 yuan pass and 3,001 do not', () => {
    const wide = { ...onScene, item: { ...onScene.item, fineOrganisation: { min: 0, max: 50_000 } } };
    expect(onSpot({ party: SHOP, penalty: fine(3_000) }, wide)).toBeNull();
    expect(onSpot({ party: SHOP, penalty: fine(3_001) }, wide)).toBe('summary_limit_exceeded');
    expect(
      fullRefusalOf(wide, 'decide_on_spot', first, { party: SHOP, penalty: fine(3_001) })?.articles[0]?.article,
    ).toBe('第五十一条');
  });

  it.each([
    [100, 'small_fine', null],
    [100.01, 'small_fine', 'collection_not_allowed'],
    [101, 'small_fine', 'collection_not_allowed'],
    [101, null, null],
    [200, 'hard_to_collect', null],
    [200, 'remote_area', null],
    [0, 'small_fine', 'collection_not_allowed'],
  ] as const)(
    'given a fine of %d yuan, when it is collected on the spot by %s, then %s',
    (amount, collection, code) => {
      expect(onSpot({ penalty: fine(amount, { warning: true }), collection })).toBe(code);
    },
  );

  it('given no certificate shown, or nobody heard, then it is refused; given both, it is not', () => {
    expect(onSpot({ certificatesShown: false })).toBe('certificates_not_shown');
    expect(onSpot({ statementHeard: false })).toBe('statement_not_heard');
    expect(onSpot({})).toBeNull();
  });
});

describe('the fine', () => {
  it('given nothing imposed, then it is refused; a warning alone is a penalty', () => {
    expect(onSpot({ penalty: fine(0) })).toBe('penalty_empty');
    expect(onSpot({ penalty: WARNING })).toBeNull();
  });

  it.each([
    [4_999, 'fine_out_of_range'],
    [5_000, null],
    [50_000, null],
    [50_001, 'fine_out_of_range'],
  ])('given a range of 5,000 to 50,000, when %d is proposed, then %s', (amount, code) => {
    const state = perform(reach('town_bureau_review', 'investigation'), 'collect_evidence', officer(YANGMA));
    expect(refusalOf(state, 'end_investigation', officer(YANGMA), { proposal: fine(amount) })).toBe(code);
    expect(
      refusalOf(reach('town_bureau_review', 'notice'), 'give_notice', officer(YANGMA), { penalty: fine(amount) }),
    ).toBe(code);
  });

  it('given an article that fines organisations only, when a citizen is fined, then it is refused, and a warning is not', () => {
    const filing = reach('town_bureau_review', 'file', { item: 'CG-027' });
    const proposals = (party: typeof CITIZEN | typeof SHOP, proposal: Penalty) => {
      const filed = perform(filing, 'file_case', office(YANGMA), { party });
      return refusalOf(perform(filed, 'collect_evidence', officer(YANGMA)), 'end_investigation', officer(YANGMA), {
        proposal,
      });
    };
    expect(proposals(CITIZEN, fine(20_000))).toBe('fine_out_of_range');
    expect(proposals(SHOP, fine(20_000))).toBeNull();
    expect(proposals(CITIZEN, WARNING)).toBeNull();
  });

  it('given an item whose article is not verified (CG-015), when anything is imposed, then it is refused; verified, it is not', () => {
    const stall = reach('town', 'file', { item: 'CG-015' });
    expect(stall.item.verified).toBe(false);
    expect(onSpot({ penalty: fine(50) }, stall)).toBe('fine_unknown');
    expect(onSpot({ penalty: WARNING }, stall)).toBe('fine_unknown');
    const verified = { ...stall, item: { ...stall.item, verified: true } };
    expect(onSpot({ penalty: WARNING }, verified)).toBeNull();
    // Its article, once verified, may still name no fine: unknown is not the same as any.
    expect(onSpot({ penalty: fine(50) }, verified)).toBe('fine_out_of_range');
  });

  it.each([
    [1_000_000, null, 'basis_missing'],
    [1_000_000, 0, 'basis_missing'],
    [1_000_000, 10_000_000, null],
    [1_000_000.01, 10_000_000, 'fine_out_of_range'],
  ])('given a tenth of the cost at most, when %d yuan are noticed on a cost of %s, then %s', (amount, basis, code) => {
    const state = drive(open('bureau'), 'notice');
    const penalty = fine(amount, { basisAmount: basis });
    expect(refusalOf(state, 'give_notice', bureauOfficer(), { penalty })).toBe(code);
  });

  it('given 20,000 yuan noticed, when 20,001 are decided, then it is refused with article 45; 20,000 and less are not', () => {
    const spoken = perform(reach('town_bureau_review', 'decision'), 'record_statement', officer(YANGMA), {
      raised: true,
    });
    const heard = perform(spoken, 'weigh_statement', officer(YANGMA));
    expect(heard.notices.at(-1)?.penalty).toEqual(fine(20_000));
    const decided = (penalty: Penalty) => fullRefusalOf(heard, 'decide_penalty', office(YANGMA), { penalty });
    expect(decided(fine(20_001))).toMatchObject({
      code: 'heavier_than_noticed',
      articles: [{ article: '第四十五条' }],
    });
    expect(decided(fine(20_000.01))?.code).toBe('heavier_than_noticed');
    expect(decided(fine(20_000, { warning: true }))?.code).toBe('heavier_than_noticed');
    expect(decided(fine(20_000))).toBeNull();
    expect(decided(fine(10_000))).toBeNull();
    expect(decided(WARNING)).toBeNull();
  });
});

describe('what comes before (行政处罚法 44, 45, 54, 58, 62)', () => {
  it('given nothing found on the scene, when it is filed or punished, then it is refused; found, it is not', () => {
    const clean = perform(reach('town', 'verify'), 'verify', first, { violation: false });
    expect(onSpot({}, clean)).toBe('no_violation_found');
    expect(refusalOf(clean, 'switch_to_ordinary', first)).toBe('no_violation_found');
    expect(refusalOf(onScene, 'switch_to_ordinary', first)).toBeNull();
  });

  it('given a file without a verification, then it is refused: no road leads there, and the guard stands all the same', () => {
    expect(onSpot({}, { ...onScene, verification: null })).toBe('not_verified_on_scene');
    expect(onSpot({})).toBeNull();
  });

  it('given no evidence, when the investigation is ended, then it is refused; with one piece, it is not', () => {
    const bare = reach('town_bureau_review', 'investigation');
    expect(refusalOf(bare, 'end_investigation', officer(YANGMA))).toBe('evidence_missing');
    expect(
      refusalOf(perform(bare, 'collect_evidence', officer(YANGMA)), 'end_investigation', officer(YANGMA)),
    ).toBeNull();
  });

  it('given a cooperating town that has not answered, when the investigation is ended, then it is refused; answered, it is not', () => {
    const state = drive(open('bureau'), 'investigation');
    const withEvidence = perform(state, 'collect_evidence', bureauOfficer());
    expect(refusalOf(withEvidence, 'end_investigation', bureauOfficer())).toBe('cooperation_open');
    const answered = perform(withEvidence, 'answer_cooperation', officer(HUAIYUAN));
    expect(refusalOf(answered, 'end_investigation', bureauOfficer())).toBeNull();
    expect(refusalOf(withEvidence, 'answer_cooperation', officer(HUAIYUAN))).toBeNull();
    expect(refusalOf(answered, 'answer_cooperation', officer(HUAIYUAN)), 'its part is done').toBe('not_competent');
  });

  it('given a task that is not this town’s, or is answered, when it is answered, then it is refused', () => {
    const state = perform(open('bureau'), 'accept', bureauOfficer());
    expect(refusalOf(state, 'answer_cooperation', officer(HUAIYUAN), { taskId: 'C2' })).toBe('cooperation_unknown');
    expect(refusalOf(state, 'answer_cooperation', officer(HUAIYUAN), { taskId: 'C1' })).toBeNull();
    const verified = perform(state, 'verify', bureauOfficer());
    const two = perform(verified, 'request_cooperation', bureauOfficer(), { town: OTHER_TOWN });
    expect(refusalOf(two, 'answer_cooperation', officer(OTHER_TOWN), { taskId: 'C1' })).toBe('cooperation_unknown');
    expect(refusalOf(two, 'answer_cooperation', officer(OTHER_TOWN), { taskId: 'C2' })).toBeNull();
  });

  it.each(['return', 'disagree', 'none'] as const)(
    'given a last review that is %s, when notice or decision follow, then they are refused',
    (verdict) => {
      const noticing = reach('town_bureau_review', 'notice');
      const deciding = perform(reach('town_bureau_review', 'decision'), 'record_statement', officer(YANGMA));
      const unpassed = (state: CaseState): CaseState => ({
        ...state,
        reviewStands: false,
        reviews:
          verdict === 'none'
            ? []
            : [...state.reviews, { reviewer: 'reviewer-2', verdict, opinion: '', at: state.updatedAt }],
      });
      expect(refusalOf(unpassed(noticing), 'give_notice', officer(YANGMA))).toBe('review_missing');
      expect(refusalOf(unpassed(deciding), 'decide_penalty', office(YANGMA))).toBe('review_missing');
      expect(refusalOf(noticing, 'give_notice', officer(YANGMA))).toBeNull();
      expect(refusalOf(deciding, 'decide_penalty', office(YANGMA))).toBeNull();
    },
  );

  it('given a reviewer who investigated, when they review, then it is refused; another reviewer may', () => {
    const investigating = drive(open('bureau'), 'investigation');
    const both: Actor = { ...reviewer(1), certificateUntil: IN_FORCE };
    const helped = perform(investigating, 'assign', leader, { officers: [bureauOfficer(), both] });
    const state = drive(helped, 'review');
    for (const act of ['pass_review', 'return_review', 'disagree_review'] as const) {
      expect(refusalOf(state, act, reviewer(1))).toBe('reviewer_investigated');
      expect(refusalOf(state, act, reviewer(2))).toBeNull();
    }
  });

  it('given no notice, when it is decided, then it is refused; with one, it is not', () => {
    const state = perform(reach('town_bureau_review', 'decision'), 'record_statement', officer(YANGMA));
    expect(refusalOf({ ...state, notices: [] }, 'decide_penalty', office(YANGMA))).toBe('notice_missing');
    expect(refusalOf(state, 'decide_penalty', office(YANGMA))).toBeNull();
  });

  it('given the time to speak, when it is decided one millisecond before its end, then it is refused; at its end, it is not', () => {
    const noticing = reach('town_bureau_review', 'notice');
    const state = perform(noticing, 'give_notice', officer(YANGMA), {}, shanghai('2026-09-30 16:00'));
    const until = endOf('2026-10-10');
    expect(state.notices.at(-1)?.statementUntil).toBe(until);
    const at = (instant: string) => refusalOf(state, 'decide_penalty', office(YANGMA), {}, instant);
    expect(at(later(state.updatedAt, 60_000))).toBe('statement_period_running');
    expect(at(justBefore(until))).toBe('statement_period_running');
    expect(at(until)).toBeNull();
  });

  it('given that the party has waived the rest of their time, then it need not be waited for; given only that they spoke, it is', () => {
    const state = reach('town_bureau_review', 'decision');
    expect(refusalOf(state, 'decide_penalty', office(YANGMA))).toBe('statement_period_running');
    const heard = perform(state, 'record_statement', officer(YANGMA));
    expect(refusalOf(heard, 'decide_penalty', office(YANGMA))).toBeNull();
    const spoken = perform(state, 'record_statement', officer(YANGMA), { raised: true, waived: false });
    expect(refusalOf(spoken, 'decide_penalty', office(YANGMA))).toBe('statement_period_running');
    expect(refusalOf(heard, 'record_statement', officer(YANGMA)), 'they may say more').toBeNull();
  });
});

describe('putting right (行政处罚法 28, 33)', () => {
  const ordered = perform(onScene, 'order_rectification', first);
  const rectified = perform(ordered, 'check_rectification', first, { rectified: true });
  const failed = perform(ordered, 'check_rectification', first, { rectified: false });

  it('given an order that nobody has checked, when it is punished, closed or ordered again, then it is refused', () => {
    expect(onSpot({}, ordered)).toBe('rectification_open');
    expect(refusalOf(ordered, 'close_without_penalty', office(STREET))).toBe('rectification_open');
    expect(refusalOf(ordered, 'order_rectification', first)).toBe('rectification_open');
    expect(onSpot({}, failed)).toBeNull();
    expect(refusalOf(failed, 'order_rectification', first)).toBeNull();
  });

  it('given no order, or one that is checked, when it is checked, then it is refused', () => {
    expect(refusalOf(onScene, 'check_rectification', first)).toBe('rectification_not_ordered');
    expect(refusalOf(rectified, 'check_rectification', first)).toBe('rectification_not_ordered');
    expect(refusalOf(ordered, 'check_rectification', first)).toBeNull();
  });

  it.each(['put_right', 'slight', 'first_and_slight'] as const)(
    'given “%s”, when nothing was put right, then no penalty has no ground',
    (reason) => {
      const close = (state: CaseState) =>
        refusalOf(state, 'close_without_penalty', office(STREET), { reason, party: CITIZEN });
      expect(close(onScene)).toBe('grounds_missing');
      expect(close(failed)).toBe('grounds_missing');
      expect(close(rectified)).toBeNull();
    },
  );

  describe('a first offence (行政处罚法 33)', () => {
    const close = (party?: Party) =>
      refusalOf(rectified, 'close_without_penalty', office(STREET), {
        reason: 'first_and_slight',
        ...(party === undefined ? {} : { party }),
      });
    const earlier = (by: 'id_number' | 'name', repeats = 1) => ({
      by,
      since: '2024-09-14',
      cases: [{ caseId: 'CZ2025-000007', item: 'WL-004', decidedOn: '2025-03-02', penalised: true, by }],
      repeats,
    });

    it('given nobody, when claimed, then it is refused: whose first it is must be known', () => {
      expect(close()).toBe('party_unknown');
      expect(close(CITIZEN)).toBeNull();
    });

    it('given an earlier case, when it is surely theirs, then it is refused and named; a citizen’s name alone is only shown', () => {
      expect(close({ ...CITIZEN, earlier: earlier('id_number') })).toBe('not_first_offence');
      expect(close({ ...SHOP, earlier: earlier('name') })).toBe('not_first_offence');
      expect(close({ ...CITIZEN, earlier: earlier('name') })).toBeNull();
      expect(close({ ...CITIZEN, earlier: { ...earlier('id_number'), cases: [] } })).toBeNull();
      const said = fullRefusalOf(rectified, 'close_without_penalty', office(STREET), {
        reason: 'first_and_slight',
        party: { ...CITIZEN, earlier: earlier('id_number') },
      });
      expect(said?.detail).toContain('CZ2025-000007');
      expect(said?.articles).toEqual([ARTICLES.noPenalty]);
    });

    it('given another ground, then earlier cases don’t matter', () => {
      const party = { ...CITIZEN, earlier: earlier('id_number') };
      expect(refusalOf(rectified, 'close_without_penalty', office(STREET), { reason: 'slight', party })).toBeNull();
    });

    it('given the third time in a year, when decided on the spot, then it is refused; the second is not (GR-28)', () => {
      expect(onSpot({ party: { ...CITIZEN, earlier: earlier('id_number', 3) } })).toBe('repeat_offender');
      expect(onSpot({ party: { ...CITIZEN, earlier: earlier('id_number', 2) } })).toBeNull();
    });

    it('given decided cases, when repeats are counted, then only sure ones of the item from the day on count, and this one', () => {
      const one = { caseId: 'A', item: 'WL-004', decidedOn: '2025-09-14', penalised: true, by: 'id_number' } as const;
      const count = (...cases: readonly EarlierCase[]) => repeatsOf('citizen', 'WL-004', cases, '2025-09-14');
      expect(count()).toBe(1);
      expect(count(one, { ...one, penalised: false })).toBe(3);
      expect(count({ ...one, decidedOn: '2025-09-13' })).toBe(1);
      expect(count({ ...one, item: 'CG-022' }, { ...one, by: 'name' })).toBe(1);
      expect(repeatsOf('organisation', 'WL-004', [{ ...one, by: 'name' }], '2025-09-14')).toBe(2);
    });
  });

  it.each(['not_established', 'no_fault'] as const)('given “%s”, then nothing has to be put right', (reason) => {
    expect(refusalOf(onScene, 'close_without_penalty', office(STREET), { reason })).toBeNull();
  });

  it('given a day that is past, when it is the time to put right, then it is refused; today is not', () => {
    const today = lawDateOf(onScene.updatedAt);
    expect(refusalOf(onScene, 'order_rectification', first, { until: addDays(today, -1) })).toBe('date_out_of_range');
    expect(refusalOf(onScene, 'order_rectification', first, { until: today })).toBeNull();
  });
});

describe('the work order', () => {
  const returned = perform(open('town'), 'return_dispatch', office(STREET));

  it('given a dispatch that the centre insisted on, when it is returned again, then it is refused; a new town may return it', () => {
    expect(refusalOf(open('town'), 'return_dispatch', office(STREET))).toBeNull();
    const insisted = perform(returned, 'insist_dispatch', dispatcher);
    expect(refusalOf(insisted, 'return_dispatch', office(STREET))).toBe('dispatch_insisted');
    const moved = perform(returned, 'redispatch', dispatcher, { town: OTHER_TOWN });
    expect(refusalOf(moved, 'return_dispatch', office(OTHER_TOWN))).toBeNull();
  });

  it('given the town that returned it, when it is redispatched there, then it is refused; to another, it is not', () => {
    expect(refusalOf(returned, 'redispatch', dispatcher, { town: STREET })).toBe('same_town');
    expect(refusalOf(returned, 'redispatch', dispatcher, { town: OTHER_TOWN })).toBeNull();
  });

  it('given a report that has joined, when it joins again, then it is refused; another one is not', () => {
    const joined = perform(open('town'), 'join_report', dispatcher, { clueId: 'clue-9' });
    expect(refusalOf(joined, 'join_report', dispatcher, { clueId: 'clue-9' })).toBe('report_already_joined');
    expect(refusalOf(joined, 'join_report', dispatcher, { clueId: 'clue-1' })).toBe('report_already_joined');
    expect(refusalOf(joined, 'join_report', dispatcher, { clueId: 'clue-10' })).toBeNull();
  });
});

describe('service and payment (行政处罚法 61, 67)', () => {
  const heard = perform(reach('town_bureau_review', 'decision'), 'record_statement', officer(YANGMA));
  const decided = perform(heard, 'decide_penalty', office(YANGMA), {}, shanghai('2026-10-30 11:00'));
  const serve = (servedOn: string) =>
    refusalOf(decided, 'serve_decision', officer(YANGMA), { servedOn }, shanghai('2026-11-05 10:00'));

  it.each([
    ['2026-10-29', 'date_out_of_range'],
    ['2026-10-30', null],
    ['2026-11-05', null],
    ['2026-11-06', 'date_out_of_range'],
  ])('given a decision of 30 October, when on 5 November it is said to be served on %s, then %s', (servedOn, code) => {
    expect(serve(servedOn)).toBe(code);
  });

  const paying = reach('town_bureau_review', 'performance');
  const pay = (input: Partial<ActInputs['record_payment']>, state = paying) =>
    refusalOf(state, 'record_payment', office(YANGMA), input);

  it('given 20,000 yuan owed, when one more is paid, then it is refused; in parts, up to the last of them, it is not', () => {
    expect(pay({ amount: 20_001 })).toBe('payment_exceeds_fine');
    expect(pay({ amount: 20_000 })).toBeNull();
    const part = perform(paying, 'record_payment', office(YANGMA), { amount: 19_999.9 });
    expect(part.stage).toBe('performance');
    expect(pay({ amount: 0.11 }, part)).toBe('payment_exceeds_fine');
    expect(perform(part, 'record_payment', office(YANGMA), { amount: 0.1 })).toMatchObject({
      payments: [{ amount: 19_999.9 }, { amount: 0.1 }],
      stage: 'close',
    });
  });

  it('given amounts that binary fractions can’t hold, then 0.1 and 0.2 settle a fine of 0.3', () => {
    const small: CaseState = { ...paying, decision: { penalty: fine(0.3), onSpot: false, at: paying.updatedAt } };
    const part = perform(small, 'record_payment', office(YANGMA), { amount: 0.1 });
    expect(perform(part, 'record_payment', office(YANGMA), { amount: 0.2 })).toMatchObject({ stage: 'close' });
  });

  it('given a payment of tomorrow, then it is refused; of today, it is not', () => {
    const today = lawDateOf(paying.updatedAt);
    expect(pay({ paidOn: addDays(today, 1) })).toBe('date_out_of_range');
    expect(pay({ paidOn: today })).toBeNull();
  });
});

describe('the door itself', () => {
  const state = open('town');

  it('given a caller who saw an earlier number, when they act, then it is refused; the present one or no condition is not', () => {
    const seen = (ifSeq: number | null) => {
      const decision = decide(state, command(state, 'accept', first, {}, undefined, ifSeq));
      return decision.ok ? null : decision.refusal.code;
    };
    expect(seen(state.seq - 1)).toBe('stale_sequence');
    expect(seen(state.seq + 1)).toBe('stale_sequence');
    expect(seen(state.seq)).toBeNull();
    expect(seen(null)).toBeNull();
  });

  it('given an archived case, when anything is tried, then it is refused; one event earlier, the archive itself is not', () => {
    const closed = reach('town', 'archive');
    expect(refusalOf(closed, 'archive_case', system)).toBeNull();
    const archived = onward(closed).state;
    expect(refusalOf(archived, 'archive_case', system)).toBe('case_archived');
    expect(refusalOf(archived, 'join_report', dispatcher)).toBe('case_archived');
  });

  it('given an act of a later stage, then it is not open; of another’s, not competent; after elevation, the town is told why', () => {
    expect(refusalOf(state, 'close_case', office(STREET))).toBe('act_not_open');
    expect(refusalOf(state, 'accept', officer(YANGMA))).toBe('not_competent');
    const taken = perform(state, 'elevate', leader);
    expect(refusalOf(taken, 'accept', first)).toBe('case_elevated');
    expect(refusalOf(taken, 'accept', officer(YANGMA))).toBe('not_competent');
    expect(taken.owner).toBe(BUREAU);
    expect(refusalOf(taken, 'accept', bureauOfficer())).toBeNull();
  });

  it('given nothing that is due, when the deadline lapses, then it is refused; at its yellow point, it is not', () => {
    const yellowAt = state.clocks['accept']?.yellowAt ?? '';
    expect(refusalOf(state, 'lapse_deadline', system, {}, justBefore(yellowAt))).toBe('nothing_due');
    expect(refusalOf(state, 'lapse_deadline', system, {}, yellowAt)).toBeNull();
  });

  it('given a refusal, then it says in Chinese where the case stands and what can’t be done', () => {
    expect(fullRefusalOf(state, 'close_case', office(STREET))?.detail).toBe('案件处于“待接单”环节，不能“结案”。');
  });

  it('given a case of the bureau, when it is filed, then its leader may and its officer may not', () => {
    expect(refusalOf(reach('bureau', 'file'), 'file_case', decider(reach('bureau', 'file')))).toBeNull();
    expect(refusalOf(reach('bureau', 'file'), 'file_case', handler(reach('bureau', 'file')))).toBe('not_competent');
  });
});
