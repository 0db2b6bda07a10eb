import { describe, expect, it } from 'vitest';
import { onDuty, type DutyRow } from '../../domain/dispatch/dutyRoster';
import { suggestOfficers, type Candidate, type Comparison } from '../../domain/dispatch/suggestOfficers';
import { shanghai, YANGMA } from './support/aCase';
import { reach } from './support/road';

const AT = shanghai('2026-09-14 09:00'); // a Monday
const HERE = { lng: 103.779, lat: 30.657 };

const candidate = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  name: `某${id}`,
  role: 'town_officer',
  org: YANGMA,
  certificateUntil: '2029-12-31',
  openCases: 0,
  ofField: 0,
  position: null,
  ...more,
});
const onMonday = (officer: string): DutyRow => ({ town: YANGMA, on: { weekday: 1 }, officer });
const suggest = (candidates: readonly Candidate[], more: Partial<Comparison> = {}) =>
  suggestOfficers({
    state: reach('town_bureau_review', 'accept'),
    position: HERE,
    candidates,
    roster: [onMonday('a'), onMonday('b')],
    at: AT,
    positionMinutes: 30,
    ...more,
  });
const order = (candidates: readonly Candidate[], more: Partial<Comparison> = {}) =>
  suggest(candidates, more).officers.map(({ id }) => id);
/** So many metres north, said so many minutes ago. */
const at = (metres: number, minutesAgo = 5) => ({
  lng: HERE.lng,
  lat: HERE.lat + metres / 111_195,
  at: new Date(Date.parse(AT) - minutesAgo * 60_000).toISOString(),
});

describe('who should take a case', () => {
  it('given one on duty with more cases and one off duty with none, then duty comes first', () => {
    expect(order([candidate('z'), candidate('a', { openCases: 9 })])).toEqual(['a', 'z']);
  });

  it('given two on duty, then the fewer open cases, then the more of the field, then the nearer', () => {
    expect(order([candidate('a', { openCases: 2 }), candidate('b', { openCases: 1 })])).toEqual(['b', 'a']);
    expect(order([candidate('a', { ofField: 1 }), candidate('b', { ofField: 2 })])).toEqual(['b', 'a']);
    expect(order([candidate('a', { position: at(900) }), candidate('b', { position: at(300) })])).toEqual(['b', 'a']);
    expect(suggest([candidate('a', { position: at(900) })]).officers[0]?.reasons).toContain('距现场约 900 米');
  });

  it('given a certificate that ends today, then its holder may still go; yesterday’s is left out and says why', () => {
    const { officers, left } = suggest([
      candidate('a', { certificateUntil: '2026-09-14' }),
      candidate('b', { certificateUntil: '2026-09-13' }),
      candidate('c', { certificateUntil: null }),
    ]);
    expect(officers.map(({ id }) => id)).toEqual(['a']);
    expect(left).toEqual([
      { id: 'b', name: '某b', why: '行政执法证件已于 2026-09-13 到期' },
      { id: 'c', name: '某c', why: '没有行政执法证件' },
    ]);
  });

  it('given somebody who stands aside, then they are not suggested', () => {
    const state = {
      ...reach('town_bureau_review', 'accept'),
      recusals: [{ id: 'R1', person: 'a', reason: '', granted: true }],
    };
    expect(suggest([candidate('a'), candidate('b')], { state })).toMatchObject({
      officers: [{ id: 'b' }],
      left: [{ id: 'a', why: '已依法回避' }],
    });
  });

  it('given no roster for the day, no position of the case, or old positions, then these are left out and said', () => {
    const two = [candidate('a', { position: at(1, 31) }), candidate('b', { position: at(900, 30) })];
    expect(suggest(two).unknown).toEqual(['1 人近 30 分钟没有位置，未比较其距离']);
    expect(suggest(two).officers.map(({ metres }) => metres)).toEqual([null, 900]);
    const blind = suggest(two, { roster: [], position: null });
    expect(blind.unknown).toEqual(['值班表没有今天的安排，未比较值班', '线索没有坐标，未比较距离']);
    expect(blind.officers.map(({ onDuty: duty, metres }) => [duty, metres])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(JSON.stringify(blind.officers)).not.toContain('值班');
  });
});

describe('the duty roster', () => {
  const rows: readonly DutyRow[] = [
    onMonday('a'),
    { town: YANGMA, on: { weekday: 7 }, officer: 'b' },
    { town: YANGMA, on: { date: '2026-09-21' }, officer: 'c' },
    { town: '510184001', on: { weekday: 1 }, officer: 'd' },
  ];
  it('given rows of the weekday and of the date, then the date’s stand in; another day or town has its own or none', () => {
    const on = (day: string, town = YANGMA) => [...(onDuty(rows, town, day) ?? ['nobody knows'])];
    expect(on('2026-09-14')).toEqual(['a']);
    expect(on('2026-09-21')).toEqual(['c']);
    expect(on('2026-09-20')).toEqual(['b']);
    expect(on('2026-09-15')).toEqual(['nobody knows']);
    expect(on('2026-09-14', '510184001')).toEqual(['d']);
  });
});
