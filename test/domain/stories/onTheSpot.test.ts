import { describe, expect, it } from 'vitest';
import {
  archived,
  closed,
  decided,
  fined,
  handedIn,
  joined,
  LEAD,
  OFFICE,
  ON_SPOT,
  reported,
  seen,
} from '../../../demo/stories/onTheSpot';
import { catalogue, shanghai, STREET } from '../../../demo/stories/opening';
import { compareMatters, type ReportedMatter } from '../../../domain/triage/sameMatter';

describe('story 1: on the spot', () => {
  it('given the patrol’s report, then the town has it under the summary procedure, by the rule that says why', () => {
    expect(reported.state).toMatchObject({ grade: 'town', owner: STREET, procedure: { id: 'summary' } });
    expect(reported.state.gradeReasons[0]?.ref).toBe('GR-23');
    expect(reported.state.gradeReasons[0]?.text).toContain('事实清楚，且事项默认适用简易程序');
  });

  it('given a fine of 201 yuan for a citizen, when decided on the spot, then it is refused with article 51; 200 is not', () => {
    const refused = seen.refuses('2026-09-24 16:10', LEAD, 'decide_on_spot', fined(201));
    expect(refused).toMatchObject({ code: 'summary_limit_exceeded', articles: ['第五十一条'] });
    expect(seen.does('2026-09-24 16:10', LEAD, 'decide_on_spot', fined(200)).state.stage).toBe('performance');
  });

  it('given one officer alone, when they decide, then it is refused with article 42', () => {
    const alone = { ...ON_SPOT, officers: [LEAD] };
    expect(seen.refuses('2026-09-24 16:10', LEAD, 'decide_on_spot', alone)).toMatchObject({
      code: 'officers_insufficient',
      articles: ['第四十二条'],
    });
  });

  it('given the story told to its end, then both attempts stand in it, and nothing of them is on record', () => {
    expect(archived.refusals()).toEqual([
      '2026-09-24 16:08: decide_on_spot summary_limit_exceeded',
      '2026-09-24 16:09: decide_on_spot officers_insufficient',
    ]);
    expect(archived.of('decided_on_spot')).toHaveLength(1);
  });

  it('given 101 yuan, when it is to be collected on the spot as a small fine, then it is refused with article 68', () => {
    const collected = { ...fined(101), collection: 'small_fine' } as const;
    expect(seen.refuses('2026-09-24 16:10', LEAD, 'decide_on_spot', collected)).toMatchObject({
      code: 'collection_not_allowed',
      articles: ['第六十八条'],
    });
  });

  it('given 100 yuan collected on the 24th, then it is to be handed in by 2026-09-29: 25–27 is a holiday, 28 = 1, 29 = 2', () => {
    expect(decided.state.stage).toBe('close');
    expect(decided.due('fine_hand_in')).toBe('2026-09-29');
    expect(decided.clock('fine_hand_in').article?.article).toBe('第七十一条');
  });

  it('given it handed in on the 28th, then it is to be banked by 2026-09-30', () => {
    expect(handedIn.state.clocks['fine_hand_in']).toBeUndefined();
    expect(handedIn.due('fine_banking')).toBe('2026-09-30');
  });

  it('given the fine not banked, or the decision not on record, when the case is to be closed, then 71 or 52 stands in the way', () => {
    const close = { summary: '已执行' };
    expect(handedIn.refuses('2026-09-29 10:00', OFFICE, 'close_case', close)).toMatchObject({
      code: 'collected_fine_not_banked',
      articles: ['第七十一条'],
    });
    const unrecorded = joined
      .does('2026-09-28 09:00', LEAD, 'hand_in_fine', { handedInOn: '2026-09-28', receipt: 'H-1' })
      .does('2026-09-28 10:00', OFFICE, 'bank_fine', { bankedOn: '2026-09-28', receipt: 'B-1' });
    expect(unrecorded.refuses('2026-09-28 11:00', OFFICE, 'close_case', close)).toMatchObject({
      code: 'not_reported_for_record',
      articles: ['第五十二条'],
    });
  });

  it('given it banked on the 30th, then the case is closed and archived on that day, and no light was ever red', () => {
    expect(archived.state).toMatchObject({ stage: 'archived', outcome: 'penalty', clocks: {} });
    // Its last day began with a warning.
    expect(archived.of('light_changed')).toMatchObject([{ clockId: 'fine_banking', light: 'yellow' }]);
  });

  it('given a shopkeeper’s call at 16:20 of the same matter, then no second case; both reporters are answered at the close', () => {
    const plate = { item: 'WL-004', town: STREET, place: '街子古镇字库塔', position: null } as const;
    const first: ReportedMatter = { ...plate, ref: 'case', text: '标志牌被掰弯', at: shanghai('2026-09-24 16:00') };
    const second: ReportedMatter = { ...plate, ref: 'clue', text: '有人在划碑', at: shanghai('2026-09-24 16:20') };
    expect(compareMatters(second, first, catalogue.limits).verdict).toBe('same');
    expect(joined.state.clueIds).toEqual(['clue-1', 'clue-shopkeeper']);
    expect(closed.duties().filter(({ kind }) => kind === 'answer_reporters')).toEqual([
      {
        kind: 'answer_reporters',
        clueIds: ['clue-1', 'clue-shopkeeper'],
        answer: '您反映的问题已查处，依法作出行政处罚。',
      },
    ]);
  });
});
