import { describe, expect, it } from 'vitest';
import { KINDS } from '../../../api/errors';
import { shanghai, YANGMA } from '../../../demo/stories/opening';
import {
  accepted,
  archived,
  asked,
  DECIDE,
  decided,
  fine,
  filed,
  HEARING,
  hearingNoticed,
  heard,
  LEAD,
  noticed,
  OFFICE,
  passed,
  preserved,
  returned,
  REVIEWER,
  SECOND,
  served,
  SERVICE,
  spoken,
  submitted,
  submittedAgain,
  sued,
} from '../../../demo/stories/townInvestigates';
import type { ActInputs } from '../../../domain/case';
import { courtWindow } from '../../../domain/court';
import { lateFineOf, owedBy } from '../../../domain/owed';
import { BUREAU } from '../../../domain/people';
import { isPaused } from '../../../domain/time/clock';
import { lastDayBefore } from '../../../domain/time/lawDate';
import { remedies } from '../../../domain/time/remedies';

describe('story 2: the town investigates, the bureau reviews', () => {
  it('given the third report in a month, then there is one case with three clues, for the town with the bureau’s review', () => {
    expect(accepted.state).toMatchObject({ grade: 'town_bureau_review', owner: YANGMA });
    expect(accepted.state.clueIds).toEqual(['clue-1', 'clue-2', 'clue-3']);
  });

  it('given 30 minutes to accept and 40 taken, then yellow and red are on record, and the town and the bureau told', () => {
    expect(accepted.lights('accept')).toEqual(['yellow 2026-09-14 09:21', 'red 2026-09-14 09:30']);
    const told = accepted
      .duties()
      .flatMap((duty) => (duty.kind === 'notify' && duty.topic !== 'work_order' ? [`${duty.topic} ${duty.org}`] : []));
    expect(told).toEqual([`due_warning ${YANGMA}`, `overdue_alert ${YANGMA}`, `overdue_alert ${BUREAU}`]);
  });

  it('given it filed on 2026-09-16, then the decision is due 90 calendar days later, on 2026-12-15', () => {
    expect(filed.due('case')).toBe('2026-12-15');
    expect(filed.clock('case').article?.article).toBe('第六十条');
  });

  it('given a stove registered and preserved on Friday the 18th, then it is to be disposed of by 2026-09-29: the worked Sunday counts, the holiday does not', () => {
    expect(preserved.due('M1')).toBe('2026-09-29');
    expect(preserved.clock('M1').article?.article).toBe('第五十六条');
    expect(submittedAgain.state.clocks['M1']).toBeUndefined();
  });

  it('given the case at review, when the investigator tries to review it, then 403', () => {
    const refused = submitted.refuses('2026-09-22 11:00', LEAD, 'pass_review', { opinion: '同意' });
    expect(KINDS[refused.code].status).toBe(403);
  });

  it('given the review returned once, then the town’s clock runs again by what it had left, and the reviewer’s stands', () => {
    expect(isPaused(submitted.clock('investigation'))).toBe(true);
    expect(submitted.due('review')).toBe('2026-10-13');
    // 30 days from the 16th end on 10-16; the 23rd and the 24th were the reviewer's.
    expect(returned.due('investigation')).toBe('2026-10-18');
    expect(isPaused(returned.clock('review'))).toBe(true);
    // Of the reviewer's ten working days only the 28th fell into the town's time: the 25th to the 27th was a holiday.
    expect(submittedAgain.due('review')).toBe('2026-10-14');
    expect(passed.state).toMatchObject({ stage: 'notice', reviews: [{ verdict: 'return' }, { verdict: 'pass' }] });
  });

  it('given notice of 20,000 yuan served on 09-30, then a hearing may be asked for until 2026-10-13, a statement made until 10-10', () => {
    const [notice] = noticed.state.notices;
    expect(lastDayBefore(notice?.hearingUntil ?? '')).toBe('2026-10-13');
    expect(lastDayBefore(notice?.statementUntil ?? '')).toBe('2026-10-10');
  });

  it('given 10-12, when the decision is tried, then it is refused with articles 44 and 64', () => {
    const refused = spoken.refuses('2026-10-12 10:00', OFFICE, 'decide_penalty', DECIDE);
    expect(refused).toMatchObject({ code: 'hearing_request_running', articles: ['第四十四条', '第六十四条'] });
    expect(refused.detail).toContain('2026-10-13');
  });

  it('given the request on the 14th instead of the 13th, then it is refused as late with article 64', () => {
    const late = { requestedOn: '2026-10-14', reason: '要求听证' };
    expect(spoken.refuses('2026-10-14 10:00', LEAD, 'request_hearing', late)).toMatchObject({
      code: 'hearing_request_late',
      articles: ['第六十四条'],
    });
  });

  it('given the request on the 13th, then nothing is decided before the hearing, and the time to decide waits', () => {
    expect(asked.refuses('2026-10-14 09:00', OFFICE, 'decide_penalty', DECIDE)).toMatchObject({
      code: 'hearing_pending',
      articles: ['第六十四条', '第六十五条'],
    });
    expect(isPaused(asked.clock('decision'))).toBe(true);
    expect(isPaused(heard.clock('decision'))).toBe(false);
  });

  it('given notice of the hearing on the 14th, then it is held on the 23rd at the earliest', () => {
    const early = { ...HEARING, heldAt: shanghai('2026-10-22 23:59') };
    const refused = asked.refuses('2026-10-14 10:00', OFFICE, 'give_hearing_notice', early);
    expect(refused).toMatchObject({ code: 'hearing_notice_short', articles: ['第六十四条'] });
    expect(refused.detail).toContain('最早可在 2026-10-23 举行');
    expect(hearingNoticed.state.hearing.notice?.heldAt).toBe(shanghai('2026-10-23 09:30'));
  });

  it('given a chair who was in the investigation or reviewed it, then article 64 refuses them; and only the chair writes the record', () => {
    for (const chair of [SECOND, REVIEWER]) {
      expect(asked.refuses('2026-10-14 10:00', OFFICE, 'give_hearing_notice', { ...HEARING, chair })).toMatchObject({
        code: 'chair_not_neutral',
        articles: ['第六十四条'],
      });
    }
    const record = { heldOn: '2026-10-23', attended: true, record: '笔录', opinion: '意见' };
    expect(hearingNoticed.refuses('2026-10-23 16:00', LEAD, 'record_hearing', record).code).toBe('not_the_chair');
  });

  it('given 2026-10-30, when 20,001 yuan are decided, then article 45 refuses them: no heavier for having spoken; 20,000 stand', () => {
    expect(
      heard.refuses('2026-10-30 10:00', OFFICE, 'decide_penalty', { ...DECIDE, penalty: fine(20_001) }),
    ).toMatchObject({ code: 'heavier_than_noticed', articles: ['第四十五条'] });
    expect(decided.state.decision?.penalty.fine).toBe(20_000);
    expect(decided.state.clocks['case']).toBeUndefined();
  });

  it('given the decision of 10-30 and an absent party, then it is to be served by 2026-11-10', () => {
    expect(decided.due('service')).toBe('2026-11-10');
    expect(decided.clock('service').article?.article).toBe('第六十一条');
  });

  it('given service left without a witness or a recording, then it is refused with article 61', () => {
    expect(decided.refuses('2026-11-05 16:00', LEAD, 'serve_decision', { ...SERVICE, proof: '' })).toMatchObject({
      code: 'proof_missing',
      articles: ['第六十一条'],
    });
  });

  it('given it served on 11-05, then it is to be paid by 2026-11-20', () => {
    expect(served.state.service?.payBy).toBe('2026-11-20');
    expect(served.due('performance')).toBe('2026-11-20');
  });

  it('given nothing paid, then 600 yuan a day from the 21st, 6,000 by the end of the 30th, and never more than 20,000', () => {
    const lateBy = (day: string) => lateFineOf(served.state, day).amount;
    expect(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-30'].map(lateBy)).toEqual([0, 600, 1_200, 6_000]);
    expect(['2026-12-23', '2026-12-24', '2027-12-31'].map(lateBy)).toEqual([19_800, 20_000, 20_000]);
  });

  it('given a suit on 12-01, then the late fine stands still at 6,000, while execution goes on', () => {
    const lateBy = (day: string) => lateFineOf(sued.state, day).amount;
    expect(['2026-11-30', '2026-12-01', '2027-03-01'].map(lateBy)).toEqual([6_000, 6_000, 6_000]);
    expect(owedBy(sued.state, '2027-03-01')).toBe(26_000);
    expect(isPaused(sued.clock('performance'))).toBe(false);
    const partly = { amount: 5_000, paidOn: '2026-12-02', receipt: 'P-1' };
    expect(sued.does('2026-12-02 10:00', LEAD, 'record_payment', partly).state.stage).toBe('performance');
  });

  it('given no suit, then the remedies end on 2027-01-04 and 2027-05-05, and the court can be asked until 2027-08-05', () => {
    expect(remedies('2026-11-05', served.state.law)).toMatchObject({
      reconsiderationUntil: '2027-01-04',
      lawsuitUntil: '2027-05-05',
      courtUntil: '2027-08-05',
      // The holidays of 2027 aren't announced: 05-05 may yet fall into the Labour Day holiday and move on (民诉法 85).
      uncertainYears: [2027],
    });
    expect(courtWindow(served.state)).toEqual({ remediesUntil: '2027-05-05', until: '2027-08-05' });
    expect(served.due('court_application')).toBe('2027-08-05');
  });

  it('given no demand notice, or its ten working days not over, when the court is to be asked, then 强制法 54 refuses it', () => {
    const apply = (appliedOn: string): ActInputs['apply_to_court'] => ({ appliedOn, court: '崇州市人民法院' });
    expect(served.refuses('2027-05-10 09:00', OFFICE, 'apply_to_court', apply('2027-05-10'))).toMatchObject({
      code: 'demand_missing',
      articles: ['第五十四条'],
    });
    const demanded = served.does('2027-05-10 10:00', LEAD, 'give_demand_notice', {
      servedOn: '2027-05-10',
      method: 'direct',
    });
    // 11–14 = 4, 17–21 = 9, 24 = 10.
    expect(demanded.refuses('2027-05-24 10:00', OFFICE, 'apply_to_court', apply('2027-05-24'))).toMatchObject({
      code: 'demand_period_running',
      articles: ['第五十四条'],
    });
    expect(demanded.does('2027-05-25 09:00', OFFICE, 'apply_to_court', apply('2027-05-25')).state.court).not.toBeNull();
  });

  it('given a demand in time, then the court can’t be asked on 2027-05-05, can from the 6th to 08-05, and no more on 08-06', () => {
    const apply = (appliedOn: string): ActInputs['apply_to_court'] => ({ appliedOn, court: '崇州市人民法院' });
    const demanded = served.does('2027-03-01 10:00', LEAD, 'give_demand_notice', {
      servedOn: '2027-03-01',
      method: 'direct',
    });
    expect(demanded.refuses('2027-05-05 10:00', OFFICE, 'apply_to_court', apply('2027-05-05'))).toMatchObject({
      code: 'remedies_running',
      articles: ['第五十三条'],
    });
    for (const day of ['2027-05-06', '2027-08-05']) {
      expect(demanded.does(`${day} 10:00`, OFFICE, 'apply_to_court', apply(day)).state.court?.appliedOn).toBe(day);
    }
    expect(demanded.refuses('2027-08-06 10:00', OFFICE, 'apply_to_court', apply('2027-08-06'))).toMatchObject({
      code: 'court_period_over',
      articles: ['第五十三条'],
    });
  });

  it('given the suit going on, when the court is to be asked, then it is refused with 强制法 53', () => {
    const apply = { appliedOn: '2027-05-06', court: '崇州市人民法院' };
    const demanded = sued.does('2027-03-01 10:00', LEAD, 'give_demand_notice', {
      servedOn: '2027-03-01',
      method: 'direct',
    });
    expect(demanded.refuses('2027-05-06 10:00', OFFICE, 'apply_to_court', apply)).toMatchObject({
      code: 'appeal_open',
      articles: ['第五十三条'],
    });
  });

  it('given the court upholds it on 2027-03-15, then 26,000 yuan are paid that day, the file ends, and its attempts stand in the story', () => {
    expect(archived.of('payment_recorded')).toMatchObject([{ amount: 26_000 }]);
    expect(archived.state).toMatchObject({ stage: 'archived', outcome: 'penalty', clocks: {} });
    expect(archived.refusals()).toEqual([
      '2026-09-22 11:00: pass_review not_competent',
      '2026-10-12 10:00: decide_penalty hearing_request_running',
      '2026-10-30 09:50: decide_penalty heavier_than_noticed',
    ]);
  });
});
