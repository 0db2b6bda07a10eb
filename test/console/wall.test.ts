import { describe, expect, it } from 'vitest';
import { investigate, reportBureau, reportOrdinary, reportSummary, STREET, warnOnSpot } from '../support/road';
import { changePerson, go, looksRight, pagesUnderTest, PATIENCE_MS, picture, signIn, TEST_MS } from './pagesUnderTest';

const under = pagesUnderTest({ width: 1920, height: 1080 });
const DAY_MS = 24 * 3_600_000;

/** Signs in, hangs the wall up at this browser, and so leaves. */
async function hangUp(place: string): Promise<void> {
  const { page } = under;
  await signIn(under, 'dispatcher');
  await go(under, '/wall');
  await page.getByRole('button', { name: '设为常开' }).click();
  await page.getByLabel('挂在哪里').fill(place);
  await page.getByRole('dialog').getByRole('button', { name: '设为常开' }).click();
  await page.getByText(`${place} · 常开`).waitFor();
}

const clues = async (): Promise<number> =>
  Number(
    await under.page
      .locator('.figures div', { hasText: '今日线索' })
      .locator('dd')
      .evaluate((dd) => dd.firstChild?.textContent),
  );

describe('the wall', () => {
  it(
    'given a screen that the dispatcher hung up, then at that machine they are signed in no more, and the wall goes on',
    async () => {
      const { page } = under;
      await hangUp('东墙');
      await go(under, '/dispatch');
      await page.getByRole('link', { name: '登录' }).waitFor();
      await go(under, '/wall');
      await page.getByText('东墙 · 常开').waitFor();
      expect(await page.getByRole('button', { name: '设为常开' }).count()).toBe(0);
    },
    TEST_MS,
  );

  it(
    'given that screen, when five days pass in which every sign-in ends and the service is away at one of its daily reloads, then it shows what came meanwhile',
    async () => {
      const { page, house, gate } = under;
      await page.clock.install();
      await hangUp('西墙');
      await house.db.query('update sessions set until = now()');
      const before = await clues();
      const loads = { count: 0 };
      page.on('load', () => (loads.count += 1));
      for (const day of [1, 2, 3, 4, 5]) {
        if (day === 3) await gate.shut();
        const wanted = loads.count + 1;
        await page.clock.fastForward(DAY_MS);
        if (day === 3) {
          await page.getByText(/接口连不上.*画面停在/).waitFor();
          expect(await page.locator('.wall-tile').count()).toBe(15);
          await gate.open();
          await page.clock.fastForward(6_000);
          await page.getByText(/画面停在/).waitFor({ state: 'hidden' });
        } else {
          await expect.poll(() => loads.count, { timeout: PATIENCE_MS }).toBeGreaterThanOrEqual(wanted);
        }
        await page.getByText('西墙 · 常开').waitFor();
      }
      await reportSummary(house);
      await page.clock.fastForward(6_000);
      await expect.poll(clues, { timeout: PATIENCE_MS }).toBe(before + 1);
    },
    TEST_MS,
  );

  it(
    'given a wall that somebody merely looks at, when their sign-in ends, then it stands at the sign-in',
    async () => {
      const { page, house } = under;
      await signIn(under, 'supervisor-1');
      await go(under, '/wall');
      await page.locator('.wall-tile').first().waitFor();
      await house.db.query('update sessions set until = now()');
      await page.getByText('登录已过期，请重新登录').waitFor();
    },
    TEST_MS,
  );

  it(
    'given a case, when it runs out of time, then the wall shows it red by itself',
    async () => {
      const { page, house } = under;
      const caseId = await reportSummary(house);
      await hangUp('南墙');
      await page.locator('.wall-slowest li').first().waitFor();
      const red = page.locator('.wall-slowest .light.red');
      expect(await red.count()).toBe(0);
      await house.forward(caseId, 31 * 60_000);
      await red.first().waitFor();
    },
    TEST_MS,
  );

  it(
    'given the security administrator, when they end the screen, then it stands at the sign-in by itself',
    async () => {
      const { page, browser } = under;
      await hangUp('北墙');
      const wall = page;
      const desk = await browser.newContext({ locale: 'zh-CN' });
      under.page = await desk.newPage();
      await signIn(under, 'security-admin', '/administration/sessions');
      const row = under.page.locator('tr', { hasText: '北墙' });
      await looksRight(under);
      await picture(under, 'screens');
      await row.getByRole('button', { name: '结束常开' }).click();
      await under.page.getByRole('tooltip').getByRole('button', { name: '结束常开' }).click();
      await row.waitFor({ state: 'detached' });
      await desk.close();
      under.page = wall;
      await page.getByRole('link', { name: '登录' }).waitFor();
    },
    TEST_MS,
  );

  it(
    'given a city at work, then all of it stands on one screen, large enough for five metres, on each of the usual screens',
    async () => {
      const { page, house } = under;
      const late = await reportSummary(house);
      for (let n = 0; n < 3; n += 1) await warnOnSpot(house, await reportSummary(house));
      await reportBureau(house);
      await investigate(house, await reportOrdinary(house));
      await house.forward(late, 31 * 60_000);
      await hangUp('指挥大厅东墙');
      await page.locator('.wall-slowest li').first().waitFor();
      await page.locator('.wall-ranking tr', { hasText: STREET.name }).waitFor();
      for (const [width, height] of [
        [1920, 1080],
        [1366, 768],
        [3840, 2160],
        [2560, 1080],
      ] as const) {
        await page.setViewportSize({ width, height });
        await picture(under, `wall-${width}x${height}`);
        await looksRight(under);
        const high = await page.evaluate('document.documentElement.scrollHeight - innerHeight');
        expect([width, height, high], 'does not fit one screen').toEqual([width, height, 0]);
        expect(await cutOff(), `${width} × ${height}`).toEqual([]);
        expect(await small(Math.min(0.014 * width, 0.025 * height) * 0.98), `${width} × ${height}`).toEqual([]);
      }
    },
    TEST_MS,
  );

  it(
    'given an officer of a town, then the wall is not theirs, and it is said',
    async () => {
      await changePerson(under, `officer-${STREET.code}-1`);
      await go(under, '/wall');
      await under.page.getByText('您无权查看').waitFor();
      await looksRight(under);
    },
    TEST_MS,
  );
});

/** Texts that are set smaller than this, in px. */
const small = (least: number): Promise<unknown> =>
  under.page.evaluate(`(() => {
    const found = [];
    const walker = document.createTreeWalker(document.querySelector('.wall'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const said = node.textContent.trim();
      if (said !== '' && !parent.classList.contains('unseen') && parseFloat(getComputedStyle(parent).fontSize) < ${least})
        found.push(said);
    }
    return found;
  })()`);

/** Boxes that hold more than they show. */
const cutOff = (): Promise<unknown> =>
  under.page
    .evaluate(`[...document.querySelectorAll('.wall, .wall section, .wall-tile, .wall .figures div, .wall td, .wall th')]
    .filter((box) => box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1)
    .map((box) => box.className + ': ' + box.textContent)`);
