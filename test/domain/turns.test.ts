import { describe, expect, it } from 'vitest';
import type { ActInputs, ActName, CaseState } from '../../domain/case';
import { BUREAU, type Actor } from '../../domain/people';
import { isPaused } from '../../domain/time/clock';
import { addDays, endOf } from '../../domain/time/lawDate';
import { open, perform, refusalOf, shanghai, STREET, YANGMA } from './support/aCase';
import { clocksFit } from './support/clockDuties';
import { fine, OTHER_TOWN, remediesUntil, WARNING } from './support/inputs';
import {
  bureauOfficer,
  decider,
  dispatcher,
  handler,
  leader,
  office,
  officer,
  reviewer,
  supervisor,
} from './support/people';
import { drive, onward, reach, readyToDecide, toArchive } from './support/road';

/** The turns that a case may take, and what of it goes along, waits, or starts anew. Each was once lost at one of them. */

function after<A extends ActName>(
  state: CaseState,
  act: A,
  by: Actor = handler(state),
  input: Partial<ActInputs[A]> = {},
  at?: string,
): CaseState {
  const next = perform(state, act, by, input, at);
  clocksFit(next);
  return next;
}

const ends = (state: CaseState) => toArchive(state).at(-1)?.state;
const clocksOf = (state: CaseState) => Object.keys(state.clocks).sort();
const waits = (state: CaseState, id: string) => {
  const clock = state.clocks[id];
  return clock !== undefined && isPaused(clock);
};

describe('a decision that is withdrawn (行政处罚法 48, 75)', () => {
  it('given a fine collected on the spot and not yet handed in, then it goes back, and the new decision is reported and collected anew', () => {
    const reported = after(reach('town', 'close'), 'report_for_record');
    const withdrawn = after(reported, 'withdraw_decision', office(STREET));
    expect(withdrawn).toMatchObject({ stage: 'file', collection: null, payments: [], reportedForRecordOn: null });
    expect(clocksOf(withdrawn)).toEqual(['file']);
    const again = after(withdrawn, 'decide_on_spot');
    expect(refusalOf(again, 'report_for_record', officer(STREET))).toBeNull();
    expect(ends(again)?.outcome).toBe('penalty');
  });

  it('given it goes on under the ordinary procedure, then nothing of the collection keeps it from its close', () => {
    const withdrawn = after(reach('town', 'close'), 'withdraw_decision', office(STREET));
    expect(ends(after(withdrawn, 'switch_to_ordinary'))?.outcome).toBe('penalty');
  });

  it('given a review that once passed, when it is investigated again, then it passes again before a new notice', () => {
    const small = (state: CaseState) => after(drive(state, 'investigation'), 'collect_evidence');
    const own = open('town', { item: 'CG-022', procedure: 'ordinary', facts: { firstAndSlight: true } });
    const decided = drive(after(small(own), 'end_investigation', undefined, { proposal: fine(6_000) }), 'service');
    const withdrawn = after(decided, 'withdraw_decision', decider(decided));
    const light = after(withdrawn, 'end_investigation', undefined, { proposal: WARNING });
    expect(light.stage).toBe('notice');
    expect(refusalOf(light, 'give_notice', handler(light), { penalty: fine(6_000) })).toBe('review_missing');
    expect(refusalOf(light, 'give_notice', handler(light), { penalty: fine(5_000) })).toBe('review_missing');
    expect(refusalOf(light, 'give_notice', handler(light), { penalty: WARNING })).toBeNull();
  });

  it('given it was published, then the publication has its clock, comes down before a new decision, and the new one may be published', () => {
    const published = after(drive(reach('town', 'performance'), 'close'), 'publish_decision');
    const withdrawn = after(published, 'withdraw_decision', office(STREET));
    expect(clocksOf(withdrawn)).toEqual(['file', 'publication_withdrawal']);
    expect(refusalOf(withdrawn, 'decide_on_spot', officer(STREET))).toBe('publication_not_withdrawn');
    expect(refusalOf(withdrawn, 'transfer_case', office(STREET))).toBe('publication_not_withdrawn');
    const down = after(withdrawn, 'withdraw_publication');
    const again = drive(down, 'close');
    expect(refusalOf(again, 'publish_decision', officer(STREET))).toBeNull();
  });

  it('given an appeal against the old decision, then the new one has its own time for review and suit', () => {
    const served = reach('town_bureau_review', 'performance');
    const appealed = after(served, 'record_appeal', undefined, { kind: 'lawsuit' });
    const ended = after(appealed, 'end_appeal', undefined, { result: 'revoked' });
    const withdrawn = after(ended, 'withdraw_decision', decider(ended));
    const again = drive(withdrawn, 'performance');
    expect(again.appeals).toEqual([]);
    expect(remediesUntil(again) > addDays(again.service?.servedOn ?? '', 180)).toBe(true);
  });

  it('given a town that was asked for help, then its task goes on, with its clock', () => {
    const serving = after(reach('bureau', 'service'), 'request_cooperation');
    const withdrawn = after(serving, 'withdraw_decision', leader);
    expect(clocksOf(withdrawn)).toEqual(['C2', 'case', 'investigation']);
    expect(refusalOf(withdrawn, 'end_investigation', bureauOfficer())).toBe('cooperation_open');
  });
});

describe('a case that is transferred, and comes back (行政处罚法 27)', () => {
  it('given a request to the bureau, a task and a hearing asked for, then nobody waits for them, there or after it came back', () => {
    const filed = perform(reach('town_bureau_review', 'file'), 'file_case', office(YANGMA), {
      party: { personId: 'P-1', kind: 'citizen', addressKnown: true },
    });
    const asked = after(after(drive(filed, 'decision'), 'request_hearing'), 'request_elevation', office(YANGMA));
    const gone = after(asked, 'transfer_case', office(YANGMA));
    expect(clocksOf(gone)).toEqual(['close']);
    const back = after(gone, 'take_back_transfer', office(YANGMA));
    expect(back).toMatchObject({ stage: 'investigation', elevationAsked: null });
    expect(refusalOf(drive(back, 'notice'), 'give_notice', officer(YANGMA))).toBeNull();
    expect(ends(back)?.outcome).toBe('penalty');
  });

  it('given suspected crime, when it is reported, then its three days run; sent to the police within 24 hours; closed once it was sent', () => {
    const reported = after(reach('town_bureau_review', 'investigation'), 'report_crime');
    expect(reported.clocks['crime_transfer_decision']?.period).toBe('crime_transfer_decision');
    const gone = after(reported, 'transfer_case', office(YANGMA));
    expect(clocksOf(gone)).toEqual(['close', 'crime_transfer']);
    expect(refusalOf(gone, 'close_case', office(YANGMA))).toBe('transfer_not_sent');
    expect(ends(gone)?.outcome).toBe('transferred');
  });

  it('given no decision, then there is nothing to publish and nothing to appeal against', () => {
    const gone = after(reach('town_bureau_review', 'investigation'), 'transfer_case', office(YANGMA));
    expect(refusalOf(gone, 'publish_decision', officer(YANGMA))).toBe('act_not_open');
    expect(refusalOf(gone, 'record_appeal', officer(YANGMA))).toBe('act_not_open');
  });
});

describe('a case that is suspended', () => {
  const suspended = after(reach('town_bureau_review', 'investigation'), 'suspend_case', office(YANGMA));

  it('given the bureau takes it meanwhile, then it waits on, and runs once it is resumed', () => {
    const taken = after(suspended, 'elevate', supervisor);
    expect([waits(taken, 'investigation'), waits(taken, 'case')]).toEqual([true, true]);
    const resumed = after(taken, 'resume_case', leader);
    expect([waits(resumed, 'investigation'), waits(resumed, 'case')]).toEqual([false, false]);
    expect(ends(resumed)?.outcome).toBe('penalty');
  });

  it('given it is paid meanwhile, then its close waits; given it is ended, then its file doesn’t', () => {
    const paying = after(reach('town_bureau_review', 'performance'), 'suspend_case', office(YANGMA));
    expect(waits(after(paying, 'record_payment', office(YANGMA)), 'close')).toBe(true);
    const over = after(suspended, 'terminate_case', office(YANGMA));
    expect(waits(over, 'archive')).toBe(false);
    expect(ends(over)?.outcome).toBe('terminated');
  });

  it('given goods that are held, then their time runs on, and a report may join', () => {
    const held = after(reach('town_bureau_review', 'investigation'), 'take_measure');
    const stands = after(held, 'suspend_case', office(YANGMA));
    expect(waits(stands, 'M1')).toBe(false);
    expect(refusalOf(stands, 'dispose_measure', officer(YANGMA))).toBeNull();
    expect(refusalOf(stands, 'join_report', dispatcher)).toBeNull();
    expect(refusalOf(stands, 'collect_evidence', officer(YANGMA))).toBe('case_suspended');
  });
});

describe('whose it is', () => {
  it('given an announced decision, when the bureau takes the case, then the service waits on for the announcement', () => {
    const announced = after(reach('town_bureau_review', 'service'), 'announce_service');
    expect(waits(after(announced, 'elevate', leader), 'service')).toBe(true);
  });

  it('given a dispute decided for another town, then what the first owed is the other’s, due when it was due', () => {
    const ordered = after(reach('town_bureau_review', 'file'), 'order_rectification');
    const disputed = after(ordered, 'dispute_jurisdiction', office(YANGMA));
    const moved = after(disputed, 'decide_jurisdiction', leader, { town: OTHER_TOWN });
    expect(moved).toMatchObject({ stage: 'accept', owner: OTHER_TOWN, town: OTHER_TOWN });
    expect(moved.clocks['rectification']).toEqual({ ...ordered.clocks['rectification'], owner: OTHER_TOWN });
    expect(ends(moved)?.town).toBe(OTHER_TOWN);
  });

  it('given a case sent down while the reviewer waits for more, then the review’s clock stays the bureau’s', () => {
    const taken = after(reach('town_bureau_review', 'review'), 'elevate', leader);
    const returned = after(taken, 'return_review', reviewer());
    const down = after(returned, 'send_down', leader);
    expect(down.clocks['review']?.owner).toBe(BUREAU);
    expect(down.clocks['case']?.owner).toBe(YANGMA);
    expect(ends(down)?.outcome).toBe('penalty');
  });

  it('given a town’s own case that it noticed without a review, when the bureau takes it, then it is reviewed first', () => {
    const own = open('town', { procedure: 'ordinary' });
    for (const stage of ['notice', 'decision'] as const) {
      const taken = after(drive(own, stage), 'elevate', leader);
      expect(taken.stage).toBe('review');
      expect(ends(taken)?.outcome).toBe('penalty');
    }
    const passed = after(reach('town_bureau_review', 'notice'), 'elevate', leader);
    expect(passed.stage).toBe('notice');
  });

  it('given a town’s discussion, when the bureau takes the case, then the bureau’s leaders discuss it themselves', () => {
    const taken = after(readyToDecide('town_bureau_review'), 'elevate', leader);
    expect(refusalOf(taken, 'decide_penalty', leader)).toBe('discussion_missing');
    expect(refusalOf(after(taken, 'record_discussion', leader), 'decide_penalty', leader)).toBeNull();
  });

  it('given a town that asked the bureau to take its case, then it waits for the answer before it decides', () => {
    const asked = after(readyToDecide('town_bureau_review'), 'request_elevation', office(YANGMA));
    expect(refusalOf(asked, 'decide_penalty', office(YANGMA))).toBe('elevation_already_requested');
    expect(refusalOf(after(asked, 'refuse_elevation', leader), 'decide_penalty', office(YANGMA))).toBeNull();
  });

  it('given an officer who was named to chair the hearing, when they are assigned, then it is refused; another is not', () => {
    const filed = perform(reach('town_bureau_review', 'file'), 'file_case', office(YANGMA), {
      party: { personId: 'P-1', kind: 'citizen', addressKnown: true },
    });
    const asked = after(drive(filed, 'decision'), 'request_hearing');
    const chair = officer(YANGMA, 5);
    const prepared = after(asked, 'give_hearing_notice', office(YANGMA), { chair });
    expect(refusalOf(prepared, 'assign', office(YANGMA), { officers: [chair] })).toBe('chair_not_neutral');
    expect(refusalOf(prepared, 'assign', office(YANGMA), { officers: [officer(YANGMA, 6)] })).toBeNull();
  });

  it('given the chair stands aside, then the hearing is told anew, with another chair', () => {
    const filed = perform(reach('town_bureau_review', 'file'), 'file_case', office(YANGMA), {
      party: { personId: 'P-1', kind: 'citizen', addressKnown: true },
    });
    const asked = after(drive(filed, 'decision'), 'request_hearing');
    const chair = bureauOfficer(7);
    const prepared = after(asked, 'give_hearing_notice', office(YANGMA), { chair });
    const aside = after(
      after(prepared, 'ask_recusal', office(YANGMA), { person: chair }),
      'decide_recusal',
      office(YANGMA),
    );
    expect(aside.hearing.notice).toBeNull();
    expect(refusalOf(aside, 'give_hearing_notice', office(YANGMA), { chair })).toBe('recused');
    expect(refusalOf(aside, 'give_hearing_notice', office(YANGMA))).toBeNull();
  });
});

describe('a fine that nobody pays', () => {
  const late = (state: CaseState) => endOf(state.service?.payBy ?? '');

  it('given a fine on the spot, then it too is urged and taken to court, after the sixty days to ask for review', () => {
    const unpaid = reach('town', 'performance', { at: shanghai('2026-09-14 09:00') });
    expect(unpaid.clocks['court_application']?.startedAt).toBe(endOf(addDays(remediesUntil(unpaid), -1)));
    expect(remediesUntil(unpaid)).toBe('2026-11-13');
    const urged = after(unpaid, 'give_demand_notice', office(STREET), {}, late(unpaid));
    const at = endOf('2026-11-13');
    expect(refusalOf(urged, 'apply_to_court', office(STREET), {}, shanghai('2026-11-13 10:00'))).toBe(
      'remedies_running',
    );
    const asked = after(urged, 'apply_to_court', office(STREET), {}, at);
    expect([waits(asked, 'performance'), 'court_application' in asked.clocks]).toEqual([true, false]);
    expect(ends(after(asked, 'record_court_result', office(STREET)))?.outcome).toBe('penalty');
  });

  it('given the court refused and a suit has ended since, then the time to ask it runs again', () => {
    const unpaid = reach('town_bureau_review', 'performance');
    const urged = after(unpaid, 'give_demand_notice', office(YANGMA), {}, late(unpaid));
    const asked = after(urged, 'apply_to_court', office(YANGMA), {}, endOf(remediesUntil(urged)));
    const refused = after(asked, 'record_court_result', office(YANGMA), { result: 'refused' });
    expect('court_application' in refused.clocks).toBe(true);
    const sued = after(refused, 'record_appeal', undefined, { kind: 'lawsuit' });
    expect('court_application' in sued.clocks).toBe(false);
    expect('court_application' in after(sued, 'end_appeal').clocks).toBe(true);
  });

  it('given the fine paid late, then its late fine isn’t put off: it is paid or let off, and either closes the case', () => {
    const unpaid = reach('town_bureau_review', 'performance');
    const paid = after(unpaid, 'record_payment', office(YANGMA), { amount: 20_000 }, late(unpaid));
    expect(paid.stage).toBe('performance');
    expect(refusalOf(paid, 'grant_deferral', office(YANGMA))).toBe('nothing_to_perform');
    expect(refusalOf(unpaid, 'grant_deferral', office(YANGMA))).toBeNull();
    expect(after(paid, 'waive_late_fine', office(YANGMA)).stage).toBe('close');
    expect(after(paid, 'record_payment', office(YANGMA), { amount: 600 }).stage).toBe('close');
  });

  it('given a review that was asked for before a payment and is put on file after it, then what was paid is all, and the case goes on', () => {
    const unpaid = reach('town_bureau_review', 'performance');
    const payBy = unpaid.service?.payBy ?? '';
    const at = endOf(addDays(payBy, 9));
    const part = after(unpaid, 'record_payment', office(YANGMA), { amount: 20_000, paidOn: addDays(payBy, 10) }, at);
    expect(part.stage).toBe('performance');
    const told = after(part, 'record_appeal', undefined, { filedOn: addDays(payBy, 1) });
    expect(told.stage).toBe('close');
    expect(refusalOf(told, 'close_case', office(YANGMA))).toBe('appeal_open');
    expect(ends(told)?.outcome).toBe('penalty');
  });

  it('given review or suit, then the late fine stands still and the court waits; ended, both go on', () => {
    const unpaid = reach('town_bureau_review', 'performance');
    const sued = after(unpaid, 'record_appeal', undefined, { kind: 'lawsuit' });
    expect(refusalOf(sued, 'record_payment', office(YANGMA), { amount: 20_000.01 }, endOf('2027-03-01'))).toBe(
      'payment_exceeds_fine',
    );
    expect(refusalOf(sued, 'give_demand_notice', office(YANGMA), {}, endOf('2027-03-01'))).toBeNull();
    const ended = after(sued, 'end_appeal', undefined, {}, endOf('2027-02-01'));
    expect(refusalOf(ended, 'record_payment', office(YANGMA), { amount: 20_000.01 }, endOf('2027-03-01'))).toBeNull();
  });
});

describe('a case that is merged into another', () => {
  it('given one that its town had returned, then the town has its file to put away; given one at its town, the same', () => {
    const returned = after(open('town'), 'return_dispatch', officer(STREET));
    expect(after(returned, 'merge_case', dispatcher)).toMatchObject({ stage: 'archive', owner: STREET });
    expect(after(open('town'), 'merge_case', dispatcher)).toMatchObject({ stage: 'archive', owner: STREET });
  });
});

describe('the shortest road beside the main one', () => {
  it('given a defence by a citizen who asks for a hearing, then it is held before the decision', () => {
    const filed = perform(reach('town_bureau_review', 'file'), 'file_case', office(YANGMA), {
      party: { personId: 'P-1', kind: 'citizen', addressKnown: true },
    });
    let state = after(drive(filed, 'decision'), 'request_hearing');
    while (state.stage === 'decision') state = onward(state).state;
    expect(state.hearing.heldOn).not.toBeNull();
    expect(state.decision?.penalty.fine).toBe(20_000);
  });
});
