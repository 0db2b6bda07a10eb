import { describe, expect, it } from 'vitest';
import { reportSummary, STREET } from '../support/road';
import { go, looksRight, pagesUnderTest, picture, signIn, TEST_MS } from './pagesUnderTest';

const under = pagesUnderTest();

/** What the town desk may cost over the air before it is of use, compressed, in bytes. */
const FIRST_LOAD = 300 * 1024;

describe('the shell', () => {
  it(
    'given nobody, when a page is opened, then they are asked to sign in, and come back to that page; no script can read the cookie',
    async () => {
      await go(under, '/supervision');
      await under.page.getByRole('link', { name: '登录' }).waitFor();
      await looksRight(under);
      await picture(under, 'sign-in');
      await under.page.getByRole('link', { name: '登录' }).click();
      await under.page.getByRole('heading', { name: '演示登录：选择一位人员' }).waitFor();
      await looksRight(under);
      await under.page.getByRole('button', { name: /supervisor-1/ }).click();
      await under.page.getByRole('heading', { name: '督查', level: 1 }).waitFor();
      expect(new URL(under.page.url()).pathname).toBe('/supervision');
      expect(await under.page.evaluate('document.cookie')).toBe('');
      expect(await under.page.evaluate('JSON.stringify([localStorage, sessionStorage])')).not.toMatch(/ey[A-Za-z0-9]/);
    },
    TEST_MS,
  );

  it(
    'given somebody who is not on the roster, then they are told whom to ask',
    async () => {
      await signInAsNobody();
      await under.page.getByText('不在执法人员名册中').waitFor();
      await looksRight(under);
    },
    TEST_MS,
  );

  it(
    'given a session that has run out, when the page asks, then it is back at the sign-in, says why, and what was written is kept',
    async () => {
      const caseId = await reportSummary(under.house);
      const officer = `officer-${STREET.code}-1`;
      await signIn(under, officer);
      await go(under, `/cases/${caseId}/acts/return_dispatch`);
      await under.page.getByLabel('退单理由').fill('不在本镇');
      await under.house.db.query('update sessions set until = now()');
      await under.page.getByText('登录已过期，请重新登录').waitFor();
      await picture(under, 'session-ended');
      await signInFromHere(officer);
      await expect.poll(() => under.page.getByLabel('退单理由').inputValue()).toBe('不在本镇');
    },
    TEST_MS,
  );

  it(
    'given somebody who signs out, then their drafts go with them, and the next at this machine sees nothing of theirs',
    async () => {
      const caseId = await reportSummary(under.house);
      await signIn(under, `officer-${STREET.code}-1`);
      await go(under, `/cases/${caseId}/acts/return_dispatch`);
      await under.page.getByLabel('退单理由').fill('不在本镇');
      const asked: string[] = [];
      under.page.once('dialog', (dialog) => {
        asked.push(dialog.message());
        void dialog.dismiss();
      });
      await under.page.getByRole('button', { name: '退出' }).click();
      await expect.poll(() => asked).toEqual([expect.stringContaining('1 份表单没有提交')]);
      expect(await under.page.getByLabel('退单理由').inputValue()).toBe('不在本镇');
      under.page.once('dialog', (dialog) => void dialog.accept());
      await under.page.getByRole('button', { name: '退出' }).click();
      await under.page.getByText('您已退出登录').waitFor();
      expect(await under.page.evaluate('JSON.stringify(localStorage)')).not.toContain('不在本镇');
      await go(under, '/town');
      await under.page.getByRole('link', { name: '登录' }).waitFor();
    },
    TEST_MS,
  );

  it(
    'given the API gone, when it comes back, then the page said so, kept its picture, and goes on by itself',
    async () => {
      await signIn(under, 'supervisor-1', '/supervision');
      await under.page.locator('.tile').first().waitFor();
      await under.gate.shut();
      await under.page.getByText(/接口连不上.*画面停在/).waitFor();
      expect(await under.page.locator('.tile').count()).toBe(15);
      await picture(under, 'away');
      await under.gate.open();
      await under.page.getByText(/画面停在/).waitFor({ state: 'hidden' });
    },
    TEST_MS,
  );

  it(
    'given a service that is away, when somebody signs out, then they are told that they are still signed in',
    async () => {
      await signIn(under, 'supervisor-1', '/supervision');
      await under.gate.shut();
      await under.page.getByRole('button', { name: '退出' }).click();
      await under.page.getByText(/没有退出：接口连不上/).waitFor();
      await under.gate.open();
      await under.page.getByRole('button', { name: '退出' }).click();
      await under.page.getByText('您已退出登录').waitFor();
    },
    TEST_MS,
  );

  it(
    'given an address that names no page, and a desk that is not theirs, then each is said in words',
    async () => {
      await signIn(under, `officer-${STREET.code}-1`);
      await go(under, '/dispatch');
      await under.page.getByText('您无权查看').first().waitFor();
      await picture(under, 'forbidden');
      const missing = await go(under, '/nonsense');
      expect(missing?.status()).toBe(404);
      await under.page.getByText('没有这个页面').waitFor();
      await go(under, '/cases/abc');
      await under.page.getByText('地址里的编号不完整或者有误').waitFor();
      await go(under, '/cases/CZ2026-000000');
      await under.page.getByText('没有找到').waitFor();
      await looksRight(under);
    },
    TEST_MS,
  );

  it(
    'given the town desk opened for the first time, then what comes over the air is within its budget',
    async () => {
      await signIn(under, `officer-${STREET.code}-1`, '/town');
      await under.page.getByRole('heading', { level: 1 }).waitFor();
      const client = await under.page.context().newCDPSession(under.page);
      await client.send('Network.enable');
      await client.send('Network.setCacheDisabled', { cacheDisabled: true });
      let bytes = 0;
      client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
      await under.page.reload();
      await under.page.getByText('没有等着办的案件').or(under.page.locator('.waiting-case')).first().waitFor();
      await under.page.waitForLoadState('networkidle');
      expect(bytes).toBeGreaterThan(50_000);
      expect(bytes).toBeLessThan(FIRST_LOAD);
    },
    TEST_MS,
  );
});

async function signInAsNobody(): Promise<void> {
  await go(under, '/');
  await under.page.getByRole('link', { name: '登录' }).click();
  await under.page.getByLabel('或输入人员编号').fill('nobody');
  await under.page.keyboard.press('Enter');
}

async function signInFromHere(person: string): Promise<void> {
  await under.page.getByRole('link', { name: '登录' }).click();
  await under.page.getByLabel('或输入人员编号').fill(person);
  await under.page.keyboard.press('Enter');
}
