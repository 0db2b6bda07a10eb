import { describe, expect, it } from 'vitest';
import { ok, reportSummary, STREET } from '../support/road';
import { go, pagesUnderTest, PATIENCE_MS, PHONE, picture, signIn, TEST_MS } from './pagesUnderTest';

const under = pagesUnderTest(PHONE);
const OFFICER = `officer-${STREET.code}-1`;

/** A page that never asks by itself: what it learns, it learns from the stream. */
async function withoutAsking(): Promise<void> {
  await under.page.addInitScript(`
    const interval = window.setInterval.bind(window);
    window.setInterval = (work, ms, ...more) => (ms >= 2000 ? 0 : interval(work, ms, ...more));
  `);
}

const row = (caseId: string) => under.page.locator('.waiting-case', { hasText: caseId });

/** Only then does the page hear what happens next. */
const streamOpen = () =>
  under.page.waitForResponse((response) => response.url().endsWith('/api/v1/live') && response.status() === 200);

describe('a page that is told', () => {
  it(
    'given a page that never asks by itself, when a case runs out of time and is then accepted, then it shows both; given the link breaks off, it goes on after it is back',
    async () => {
      const caseId = await reportSummary(under.house);
      await withoutAsking();
      await signIn(under, OFFICER);
      const opened = streamOpen();
      await go(under, '/town');
      await opened;
      await expect.poll(() => row(caseId).textContent()).toContain('绿灯');
      await under.house.forward(caseId, 31 * 60_000);
      await expect.poll(() => row(caseId).textContent(), { timeout: PATIENCE_MS }).toContain('红灯');
      await picture(under, 'live-red');
      await ok(under.house.act(OFFICER, caseId, 'accept'));
      await expect.poll(() => row(caseId).textContent(), { timeout: PATIENCE_MS }).toContain('现场核查');

      await under.gate.shut();
      await under.page.getByText(/接口连不上.*画面停在/).waitFor();
      await ok(under.house.act(OFFICER, caseId, 'verify', { violation: true, facts: '刻痕' }));
      await under.gate.open();
      await under.page.getByText(/画面停在/).waitFor({ state: 'hidden' });
      await expect.poll(() => row(caseId).textContent(), { timeout: PATIENCE_MS }).not.toContain('现场核查');
    },
    TEST_MS,
  );

  it(
    'given a service without a stream, then the page asks by itself and shows what happened',
    async () => {
      const caseId = await reportSummary(under.house);
      await under.page.route('**/api/v1/live', (route) => route.fulfill({ status: 503, body: '' }));
      await signIn(under, OFFICER, '/town');
      await row(caseId).waitFor();
      await ok(under.house.act(OFFICER, caseId, 'accept'));
      await expect.poll(() => row(caseId).textContent(), { timeout: PATIENCE_MS }).toContain('现场核查');
    },
    TEST_MS,
  );

  it(
    'given a case page that never asks by itself, when somebody else acts in the case, then its timeline and its stage move',
    async () => {
      const caseId = await reportSummary(under.house);
      await withoutAsking();
      await signIn(under, 'supervisor-1');
      const opened = streamOpen();
      await go(under, `/cases/${caseId}`);
      await opened;
      await under.page.locator('[aria-current=step]', { hasText: '待接单' }).waitFor();
      await ok(under.house.act(OFFICER, caseId, 'accept'));
      await under.page.locator('[aria-current=step]', { hasText: '现场核查' }).waitFor();
      await under.page.locator('.timeline', { hasText: '接单' }).waitFor();
    },
    TEST_MS,
  );
});
