import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCase } from '../../db/readCase';
import { lawDateOf, addDays } from '../../domain/time/lawDate';
import { dayKind } from '../../domain/time/workingDay';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { investigate, ok, reportOrdinary, reportSummary } from '../support/road';

interface Page {
  readonly catalogueVersion: string;
  readonly cases: readonly {
    readonly caseId: string;
    readonly moved: readonly { readonly clockId: string; readonly from: string; readonly to: string }[];
  }[];
}

let house: House;
let reviewed: string;
let fresh: string;
beforeAll(async () => {
  house = await openHouse();
  reviewed = await reportOrdinary(house);
  await investigate(house, reviewed);
  fresh = await reportSummary(house);
});
afterAll(async () => {
  await checkAllCases(house);
  await house.close();
});

const preview = async () => (await house.get<Page>('admin', '/api/v1/law-change')).body;
const change = (person: string, caseId: string) =>
  house.act(person, caseId, 'change_law', { reason: '国务院办公厅公布放假安排' });
const dueOfReview = async () => (await readCase(house.db, reviewed))?.state.clocks['review']?.dueAt ?? '';

/** The next working day that the review's period counts is announced as a holiday: the service starts on new data. */
function announceHoliday(): string {
  const { calendar } = house.catalogue;
  let day = addDays(lawDateOf(new Date().toISOString()), 1);
  while (!dayKind(day, calendar).work) day = addDays(day, 1);
  const exceptions = { ...calendar.exceptions, [day]: { work: false, name: '临时放假' } };
  Object.assign(house.catalogue, {
    version: 'announced',
    calendar: { ...calendar, version: 'announced', exceptions },
  });
  return day;
}

describe('a change of the calendar for running cases', () => {
  it('given a holiday that is announced, then nothing moves until it is asked for, the list says what would, and each case records it', async () => {
    expect((await preview()).cases).toEqual([]);
    const before = await dueOfReview();
    const day = announceHoliday();

    const page = await preview();
    expect(page.catalogueVersion).toBe('announced');
    expect(page.cases.map(({ caseId }) => caseId).sort()).toEqual([reviewed, fresh].sort());
    const moved = page.cases
      .find(({ caseId }) => caseId === reviewed)
      ?.moved.find(({ clockId }) => clockId === 'review');
    expect(moved?.from).toBe(before);
    expect((moved?.to ?? '') > before).toBe(true);
    expect(await dueOfReview()).toBe(before);

    await ok(change('admin', reviewed));
    expect(await dueOfReview()).toBe(moved?.to);
    const timeline = await house.get<{
      events: { type: string; why: string; data: { moved: object[]; law: { catalogueVersion: string } } }[];
    }>('supervisor-1', `/api/v1/cases/${reviewed}/timeline`);
    expect(timeline.body.events.at(-1)).toMatchObject({
      type: 'law_changed',
      why: '国务院办公厅公布放假安排',
      data: { moved: expect.arrayContaining([moved]) as object[], law: { catalogueVersion: 'announced' } },
    });
    const explained = await house.get<{ clocks: { id: string; lines: { date: string; note: string }[] }[] }>(
      'supervisor-1',
      `/api/v1/cases/${reviewed}/clocks`,
    );
    const lines = explained.body.clocks.find(({ id }) => id === 'review')?.lines ?? [];
    expect(lines.find(({ date }) => date === day)?.note).toContain('临时放假');

    // The list grows shorter by what was taken over, and the same change again changes nothing.
    expect((await preview()).cases.map(({ caseId }) => caseId)).toEqual([fresh]);
    expect((await change('admin', reviewed)).body).toMatchObject({ status: 409, code: 'law_unchanged' });
  });

  it('given anybody but an administrator, then they neither see the list nor change a case', async () => {
    expect((await house.get('leader-1', '/api/v1/law-change')).status).toBe(403);
    expect((await change('leader-1', fresh)).body).toMatchObject({ code: 'not_competent' });
  });
});
