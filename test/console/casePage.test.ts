import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  EVIDENCE,
  investigate,
  ok,
  PENALTY,
  report,
  reportOrdinary,
  reportSummary,
  STREET,
  today,
  warnOnSpot,
  YANGMA,
} from '../support/road';
import { until } from '../support/until';
import { changePerson, looksRight, pagesUnderTest, picture, signIn, TEST_MS } from './pagesUnderTest';

const under = pagesUnderTest();
const LEAD = `officer-${YANGMA.code}-1`;
const OFFICERS = [LEAD, `officer-${YANGMA.code}-2`];
const OFFICE = `office-${YANGMA.code}`;
const next = () => under.page.locator('.next-steps');

/** Filed with a party whose address nobody knew yet, and brought to the decision. */
async function withoutAddress(): Promise<string> {
  const caseId = await reportOrdinary(under.house);
  const served = { servedOn: today(), method: 'direct' };
  await ok(under.house.act(LEAD, caseId, 'accept', { officers: OFFICERS }));
  await ok(under.house.act(LEAD, caseId, 'verify', { violation: true, facts: '现场核实' }));
  const party = { kind: 'organisation', name: '某某餐馆' };
  const filing = { officers: OFFICERS, party, reason: '涉嫌违法', committedOn: null, harm: false };
  await ok(under.house.act(OFFICE, caseId, 'file_case', filing));
  await ok(under.house.act(LEAD, caseId, 'collect_evidence', EVIDENCE));
  const ended = { officers: OFFICERS, report: '调查终结', proposal: PENALTY };
  await ok(under.house.act(LEAD, caseId, 'end_investigation', ended));
  await ok(under.house.act('reviewer-1', caseId, 'pass_review', { opinion: '合法' }));
  await ok(under.house.act(LEAD, caseId, 'give_notice', { facts: '告知', penalty: PENALTY, ...served }));
  await ok(under.house.act(LEAD, caseId, 'record_statement', { raised: false, summary: '放弃', waived: true }));
  return caseId;
}

describe('the page of a case', () => {
  it(
    'given a case that waits for somebody else, then the next step says for whom; and it is theirs on their own page, before what stands beside it',
    async () => {
      const caseId = await reportOrdinary(under.house);
      await ok(under.house.act(LEAD, caseId, 'accept', { officers: OFFICERS }));
      await ok(under.house.act(LEAD, caseId, 'verify', { violation: true, facts: '现场核实' }));
      await signIn(under, LEAD, `/cases/${caseId}`);
      await next().getByText('立案，等下列单位或人员办。').waitFor();
      await next().getByText('由 羊马街道：镇街综合执法协调办 办').waitFor();
      expect(await next().getByRole('link').count()).toBe(0);
      await changePerson(under, OFFICE, `/cases/${caseId}`);
      await next().getByText('立案，轮到您办。').waitFor();
      const acts = await under.page.locator('.acts').getByRole('link').allTextContents();
      expect(acts[0]).toBe('立案');
      expect(acts.filter((act) => act === '立案')).toHaveLength(1);
      expect(acts.length).toBeGreaterThan(1);
      await looksRight(under);
    },
    TEST_MS,
  );

  it(
    'given a decision that lacks the party’s address, then that is said with its article to everybody, and whoever may bring it is led to it; once it is there the decision can be made',
    async () => {
      const caseId = await withoutAddress();
      await signIn(under, OFFICE, `/cases/${caseId}`);
      await next().getByText('作出处罚决定，还不能办。').waitFor();
      await next().getByText('还缺：当事人住址已登记').waitFor();
      await looksRight(under);
      await picture(under, 'case-next-step');
      await next().getByRole('link', { name: '补充当事人信息' }).click();
      await under.page.getByRole('heading', { name: '补充当事人信息', level: 1 }).waitFor();

      await changePerson(under, 'supervisor-1', `/cases/${caseId}`);
      await next().getByText('还缺：当事人住址已登记').waitFor();
      await next().getByText('“补充当事人信息”由 羊马街道：镇街执法人员、镇街综合执法协调办 办').waitFor();

      await ok(under.house.act(OFFICE, caseId, 'complete_party', { address: '羊马街道1号' }));
      await changePerson(under, OFFICE, `/cases/${caseId}`);
      await next().getByText('作出处罚决定，轮到您办。').waitFor();
      expect(await next().getByText('还缺').count()).toBe(0);
    },
    TEST_MS,
  );

  it(
    'given a case that came back from the review, then the chart says that it was there and came back, and not that it is still to come',
    async () => {
      const caseId = await reportOrdinary(under.house);
      await investigate(under.house, caseId);
      await ok(under.house.act('reviewer-1', caseId, 'return_review', { requirement: '补充现场笔录' }));
      await signIn(under, LEAD, `/cases/${caseId}`);
      const review = under.page.locator('.road li', { hasText: '法制审核' });
      await review.getByText('到过，已退回').waitFor();
      await under.page.locator('.road li', { hasText: '事先告知' }).getByText('还没有到').waitFor();
    },
    TEST_MS,
  );

  it(
    'given an act that was sent, then the case says so once, and no more when it is read again',
    async () => {
      const caseId = await reportOrdinary(under.house);
      await signIn(under, LEAD, `/cases/${caseId}`);
      await next().getByRole('link', { name: '接单', exact: true }).click();
      await under.page.locator('button[type=submit]').click();
      await under.page.getByText('已提交：接单').waitFor();
      await under.page.reload();
      await next().getByText('现场核查，轮到您办。').waitFor();
      expect(await under.page.getByText('已提交').count()).toBe(0);
    },
    TEST_MS,
  );

  it(
    'given a report with its reporter, then the case begins with what was said, by which channel and where; whoever handles the case sees who said it once they ask, and nobody else',
    async () => {
      const caseId = await report(under.house, '羊马街道永和大道77号餐馆没装净化器，油烟直排，油烟扰民', {
        ...{ itemCode: 'CG-022', place: '羊马街道凌翔街7701号', channel: 'walk_in' },
        reporter: { name: '钱多多', phone: '13900001111' },
      });
      const said = under.page.locator('.card', { has: under.page.getByRole('heading', { name: '反映内容' }) });
      await signIn(under, LEAD, `/cases/${caseId}`);
      await said.getByText('羊马街道凌翔街7701号', { exact: true }).waitFor();
      await said.getByText('来访').waitFor();
      expect(await under.page.getByText('钱多多').count()).toBe(0);
      const top = (at: Locator) => at.evaluate((one) => one.getBoundingClientRect().top);
      expect(await top(said)).toBeLessThan(await top(under.page.getByRole('heading', { name: '程序图' })));
      await said.getByRole('button', { name: '查看反映人' }).click();
      await said.getByText('钱多多').waitFor();
      await said.getByRole('link', { name: '13900001111' }).waitFor();
      await looksRight(under);
      await picture(under, 'case-report');

      await changePerson(under, 'supervisor-1', `/cases/${caseId}`);
      await said.getByRole('link', { name: '打开线索' }).waitFor();
      expect(await said.getByRole('button', { name: '查看反映人' }).count()).toBe(0);
    },
    TEST_MS,
  );

  it(
    'given an archived case, then whoever handled it downloads its file, which is put on record; to others it is said whose that is',
    async () => {
      const caseId = await reportSummary(under.house);
      await warnOnSpot(under.house, caseId);
      const made = 'select 1 from archive_files where case_id = $1';
      await until(async () => (await under.house.db.query(made, [caseId])).rows.length === 1);
      const officer = `officer-${STREET.code}-1`;
      await signIn(under, officer, `/cases/${caseId}`);
      const [taken] = await Promise.all([
        under.page.waitForEvent('download'),
        under.page.getByRole('button', { name: '下载案卷' }).click(),
      ]);
      expect(taken.suggestedFilename()).toBe(`${caseId}.zip`);
      await looksRight(under);
      const { rows } = await under.house.db.query('select person, kind from exports where ref = $1', [caseId]);
      expect(rows).toEqual([{ person: officer, kind: 'archive' }]);

      await changePerson(under, 'supervisor-1', `/cases/${caseId}`);
      await under.page.getByText('只有办理或者决定本案的单位可以下载').waitFor();
      expect(await under.page.getByRole('button', { name: '下载案卷' }).count()).toBe(0);
    },
    TEST_MS,
  );
});

describe('the list of cases', () => {
  it(
    'given a case, when looked for by its number or its place, then it is found and the address keeps what was looked for; what isn’t there is said',
    async () => {
      const caseId = await reportOrdinary(under.house);
      const other = await reportSummary(under.house);
      await signIn(under, 'supervisor-1', '/cases');
      const { page } = under;
      await page.getByRole('link', { name: new RegExp(other) }).waitFor();
      const field = page.getByRole('searchbox', { name: '查找案件' });
      await field.fill(String(Number(caseId.slice(7))));
      await field.press('Enter');
      await page.getByRole('link', { name: new RegExp(other) }).waitFor({ state: 'hidden' });
      await page.getByRole('link', { name: new RegExp(caseId) }).waitFor();
      await looksRight(under);
      await page.reload();
      await page.getByRole('link', { name: new RegExp(caseId) }).waitFor();
      await field.fill('凌翔街');
      await page.getByRole('button', { name: '查找' }).click();
      await page.getByRole('link', { name: new RegExp(caseId) }).waitFor();
      await picture(under, 'cases-found');
      await field.fill('没有这个地方');
      await field.press('Enter');
      await page.getByText('没有符合筛选条件的案件').waitFor();
    },
    TEST_MS,
  );
});
