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
  'supervisor-1': ['/supervision', '/supervision/evaluation', '/wall'],
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
    'given no mouse, when the town goes from its desk to an accepted case, then the keyboard is enough',
    async () => {
      const caseId = await reportSummary(under.house);
      await signIn(under, `officer-${STREET.code}-1`, '/town');
      const link = under.page.locator('.waiting-case', { hasText: caseId }).getByRole('link', { name: '接单' });
      await link.waitFor();
      const focused = async (): Promise<boolean> =>
        link.evaluate((element) => element === element.ownerDocument.activeElement);
      for (let n = 0; n < 60 && !(await focused()); n += 1) await under.page.keyboard.press('Tab');
      expect(await focused()).toBe(true);
      await under.page.keyboard.press('Enter');
      const button = under.page.getByRole('button', { name: '提交接单' });
      await button.waitFor();
      const ready = async (): Promise<boolean> =>
        button.evaluate((element) => element === element.ownerDocument.activeElement);
      for (let n = 0; n < 40 && !(await ready()); n += 1) await under.page.keyboard.press('Tab');
      await under.page.keyboard.press('Enter');
      await under.page.getByText('已提交：接单').waitFor();
    },
    TEST_MS,
  );
});
