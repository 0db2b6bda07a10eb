import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { lawDateOf, startOf } from '../../domain/time/lawDate';
import { reckon } from '../../domain/time/reckon';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { investigate, ok, reportOrdinary, YANGMA } from '../support/road';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => checkAllCases(house));
afterAll(() => house.close());

interface Ledger {
  readonly id: string;
  readonly kind: 'duty' | 'wait';
  readonly name: string;
  readonly light: string | null;
  readonly dueAt: string;
  readonly startedAt: string;
  readonly pauses: readonly { readonly reason: string; readonly until: string | null }[];
  readonly extensions: readonly { readonly by: string }[];
  readonly lines: readonly { readonly date: string; readonly counted: boolean | null; readonly note: string }[];
  readonly summary: string;
}

const clocksOf = async (caseId: string, person = `office-${YANGMA.code}`) =>
  (await house.get<{ clocks: Ledger[]; money: unknown }>(person, `/api/v1/cases/${caseId}/clocks`)).body;
const find = (clocks: readonly Ledger[], id: string) => {
  const found = clocks.find((clock) => clock.id === id);
  if (found === undefined) throw new Error(`no clock ${id}`);
  return found;
};

describe('the periods of a case, told day by day', () => {
  it('given a case under review, then the town’s clock is grey with its reason, the whole case’s runs, and each explains itself', async () => {
    const caseId = await reportOrdinary(house);
    await investigate(house, caseId);
    const { clocks, money } = await clocksOf(caseId);
    expect(
      clocks
        .filter(({ kind }) => kind === 'duty')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['case', 'investigation', 'review']);
    const town = find(clocks, 'investigation');
    expect(town.light).toBe('grey');
    expect(town.pauses).toMatchObject([{ reason: '法制审核期间', until: null }]);
    const whole = find(clocks, 'case');
    expect(whole.light).toBe('green');
    // The day of filing isn't counted, ninety are; the last one is the due day.
    expect(whole.lines[0]).toMatchObject({ date: lawDateOf(whole.startedAt), counted: false });
    expect(whole.lines.filter(({ counted }) => counted === true)).toHaveLength(90);
    expect(startOf(whole.lines.at(-1)?.date ?? '') < whole.dueAt).toBe(true);
    expect(whole.summary).toContain('第六十条');
    expect(money).toBeNull();
  });

  it('given a notice served today, then the party’s days to speak are told though nobody has a light for them', async () => {
    const caseId = await reportOrdinary(house);
    await investigate(house, caseId);
    await ok(house.act('reviewer-1', caseId, 'pass_review', { opinion: '同意' }));
    const today = lawDateOf(new Date().toISOString());
    await ok(
      house.act(`officer-${YANGMA.code}-1`, caseId, 'give_notice', {
        facts: '告知',
        penalty: { warning: false, fine: 20_000 },
        servedOn: today,
        method: 'direct',
      }),
    );
    const wait = find((await clocksOf(caseId)).clocks, 'notice_statement');
    expect(wait).toMatchObject({ kind: 'wait', light: null });
    const { span } = house.catalogue.periods.find(({ id }) => id === 'notice_statement') ?? {};
    if (span === undefined) throw new Error('no period');
    expect(wait.dueAt).toBe(reckon(startOf(today), span, house.catalogue.calendar, false).dueAt);
  });

  it('given an extension of the case’s period, when a leader of the town grants it, then it moves by those days and no second is granted', async () => {
    const caseId = await reportOrdinary(house);
    await investigate(house, caseId);
    const before = find((await clocksOf(caseId)).clocks, 'case');
    const extend = (number: number) =>
      house.act(`office-${YANGMA.code}`, caseId, 'extend_period', { clockId: 'case', number, reason: '案情复杂' });
    expect((await extend(31)).body).toMatchObject({ status: 409, code: 'extension_not_allowed' });
    await ok(extend(30));
    const after = find((await clocksOf(caseId)).clocks, 'case');
    expect(after.extensions).toMatchObject([{ by: `office-${YANGMA.code}` }]);
    expect(Date.parse(after.dueAt) - Date.parse(before.dueAt)).toBe(30 * 86_400_000);
    const again = await extend(1);
    expect(again.body).toMatchObject({ code: 'extension_used_up', articles: [{ article: '第六十条' }] });
  });

  it('given another town, then its periods do not exist for it', async () => {
    const caseId = await reportOrdinary(house);
    expect((await house.get('office-510184113', `/api/v1/cases/${caseId}/clocks`)).status).toBe(404);
  });
});
