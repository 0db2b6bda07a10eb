import { describe, expect, it } from 'vitest';
import { HUAIYUAN, reportOrdinary, reportSummary, STREET, warnOnSpot, YANGMA } from '../support/road';
import { evaluateCases } from '../../evaluation/evaluateCases';
import { go, looksRight, pagesUnderTest, picture, signIn, TEST_MS } from './pagesUnderTest';

const under = pagesUnderTest();

describe('the supervision desk', () => {
  it(
    'given cases in two towns, when a cell of the matrix is opened, then the list holds just those',
    async () => {
      const here = await reportSummary(under.house);
      const there = await reportOrdinary(under.house);
      await signIn(under, 'supervisor-1');
      await under.page.locator('.chart canvas').first().waitFor();
      await looksRight(under);
      await picture(under, 'supervision');
      await under.page.getByText('以表格查看').click();
      await under.page.getByRole('link', { name: new RegExp(`^${STREET.name} 待接单 \\d+ 件，最急为绿灯`) }).click();
      // The desk lists urgent cases too: what is counted is the page that was led to.
      await under.page.getByRole('heading', { name: '案件', level: 1 }).waitFor();
      await under.page.getByRole('link', { name: new RegExp(here) }).waitFor();
      expect(await under.page.getByRole('link', { name: new RegExp(there) }).count()).toBe(0);
      await under.page.getByRole('combobox', { name: '镇街', exact: true }).selectOption(YANGMA.code);
      await under.page.getByRole('link', { name: new RegExp(there) }).waitFor();
      await under.page.getByRole('combobox', { name: '灯', exact: true }).selectOption('red');
      await under.page.getByText('没有符合筛选条件的案件').waitFor();
      await picture(under, 'cases');
    },
    TEST_MS,
  );

  it(
    'given many cases, when the next page is wanted, then it comes, and back',
    async () => {
      for (let n = 0; n < 21; n += 1) await reportSummary(under.house);
      await signIn(under, 'supervisor-1', `/cases?town=${STREET.code}`);
      await under.page.getByRole('button', { name: '下一页' }).click();
      await under.page.getByText('第 2 页').waitFor();
      await under.page.getByRole('button', { name: '上一页' }).click();
      await under.page.getByText('第 1 页').waitFor();
    },
    TEST_MS,
  );

  it(
    'given a closed case, when its figure is opened, then the case behind it is named',
    async () => {
      const caseId = await reportSummary(under.house);
      await warnOnSpot(under.house, caseId);
      while ((await evaluateCases(under.house.db)) > 0);
      await signIn(under, 'supervisor-1');
      await go(under, '/supervision/evaluation?view=indicators');
      await under.page
        .locator('select', { has: under.page.locator('option[value=closed_in_town]') })
        .selectOption('closed_in_town');
      await under.page.getByRole('button', { name: '看案件' }).first().click();
      await under.page.getByRole('link', { name: caseId }).waitFor();
      await looksRight(under);
      await picture(under, 'evaluation');
    },
    TEST_MS,
  );

  it(
    'given two towns of whom enough is known and one of whom it isn’t, then two have places as intervals, one none; another version stands beside it; a figure leads to its cases',
    async () => {
      const caseId = await reportSummary(under.house);
      const [first] = under.house.evaluation.formulas;
      if (first === undefined) throw new Error('no formula');
      const second = { ...first, version: 2, parts: first.parts.map((part) => ({ ...part, weight: 20 })) };
      (under.house.evaluation.formulas as (typeof first)[]).push(second);
      // As if counted from many cases: what is looked at here is the page.
      for (const [at, [town, n, share]] of (
        [
          [STREET.code, 60, 0.9],
          [YANGMA.code, 60, 0.5],
          [HUAIYUAN.code, 4, 1],
        ] as const
      ).entries()) {
        await under.house.db.query(
          `insert into observations (case_id, indicator, version, n, day, town, org, officer, hit, ms)
           select $1, p.indicator, p.version, $5 * 1000 + i, current_date, $2, $2, null,
             (i <= $3 * $4::numeric) = (p.counts = 'share'), 0
           from generate_series(1, $3::int) i, jsonb_to_recordset($6) p (indicator text, version int, counts text)`,
          [
            caseId,
            town,
            n,
            share,
            at + 1,
            JSON.stringify(
              first.parts.map((part) => ({
                indicator: part.indicator,
                version: part.indicatorVersion,
                counts: part.countsAs,
              })),
            ),
          ],
        );
      }
      await signIn(under, 'supervisor-1');
      await go(under, '/supervision/evaluation');
      const row = (name: string) => under.page.locator('tr', { hasText: name });
      await row(STREET.name).getByText('第 1 名').waitFor();
      await row(YANGMA.name).getByText('第 2 名').waitFor();
      await row(HUAIYUAN.name).getByText('不排名（最小样本 4）').waitFor();
      await row(HUAIYUAN.name).getByText('样本太少').waitFor();
      await under.page.getByText(/个镇街没有办结案件/).waitFor();
      await under.page.getByLabel('并列比较').selectOption('1');
      await under.page.getByRole('columnheader', { name: '第 1 版得分和名次' }).waitFor();
      await looksRight(under);
      await picture(under, 'scores');
      // So low that what comes below is out of sight.
      await under.page.setViewportSize({ width: 1366, height: 450 });
      await row(YANGMA.name)
        .getByRole('button', { name: / 30\/60$/ })
        .first()
        .click();
      const behind = under.page.getByRole('heading', { name: new RegExp(`^${YANGMA.name}，.*背后的案件`) });
      await behind.waitFor();
      await expect.poll(async () => (await behind.boundingBox())?.y ?? Infinity).toBeLessThan(450);
      await under.page.getByRole('link', { name: caseId }).first().waitFor();
      await under.page.setViewportSize({ width: 683, height: 450 });
      await looksRight(under);
      await picture(under, 'scores-zoomed');
    },
    TEST_MS,
  );
});
