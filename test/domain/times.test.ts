import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../domain/case';
import { addDays, endOf } from '../../domain/time/lawDate';
import { justBefore, later, open, perform, refusalOf, shanghai, STREET, YANGMA } from './support/aCase';
import { atNine } from './support/atNine';
import { fine, remediesUntil } from './support/inputs';
import { breakNamed } from './support/mutant';
import { decider, handler, office, officer } from './support/people';
import { drive, reach, readyToDecide } from './support/road';

/** Every time of the law with its other side: a millisecond or a day earlier it is refused, or still allowed. */

breakNamed();

const CITIZEN = { party: { personId: 'P-1', kind: 'citizen', addressKnown: true } } as const;

/** Story 2: a citizen, 20,000 yuan, noticed on Wednesday 30 September 2026; a hearing may be asked for. */
function noticed(): CaseState {
  const filed = perform(reach('town_bureau_review', 'file'), 'file_case', office(YANGMA), CITIZEN);
  return perform(drive(filed, 'notice'), 'give_notice', officer(YANGMA), {}, shanghai('2026-09-30 16:00'));
}

describe('the time to ask for a hearing (行政处罚法 64)', () => {
  const waived = perform(noticed(), 'record_statement', officer(YANGMA), {}, shanghai('2026-10-08 09:00'));
  const discussed = perform(waived, 'record_discussion', office(YANGMA), {}, shanghai('2026-10-09 09:00'));

  it('given a notice of 30 September, then the five working days end with 13 October: no calendar days, and the Saturday worked counts', () => {
    expect(noticed().notices.at(-1)?.hearingUntil).toBe(endOf('2026-10-13'));
  });

  it('given one millisecond of them left, when it is decided, then it is refused with articles 44 and 64; at their end it is not', () => {
    const decide = (at: string) => refusalOf(discussed, 'decide_penalty', office(YANGMA), {}, at);
    expect(decide(shanghai('2026-10-12 11:00'))).toBe('hearing_request_running');
    expect(decide(justBefore(endOf('2026-10-13')))).toBe('hearing_request_running');
    expect(decide(endOf('2026-10-13'))).toBeNull();
  });

  it.each([
    ['2026-09-29', 'date_out_of_range'],
    ['2026-09-30', null],
    ['2026-10-13', null],
    ['2026-10-14', 'hearing_request_late'],
  ])('given it was asked for on %s, however late that is put on file, then %s', (requestedOn, code) => {
    const at = shanghai('2026-10-20 09:00');
    expect(refusalOf(noticed(), 'request_hearing', officer(YANGMA), { requestedOn }, at)).toBe(code);
  });
});

describe('the notice of the hearing (行政处罚法 64)', () => {
  const at = shanghai('2026-10-14 10:00');
  const asked = perform(noticed(), 'request_hearing', officer(YANGMA), { requestedOn: '2026-10-13' }, at);

  it.each([
    ['2026-10-22', 'hearing_notice_short'],
    ['2026-10-23', null],
  ])('given a notice of 14 October, when it is to be held on %s, then %s', (date, code) => {
    const input = { servedOn: '2026-10-14', heldAt: atNine(date) };
    expect(refusalOf(asked, 'give_hearing_notice', office(YANGMA), input, at)).toBe(code);
  });

  it('given a notice that was served before it was asked for, then it is refused; on that day it is not', () => {
    const serve = (servedOn: string) =>
      refusalOf(asked, 'give_hearing_notice', office(YANGMA), { servedOn, heldAt: atNine('2026-11-20') }, at);
    expect(serve('2026-10-12')).toBe('date_out_of_range');
    expect(serve('2026-10-13')).toBeNull();
  });

  it('given a hearing told for nine o’clock, when it is put on file a tick before, then refused; at nine, done', () => {
    const heldAt = atNine('2026-10-23');
    const prepared = perform(asked, 'give_hearing_notice', office(YANGMA), { servedOn: '2026-10-14', heldAt }, at);
    const by = { ...handler(open('bureau')), id: prepared.hearing.notice?.chair ?? '' };
    expect(refusalOf(prepared, 'record_hearing', by, {}, justBefore(heldAt))).toBe('date_out_of_range');
    expect(refusalOf(prepared, 'record_hearing', by, {}, heldAt)).toBeNull();
  });
});

describe('service by public notice (民诉法 95)', () => {
  const announced = perform(reach('town_bureau_review', 'service'), 'announce_service', officer(YANGMA));
  const last = addDays(announced.announcedOn ?? '', 30);

  it('given thirty days from the announcement, when they count as served on the last of them, then it is refused; a day later it is not', () => {
    const serve = (servedOn: string) =>
      refusalOf(
        announced,
        'serve_decision',
        officer(YANGMA),
        { method: 'public_notice', servedOn },
        endOf('2026-12-31'),
      );
    expect(announced.clocks['announcement']?.dueAt).toBe(endOf(last));
    expect(serve(last)).toBe('announcement_running');
    expect(serve(addDays(last, 1))).toBeNull();
  });
});

describe('performance, demand and court (行政处罚法 67; 行政强制法 53, 54)', () => {
  const ready = readyToDecide('town_bureau_review');
  const decided = perform(ready, 'decide_penalty', office(YANGMA), {}, shanghai('2026-10-30 11:00'));
  const served = perform(
    decided,
    'serve_decision',
    officer(YANGMA),
    { servedOn: '2026-11-05' },
    shanghai('2026-11-05 15:00'),
  );
  const demanded = (servedOn: string) =>
    perform(served, 'give_demand_notice', officer(YANGMA), { servedOn }, shanghai(`${servedOn} 10:00`));
  const apply = (state: CaseState, at: string) => refusalOf(state, 'apply_to_court', office(YANGMA), {}, at);

  it('given service on 5 November, then the fine is due by the 20th: urged on the 20th it is refused, on the 21st it is not', () => {
    expect(served.service?.payBy).toBe('2026-11-20');
    const urge = (day: string) =>
      refusalOf(served, 'give_demand_notice', officer(YANGMA), {}, shanghai(`${day} 10:00`));
    expect(urge('2026-11-20')).toBe('payment_not_due');
    expect(urge('2026-11-21')).toBeNull();
    const late = shanghai('2026-11-25 10:00');
    expect(refusalOf(served, 'give_demand_notice', officer(YANGMA), { servedOn: '2026-11-20' }, late)).toBe(
      'date_out_of_range',
    );
    expect(refusalOf(served, 'give_demand_notice', officer(YANGMA), { servedOn: '2026-11-21' }, late)).toBeNull();
  });

  it('given no demand, when the court is asked, then it is refused; given ten working days less a millisecond, too; at their end it is not', () => {
    const window = shanghai('2027-05-20 10:00');
    expect(apply(served, window)).toBe('demand_missing');
    const late = demanded('2027-05-10');
    const until = late.demand?.waitUntil ?? '';
    expect(apply(late, justBefore(until))).toBe('demand_period_running');
    expect(apply(late, until)).toBeNull();
  });

  it('given the end of the time to sue on 5 May 2027, when the court is asked on that day, then it is refused; on the next it is not', () => {
    const urged = demanded('2026-11-23');
    expect(remediesUntil(urged)).toBe('2027-05-05');
    expect(apply(urged, justBefore(endOf('2027-05-05')))).toBe('remedies_running');
    expect(apply(urged, endOf('2027-05-05'))).toBeNull();
  });

  it('given three months from there, when the court is asked on 5 August, then it is not refused; on the 6th it is', () => {
    const urged = demanded('2026-11-23');
    expect(apply(urged, justBefore(endOf('2027-08-05')))).toBeNull();
    expect(apply(urged, endOf('2027-08-05'))).toBe('court_period_over');
  });

  it('given an application back-dated into the time to sue, then it is refused; on the day after it, it is not', () => {
    const urged = demanded('2026-11-23');
    const on = (appliedOn: string) =>
      refusalOf(urged, 'apply_to_court', office(YANGMA), { appliedOn }, shanghai('2027-05-20 10:00'));
    expect(on('2027-05-05')).toBe('date_out_of_range');
    expect(on('2027-05-06')).toBeNull();
  });

  it('given a review that ended, then fifteen days to sue remain: on the last of them the court is not asked, on the next it is', () => {
    const appealed = perform(
      demanded('2026-11-23'),
      'record_appeal',
      officer(YANGMA),
      {},
      shanghai('2026-12-01 10:00'),
    );
    expect(apply(appealed, shanghai('2027-06-01 10:00'))).toBe('appeal_open');
    const ended = perform(appealed, 'end_appeal', officer(YANGMA), {}, shanghai('2027-01-20 10:00'));
    expect(apply(ended, justBefore(endOf('2027-02-04')))).toBe('remedies_running');
    expect(apply(ended, endOf('2027-02-04'))).toBeNull();
  });

  it('given a deferral to 20 December, when it is urged on that day, then it is refused; on the next it is not', () => {
    const put = perform(served, 'grant_deferral', office(YANGMA), {
      until: '2026-12-20',
      instalments: [{ dueOn: '2026-12-20', amount: 20_000 }],
    });
    expect(put.clocks['performance']?.dueAt).toBe(endOf('2026-12-20'));
    const urge = (day: string) => refusalOf(put, 'give_demand_notice', officer(YANGMA), {}, shanghai(`${day} 10:00`));
    expect(urge('2026-12-20')).toBe('payment_not_due');
    expect(urge('2026-12-21')).toBeNull();
  });

  it('given 600 yuan a day of late fine, when the day’s worth is paid on 22 November, then 21,200 is all and one fen more is refused', () => {
    const pay = (amount: number) =>
      refusalOf(
        served,
        'record_payment',
        office(YANGMA),
        { amount, paidOn: '2026-11-22' },
        shanghai('2026-11-23 10:00'),
      );
    expect(pay(21_200)).toBeNull();
    expect(pay(21_200.01)).toBe('payment_exceeds_fine');
  });

  it('given the fine paid late and a payment in time put on file afterwards, then the late fine that grew is still owed', () => {
    const fee = perform(
      served,
      'record_payment',
      office(YANGMA),
      { amount: 20_000, paidOn: '2026-11-30' },
      shanghai('2026-12-01 10:00'),
    );
    const backdated = perform(
      fee,
      'record_payment',
      office(YANGMA),
      { amount: 600, paidOn: '2026-11-21' },
      shanghai('2026-12-01 11:00'),
    );
    expect(backdated.stage).toBe('performance');
    const all = perform(
      backdated,
      'record_payment',
      office(YANGMA),
      { amount: 5_238, paidOn: '2026-12-01' },
      shanghai('2026-12-01 12:00'),
    );
    expect(all.stage).toBe('close');
  });
});

describe('the limitation (行政处罚法 36)', () => {
  const filing = reach('town_bureau_review', 'file', { at: shanghai('2026-09-14 09:00') });
  const file = (committedOn: string, harm: boolean, at?: string) =>
    refusalOf(filing, 'file_case', office(YANGMA), { committedOn, harm }, at);

  it('given an act of 14 September 2024, when it is filed on 14 September 2026, then it is in time; with it over, it is not', () => {
    expect(file('2024-09-14', false)).toBeNull();
    expect(file('2024-09-14', false, justBefore(endOf('2026-09-14')))).toBeNull();
    expect(file('2024-09-14', false, endOf('2026-09-14'))).toBe('limitation_passed');
    expect(file('2024-09-13', false)).toBe('limitation_passed');
  });

  it('given harm to life or health, then five years; given an act that goes on, no end', () => {
    expect(file('2024-09-13', true)).toBeNull();
    expect(file('2021-09-14', true)).toBeNull();
    expect(file('2021-09-13', true)).toBe('limitation_passed');
  });

  it('given an act whose limitation runs, when the case is ended by it, then it is refused; passed, it is not; decided, never', () => {
    const end = (state: CaseState, at: string) =>
      refusalOf(state, 'terminate_case', office(YANGMA), { ground: 'limitation' }, at);
    const filed = perform(filing, 'file_case', office(YANGMA), { committedOn: '2025-09-14' });
    expect(end(filed, justBefore(endOf('2027-09-14')))).toBe('limitation_running');
    expect(end(filed, endOf('2027-09-14'))).toBeNull();
    expect(end(drive(filed, 'service'), endOf('2027-09-14'))).toBe('limitation_running');
    expect(refusalOf(filed, 'terminate_case', office(YANGMA), { ground: 'death' })).toBeNull();
  });
});

describe('extensions', () => {
  const state = reach('town_bureau_review', 'verify');
  const extend = (given: CaseState, clockId: string, number: number, at?: string) =>
    refusalOf(given, 'extend_period', decider(given), { clockId, number }, at);
  const due = state.clocks['verify']?.dueAt ?? '';

  it('given a period that runs, when a millisecond is left, then it may be extended; at its end it may not', () => {
    expect(extend(state, 'verify', 10, justBefore(due))).toBeNull();
    expect(extend(state, 'verify', 10, due)).toBe('period_over');
  });

  it('given one extension that was used, then there is no second; given no such clock or none that may be, neither', () => {
    expect(extend(state, 'verify', 10)).toBeNull();
    const once = perform(state, 'extend_period', decider(state), { clockId: 'verify', number: 10 });
    expect(extend(once, 'verify', 1)).toBe('extension_used_up');
    expect(extend(state, 'nothing', 1)).toBe('clock_unknown');
    expect(extend(open('town'), 'accept', 1)).toBe('extension_not_allowed');
  });

  it('given a seizure under testing, then its time waits and isn’t extended; tested, it is, once and by thirty days', () => {
    const investigating = reach('town_bureau_review', 'investigation');
    const held = perform(investigating, 'take_measure', handler(investigating));
    const testing = perform(held, 'start_testing', handler(held));
    expect(extend(testing, 'M1', 30)).toBe('clock_paused');
    expect(refusalOf(testing, 'start_testing', handler(held), { measureId: 'M1' })).toBe('testing_running');
    const at = later(testing.updatedAt, 11 * 86_400_000);
    const tested = perform(testing, 'end_testing', handler(held), {}, at);
    expect(tested.clocks['M1']?.dueAt).toBe(later(held.clocks['M1']?.dueAt ?? '', 11 * 86_400_000));
    expect(extend(tested, 'M1', 31)).toBe('extension_not_allowed');
    expect(extend(tested, 'M1', 30)).toBeNull();
  });

  it('given a case of 90 days, then the day it is filed isn’t counted, and it may be extended once', () => {
    const filed = perform(
      reach('town_bureau_review', 'file'),
      'file_case',
      office(YANGMA),
      {},
      shanghai('2026-09-16 10:00'),
    );
    expect(filed.clocks['case']?.dueAt).toBe(endOf('2026-12-15'));
    const extended = perform(filed, 'extend_period', office(YANGMA), { clockId: 'case', number: 30 });
    expect(extended.clocks['case']?.dueAt).toBe(endOf('2027-01-14'));
    expect(extend(extended, 'case', 1)).toBe('extension_used_up');
  });
});

describe('money collected on the spot (行政处罚法 71)', () => {
  const collected = reach('town', 'close', { at: shanghai('2026-09-24 15:57') });

  it('given a fine collected on 24 September, then it is handed in by the 29th, and banked two working days after it was', () => {
    expect(collected.clocks['fine_hand_in']?.dueAt).toBe(endOf('2026-09-29'));
    const handed = perform(collected, 'hand_in_fine', officer(STREET), {}, shanghai('2026-09-28 10:00'));
    expect(handed.clocks['fine_banking']?.dueAt).toBe(endOf('2026-09-30'));
    expect(handed.clocks['fine_hand_in']).toBeUndefined();
  });

  it.each([
    ['2026-09-23', 'date_out_of_range'],
    ['2026-09-24', null],
    ['2026-09-28', null],
    ['2026-09-29', 'date_out_of_range'],
  ])('given it is the 28th, when it is said to be handed in on %s, then %s', (handedInOn, code) => {
    const at = shanghai('2026-09-28 10:00');
    expect(refusalOf(collected, 'hand_in_fine', officer(STREET), { handedInOn }, at)).toBe(code);
  });
});

describe('the defence (行政处罚法 45)', () => {
  const told = (amount: number, state: CaseState) =>
    perform(state, 'give_notice', officer(YANGMA), { penalty: fine(amount) });
  const speaks = (state: CaseState) => {
    const spoken = perform(state, 'record_statement', officer(YANGMA), { raised: true, waived: false });
    return perform(spoken, 'weigh_statement', officer(YANGMA));
  };
  const again = (amount: number, state: CaseState) =>
    refusalOf(state, 'give_notice', officer(YANGMA), { penalty: fine(amount) });

  it('given 20,000 noticed and answered, 10,000 noticed and answered, when 15,000 follow, then it is refused; 10,000 are not', () => {
    const first = speaks(told(20_000, reach('town_bureau_review', 'notice')));
    expect(again(20_001, first)).toBe('heavier_than_noticed');
    expect(again(20_000, first)).toBeNull();
    const second = speaks(told(10_000, first));
    expect(again(15_000, second)).toBe('heavier_than_noticed');
    expect(again(10_000, second)).toBeNull();
  });

  it('given a lighter notice that nobody answered, then the first one’s penalty may be noticed again', () => {
    const first = speaks(told(20_000, reach('town_bureau_review', 'notice')));
    expect(again(20_000, told(10_000, first))).toBeNull();
    expect(again(20_001, told(10_000, first))).toBe('heavier_than_noticed');
  });

  it('given a hearing at which the party spoke, then no heavier notice follows; given nobody came, it may', () => {
    const asked = perform(noticed(), 'request_hearing', officer(YANGMA));
    const prepared = perform(asked, 'give_hearing_notice', office(YANGMA));
    const { chair, heldAt } = prepared.hearing.notice ?? { chair: '', heldAt: '' };
    const by = { ...handler(open('bureau')), id: chair };
    const held = (attended: boolean) => perform(prepared, 'record_hearing', by, { attended }, heldAt);
    expect(again(20_001, held(true))).toBe('heavier_than_noticed');
    expect(again(20_000, held(true))).toBeNull();
    expect(again(20_001, held(false))).toBeNull();
  });

  it('given a waiver and a new notice at the same instant, then the waiver doesn’t count for the new one', () => {
    const waived = perform(reach('town_bureau_review', 'decision'), 'record_statement', officer(YANGMA));
    const renewed = perform(waived, 'give_notice', officer(YANGMA), {}, waived.updatedAt);
    expect(refusalOf(waived, 'decide_penalty', office(YANGMA))).toBeNull();
    expect(refusalOf(renewed, 'decide_penalty', office(YANGMA))).toBe('statement_period_running');
  });
});
