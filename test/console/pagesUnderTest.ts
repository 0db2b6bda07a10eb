import axe, { type AxeResults } from 'axe-core';
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { readEnv } from '../../config/env';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { Gate } from './gate';
import { launchBrowser } from './launchBrowser';

export const DESK = { width: 1366, height: 900 };
export const PHONE = { width: 390, height: 844 };
/** Machines that others work on too are slow: what is waited for is a condition, and this only ends what never comes. */
export const PATIENCE_MS = 45_000;
export const TEST_MS = 240_000;

export interface UnderTest {
  readonly house: House;
  readonly browser: Browser;
  readonly gate: Gate;
  page: Page;
}

/**
 * A house with a browser in front of it, for one file of tests: every test has a page of its own, and whatever a page must
 * never do fails it: break, be stopped by its own policy, ask other hosts.
 */
export function pagesUnderTest(viewport = DESK): UnderTest {
  const under = {} as { -readonly [K in keyof UnderTest]: UnderTest[K] };
  let complaints: string[] = [];
  beforeAll(async () => {
    under.browser = await launchBrowser();
    under.house = await openHouse();
    await under.house.app.listen({ host: '127.0.0.1', port: 0 });
    under.gate = new Gate((under.house.app.server.address() as AddressInfo).port);
    await under.gate.open();
  }, TEST_MS);
  beforeEach(async () => {
    const context = await under.browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'America/New_York' });
    under.page = await context.newPage();
    under.page.setDefaultTimeout(PATIENCE_MS);
    complaints = [];
    watch(under.page, under.gate, complaints);
  });
  afterEach(async () => {
    // Chromium may say yes to a close amid a navigation and stay open (microsoft/playwright#42366): an empty page goes nowhere.
    await under.page.goto('about:blank');
    await under.page.context().close();
    expect(complaints).toEqual([]);
    await checkAllCases(under.house);
  }, TEST_MS);
  afterAll(async () => {
    await under.browser?.close();
    await under.gate?.shut();
    await under.house?.close();
  }, TEST_MS);
  return under;
}

function watch(page: Page, gate: Gate, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy') && !message.location().url.startsWith('chrome-extension:'))
      complaints.push(message.text());
  });
  page.on('request', (request) => {
    // The browser's own viewer of papers asks for its own parts; other hosts are what counts.
    if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(gate.url)) complaints.push(request.url());
  });
}

/** Through the development issuer's own page, as a person does it. */
export async function signIn({ page, gate }: UnderTest, person: string, path = '/'): Promise<void> {
  await page.goto(`${gate.url}${path}`);
  await page.getByRole('link', { name: '登录' }).click();
  await page.getByLabel('或输入人员编号').fill(person);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '退出' }).waitFor();
}

/** Somebody else at the same machine. */
export async function changePerson(under: UnderTest, person: string, path = '/'): Promise<void> {
  await under.page.context().clearCookies();
  await signIn(under, person, path);
}

export const go = ({ page, gate }: UnderTest, path: string) => page.goto(`${gate.url}${path}`);

/** Kept where whoever changed a page can look at it. */
export async function picture({ page }: UnderTest, name: string): Promise<void> {
  const folder = join(readEnv().localDir, 'test', 'pictures');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** Fits its window, says nothing in English but codes, and gives nobody who can't see or point a serious obstacle. */
export async function looksRight({ page }: UnderTest): Promise<void> {
  const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(wide, 'scrolls sideways').toBeLessThanOrEqual(0);
  const files = await page.locator('input[type=file]').evaluateAll((all) => all.map((one) => one.clientWidth));
  expect(Math.max(0, ...files), 'the browser’s own button, in the browser’s language').toBeLessThanOrEqual(1);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
