import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { it } from 'vitest';
import { investigate, reportBureau, reportOrdinary, reportSummary, STREET, warnOnSpot } from '../support/road';
import { changePerson, DESK, go, pagesUnderTest, PHONE, signIn } from './pagesUnderTest';

const under = pagesUnderTest();
const FOLDER = fileURLToPath(new URL('../../docs/pictures', import.meta.url));

it('takes the pictures', async () => {
  await mkdir(FOLDER, { recursive: true });
  const { house } = under;
  const take = (name: string) => under.page.screenshot({ path: `${FOLDER}/${name}.png` });
  const late = await reportSummary(house);
  await reportSummary(house);
  await warnOnSpot(house, await reportSummary(house));
  await reportBureau(house);
  const ordinary = await reportOrdinary(house);
  await reportOrdinary(house);
  await investigate(house, ordinary);
  await house.forward(late, 31 * 60_000);
  for (const text of ['小区门口晚上烧烤占道，油烟很大，还很吵，不知道归谁管', '有人乱倒垃圾，臭得很'])
    await house.post('dispatcher', '/api/v1/clues', { channel: 'walk_in', text });

  await under.page.setViewportSize(PHONE);
  await signIn(under, `officer-${STREET.code}-1`);
  await under.page.locator('.waiting-case').first().waitFor();
  await take('town');
  await under.page.setViewportSize(DESK);
  await changePerson(under, 'dispatcher');
  await under.page.locator('mark').first().waitFor();
  await take('dispatch');
  await changePerson(under, 'reviewer-1', `/review/${ordinary}`);
  await under.page
    .getByText(/✓ 具备/)
    .first()
    .waitFor();
  await take('review');
  await changePerson(under, 'supervisor-1', '/supervision');
  await under.page.locator('.chart canvas').first().waitFor();
  await take('supervision');
  await go(under, '/supervision/what-if');
  const { page } = under;
  await page.getByLabel('重复次数').selectOption('39');
  await page.locator('summary', { hasText: '时限' }).click();
  await page.getByLabel(/^假设：案源核查/).fill('1');
  await page.locator('summary', { hasText: '时限' }).click();
  await page.locator('summary', { hasText: '人员' }).click();
  await page.getByLabel(`假设：${STREET.name}（人）`).fill('4');
  await page.locator('summary', { hasText: '人员' }).click();
  await page.getByRole('button', { name: '推演现行和假设（2 处）' }).click();
  const result = page.getByRole('heading', { name: /^结果：/ });
  await result.waitFor({ timeout: 240_000 });
  await page.locator('.chart canvas').first().waitFor();
  await page.evaluate('scrollTo(0, document.querySelector(".what-if-run").offsetTop)');
  await take('what-if');
  await go(under, `/cases/${ordinary}`);
  await under.page.locator('.road').waitFor();
  await take('case');
  await under.page.setViewportSize({ width: 1600, height: 900 });
  await go(under, '/wall');
  await under.page.locator('.wall-slowest li').first().waitFor();
  await take('wall');
});
