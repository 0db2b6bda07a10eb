import axe, { type AxeResults } from 'axe-core';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { whilePaused } from '../support/pauseOnFile';
import { HUAIYUAN, investigate, reportOrdinary, reportSummary, STREET, YANGMA } from '../support/road';
import { Gate } from './gate';
import { launchBrowser } from './launchBrowser';

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

let house: House;
let browser: Browser;
let gate: Gate;
let page: Page;
/** What a page must never do, whatever else it is asked: break, be stopped by its own policy, ask other hosts. */
let complaints: string[];

beforeAll(async () => {
  browser = await launchBrowser();
  house = await openHouse({ demoSignIn: true });
  await house.app.listen({ host: '127.0.0.1', port: 0 });
  gate = new Gate((house.app.server.address() as AddressInfo).port);
  await gate.open();
});
beforeEach(async () => {
  const context = await browser.newContext({ viewport: DESK, locale: 'zh-CN' });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(gate.url)) complaints.push(`asked ${request.url()}`);
  });
});
afterEach(async () => {
  await page.context().close();
  expect(complaints).toEqual([]);
  await checkAllCases(house);
});
afterAll(async () => {
  await browser?.close();
  await gate?.shut();
  await house?.close();
});

async function signIn(person: string): Promise<void> {
  await page.goto(gate.url);
  await page.getByLabel('或输入人员编号').fill(person);
  await page.getByRole('button', { name: '登录', exact: true }).first().click();
  await page.getByRole('heading', { name: '各镇街' }).waitFor();
}

async function openCase(caseId: string): Promise<void> {
  await page.evaluate(`location.hash = '#/cases/${caseId}'`);
}

async function sendClue(text: string): Promise<void> {
  await page.getByLabel('反映内容').fill(text);
  await page.getByRole('button', { name: '上报' }).click();
}

async function cluesSaying(text: string): Promise<number> {
  const { rows } = await house.db.query<{ n: number }>('select count(*)::int as n from clues where text = $1', [text]);
  return rows[0]?.n ?? 0;
}

const tile = (town: string) => page.locator('.map').getByRole('button', { name: town });

describe('the first page', () => {
  it('given a dispatcher, when they report a clue, then the tile of its town changes and its case opens', async () => {
    await page.goto(gate.url);
    await page.getByRole('button', { name: '调度员 dispatcher' }).click();
    await expect.poll(() => tile(HUAIYUAN.name).textContent()).toContain('尚无案件');
    await sendClue('怀远镇洄澜街有人占道经营卖水果');
    await expect.poll(() => tile(HUAIYUAN.name).textContent()).toContain('绿灯 1');
    await page.getByRole('link', { name: /^打开案件/ }).click();
    await page.getByRole('heading', { name: '全程时间线' }).waitFor();
    expect(await page.locator('[aria-current=step]').textContent()).toContain('待接单');
    expect(await page.locator('.timeline').textContent()).toContain('案件生成');
  });

  it('given a case of one town, when an officer of another town looks, then it is not there', async () => {
    const caseId = await reportSummary(house);
    await signIn(`officer-${STREET.code}-1`);
    await page.getByRole('link', { name: caseId }).waitFor();
    await page.getByRole('link', { name: '换人' }).click();
    await page.getByLabel('镇街', { exact: true }).selectOption(YANGMA.name);
    await page.getByRole('button', { name: '执法人员', exact: true }).click();
    await expect.poll(() => tile(STREET.name).textContent()).toContain('不在您的范围');
    expect(await page.getByRole('link', { name: caseId }).count()).toBe(0);
    await openCase(caseId);
    await page.getByRole('heading', { name: '没有找到' }).waitFor();
  });

  it('given an investigated case, when the reviewer and its own officer open it, then each sees the acts that are theirs', async () => {
    const caseId = await reportOrdinary(house);
    await investigate(house, caseId);
    await signIn('reviewer-1');
    await openCase(caseId);
    await page.getByText('审核通过').waitFor();
    expect(await page.locator('[aria-current=step]').textContent()).toContain('法制审核');
    await signInAgain(`officer-${YANGMA.code}-1`, caseId);
    await page.getByRole('heading', { name: '您现在可以办' }).waitFor();
    expect(await page.getByText('审核通过').count()).toBe(0);
  });

  it('given an investigated case, when its officer opens it, then each period is reckoned day by day and its papers can be taken', async () => {
    const caseId = await reportOrdinary(house);
    await investigate(house, caseId);
    await signIn(`officer-${YANGMA.code}-1`);
    await openCase(caseId);
    const reckoning = page.locator('.reckoning').first();
    await reckoning.locator('summary').click();
    expect(await reckoning.locator('li').first().textContent()).toMatch(/^\d{4}-\d{2}-\d{2}/);
    expect(await page.locator('.case').textContent()).not.toContain('[object');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: /^下载 立案审批表 .* PDF$/ }).click();
    expect((await saved).suggestedFilename()).toMatch(/^立案审批表 崇羊马执立字.*\.pdf$/);
  });

  it('given a case whose clocks are paused, then its light is grey in words, and no due time is foretold', async () => {
    const caseId = await reportOrdinary(house);
    await whilePaused(house, caseId, async () => {
      await signIn('supervisor-1');
      await openCase(caseId);
      await page.getByText('暂停中，恢复后重新推算到期时间').waitFor();
      expect(await page.locator('.clocks').textContent()).toMatch(/灰灯（暂停）.*期限 30分钟.*至 今 暂停：检测/);
    });
  });

  it('given the API gone, when it comes back, then the page said so, kept its picture, and goes on by itself', async () => {
    await signIn('supervisor-1');
    await gate.shut();
    await page.getByText(/接口连不上.*画面停在/).waitFor();
    expect(await page.locator('.tile').count()).toBe(15);
    await gate.open();
    await page.getByText(/画面停在/).waitFor({ state: 'hidden' });
    await page.getByText(/^更新于 \d\d:\d\d:\d\d$/).waitFor();
  });

  it('given an answer that got lost, when the same words are sent again, then there is one clue', async () => {
    const text = '三江街道牂牁社区门口有人占道经营卖烧烤';
    await signIn('dispatcher');
    let lost = 0;
    await page.route('**/api/v1/clues', async (route) => {
      await route.fetch();
      lost += 1;
      await route.abort();
    });
    await sendClue(text);
    await page.getByText(/不会重复登记/).waitFor();
    await page.unroute('**/api/v1/clues');
    await page.reload();
    await page.getByText('这一条上次没有得到答复').waitFor();
    await page.getByRole('button', { name: '上报' }).click();
    await page.getByRole('link', { name: /^打开案件/ }).waitFor();
    expect([lost, await cluesSaying(text)]).toEqual([1, 1]);
  });

  it('given markup in a clue, when it waits at the desk, then it is read as text and nothing of it runs', async () => {
    const text = '<img src=x onerror="document.title=1"><b>有人乱倒垃圾</b>';
    await house.post('dispatcher', '/api/v1/clues', { channel: 'web', text });
    await signIn('dispatcher');
    await page.locator('.open-clues').getByText(text).waitFor();
    expect(await page.title()).toContain('分级办案');
  });

  it('given filters, when a tile is pressed, then the list holds that town only, and pages turn by cursor', async () => {
    for (let n = 0; n < 21; n += 1) await reportSummary(house);
    await signIn('supervisor-1');
    await tile(STREET.name).click();
    await expect.poll(() => tile(STREET.name).getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: '下一页' }).click();
    await page.getByText('第 2 页').waitFor();
    expect(new Set(await page.locator('.cases a > span:nth-of-type(2)').allTextContents())).toEqual(
      new Set([STREET.name]),
    );
    await page.getByRole('combobox', { name: '灯' }).selectOption('红灯');
    await page.getByText('没有符合筛选条件的案件').waitFor();
  });
});

describe('signing in', () => {
  it('given no development issuer, then a token is asked for, a bad one is refused with a sentence, and a good one works', async () => {
    const signed = await house.app.inject({ method: 'POST', url: '/demo/sign-in', payload: { name: 'supervisor-1' } });
    await page.route('**/api/v1/sign-in', (route) => route.fulfill({ json: { demo: false } }));
    const posted: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') posted.push(request.url());
    });
    await page.goto(gate.url);
    await page.getByText('没有开放演示登录').waitFor();
    expect(posted).toEqual([]);
    await page.getByLabel('访问令牌').fill('not a token');
    await page.keyboard.press('Enter');
    await page.getByText('令牌无效或已过期').waitFor();
    await page.getByLabel('访问令牌').fill(signed.json<{ token: string }>().token);
    await page.keyboard.press('Enter');
    await page.getByText('督查人员 · 市综合执法局').waitFor();
  });

  it('given a token that has expired, when the page asks with it, then it is back at the sign-in and says why', async () => {
    await signIn('dispatcher');
    await page.evaluate(`sessionStorage.setItem('token', 'expired')`);
    await page.getByText('登录已过期或令牌无效').waitFor();
    await page.getByRole('button', { name: '调度员 dispatcher' }).waitFor();
  });

  it('given somebody who is not on the roster, then they are told whom to ask', async () => {
    await page.goto(gate.url);
    await page.getByLabel('或输入人员编号').fill('nobody');
    await page.keyboard.press('Enter');
    await page.getByText('不在执法人员名册中').waitFor();
  });
});

describe('for everybody', () => {
  for (const [name, viewport] of Object.entries({ desk: DESK, phone: PHONE })) {
    it(`given a ${name}, then nothing scrolls sideways and axe finds nothing serious`, async () => {
      await page.setViewportSize(viewport);
      const caseId = await reportOrdinary(house);
      await page.goto(gate.url);
      await page.getByRole('button', { name: '调度员 dispatcher' }).waitFor();
      await looksRight();
      await signIn('dispatcher');
      await sendClue('有人乱倒垃圾');
      await page.locator('.judged').waitFor();
      await looksRight();
      await openCase(caseId);
      await page.getByRole('heading', { name: '全程时间线' }).waitFor();
      await looksRight();
    });
  }
});

async function looksRight(): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), 'scrolls sideways').toBe(true);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

async function signInAgain(person: string, caseId: string): Promise<void> {
  await page.evaluate('sessionStorage.clear()');
  await signIn(person);
  await openCase(caseId);
}
