import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { investigate, reportOrdinary, reportSummary, STREET, YANGMA } from '../support/road';
import { DESK, go, looksRight, pagesUnderTest, PHONE, picture, signIn, TEST_MS } from './pagesUnderTest';

const under = pagesUnderTest();
/** A page at 200 % has half the window. */
const ZOOMED = { width: DESK.width / 2, height: DESK.height / 2 };

let ordinary: string | null = null;
async function ordinaryCase(): Promise<string> {
  if (ordinary === null) {
    ordinary = await reportOrdinary(under.house);
    await investigate(under.house, ordinary);
  }
  return ordinary;
}

const PAGES: Readonly<Record<string, readonly string[]>> = {
  dispatcher: ['/dispatch', '/dispatch/report', '/cases', '/cases/ID'],
  'supervisor-1': ['/supervision', '/supervision/urging', '/supervision/evaluation', '/supervision/what-if', '/wall'],
  'reviewer-1': ['/review', '/review/ID', '/cases/ID/acts/return_review'],
  [`officer-${YANGMA.code}-1`]: ['/town', '/cases/ID', '/cases/ID/acts/record_scene'],
};

describe('for everybody', () => {
  for (const [person, paths] of Object.entries(PAGES)) {
    it(
      `given ${person}, when each of their pages is seen on a phone and at 200 %, then nothing scrolls sideways and axe finds nothing serious`,
      async () => {
        const caseId = await ordinaryCase();
        await signIn(under, person);
        for (const path of paths) {
          await go(under, path.replace('ID', caseId));
          await under.page.getByRole('heading', { level: 1 }).first().waitFor();
          await under.page.getByText('正在读取……').first().waitFor({ state: 'detached' });
          for (const [name, size] of Object.entries({ phone: PHONE, zoomed: ZOOMED })) {
            await under.page.setViewportSize(size);
            await looksRight(under);
            await picture(under, `${path.slice(1).replaceAll('/', '-')}-${person.split('-')[0]}-${name}`);
          }
        }
      },
      TEST_MS,
    );
  }

  it(
    'given no mouse, when somebody signs in, accepts a case and records what they found, then the keyboard is enough',
    async () => {
      const caseId = await reportSummary(under.house);
      const { page } = under;
      await go(under, '/town');
      await reach(page.getByRole('link', { name: '登录' }));
      await page.keyboard.press('Enter');
      await reach(page.getByLabel('或输入人员编号'));
      await page.keyboard.type(`officer-${STREET.code}-1`);
      await page.keyboard.press('Enter');
      await reach(page.locator('.waiting-case', { hasText: caseId }).getByRole('link', { name: '接单' }));
      await page.keyboard.press('Enter');
      await reach(page.getByRole('button', { name: '提交接单' }));
      await page.keyboard.press('Enter');
      await page.getByText('已提交：接单').waitFor();
      await reach(page.getByRole('link', { name: '现场核查', exact: true }));
      await page.keyboard.press('Enter');
      await reach(page.getByRole('radio', { name: '是', exact: true }));
      await page.keyboard.press('Space');
      // The arrows go round the group: to the other answer and back.
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowLeft');
      expect(await page.getByRole('radio', { name: '是', exact: true }).isChecked()).toBe(true);
      await reach(page.getByLabel('核查情况'));
      await page.keyboard.type('现场见新刻痕');
      await reach(page.getByRole('button', { name: '提交现场核查' }));
      await page.keyboard.press('Enter');
      await page.getByText('已提交：现场核查').waitFor();
    },
    TEST_MS,
  );
});

/** Tab, and only that, until it is there. */
async function reach(goal: Locator): Promise<void> {
  await goal.waitFor();
  const there = (): Promise<boolean> => goal.evaluate((element) => element === element.ownerDocument.activeElement);
  for (let n = 0; n < 80 && !(await there()); n += 1) await under.page.keyboard.press('Tab');
  expect(await there()).toBe(true);
}
