import { expect, describe, it } from 'vitest';
import { STREET } from '../support/road';
import { changePerson, DESK, go, looksRight, pagesUnderTest, PHONE, picture, signIn, TEST_MS } from './pagesUnderTest';

const under = pagesUnderTest();
const PATH = '/supervision/what-if';

async function shortSeason(): Promise<void> {
  const { page } = under;
  await page.getByLabel('到', { exact: true }).fill('2026-03-31');
  await page.getByLabel('从', { exact: true }).fill('2026-03-01');
  await page.getByLabel('重复次数').selectOption('39');
  await page.getByLabel('种子').fill('7');
}

describe('the what-if page', () => {
  it(
    'given fewer people and a shorter period, when it is run, then pictures and numbers of both worlds stand there, and what is left out',
    async () => {
      const { page } = under;
      await signIn(under, 'supervisor-1', PATH);
      await page.getByRole('link', { name: '推演' }).waitFor();
      await shortSeason();
      await page.locator('summary', { hasText: '时限' }).click();
      await page.getByLabel('假设：案源核查（接报到初查反馈）（个工作日）').fill('1');
      await page.locator('summary', { hasText: '人员' }).click();
      await page.getByLabel(`假设：${STREET.name}（人）`).fill('2');
      await page.locator('summary', { hasText: '分级规则' }).click();
      await page.getByLabel('假设：规则 GR-06').selectOption('off');
      await page.locator('summary', { hasText: '赋权清单' }).click();
      await page.getByRole('textbox', { name: '查找事项' }).fill('CG-001');
      await page.getByLabel(/^假设：CG-001 /).selectOption('ordinary');
      await page.getByRole('heading', { name: '假设改什么（已改 4 处）' }).waitFor();
      await looksRight(under);
      await picture(under, 'what-if-question');
      await page.getByRole('button', { name: '推演现行和假设（4 处）' }).click();
      await page
        .getByRole('heading', { name: '结果：虚拟季节 2026-03-01 至 2026-03-31' })
        .waitFor({ timeout: 120_000 });
      await page.getByText(`${STREET.name}：-`).waitFor();
      await page.locator('.chart canvas').first().waitFor();
      const row = page.getByRole('region', { name: '全部数字' }).getByRole('row', { name: /^镇街办结率/ });
      expect(await row.innerText()).toMatch(/镇街办结率\s+[\d.]+% \[[\d.]+%, [\d.]+%\]\s+[\d.]+% \[/);
      await page.getByText('推演没有计入的').waitFor();
      await page.getByText(/种子 7，/).waitFor();
      await looksRight(under);
      await picture(under, 'what-if');
      for (const [name, size] of Object.entries({
        phone: PHONE,
        zoomed: { width: DESK.width / 2, height: DESK.height / 2 },
      })) {
        await page.setViewportSize(size);
        await looksRight(under);
        await picture(under, `what-if-${name}`);
      }
    },
    TEST_MS,
  );

  it(
    'given a long run, when it is stopped, then the page is ready again and the service too; what can’t be asked is said',
    async () => {
      const { page } = under;
      await signIn(under, 'leader-1', PATH);
      await page.getByLabel('到', { exact: true }).fill('2026-12-31');
      await page.getByLabel('重复次数').selectOption('200');
      await page.getByRole('button', { name: '只推演现行' }).click();
      await page.getByRole('heading', { name: /^正在推演：第 [1-9]\d* \/ 200 次$/ }).waitFor({ timeout: 120_000 });
      await looksRight(under);
      await picture(under, 'what-if-running');
      await page.getByRole('button', { name: '停止' }).click();
      await page.getByRole('heading', { name: /^正在/ }).waitFor({ state: 'detached' });
      await page.getByLabel('到', { exact: true }).fill('2027-06-30');
      await page.getByRole('button', { name: '只推演现行' }).click();
      await page.getByRole('alert').getByText('一季不超过 12 个月').waitFor();
      await shortSeason();
      // Stopping takes the service a moment: until then it says that one is running.
      const result = page.getByRole('heading', { name: /^结果：/ });
      await expect
        .poll(
          async () => {
            if (await result.isVisible()) return true;
            const button = page.getByRole('button', { name: '只推演现行' });
            if (await button.isEnabled()) await button.click();
            return false;
          },
          { timeout: 120_000, interval: 2_000 },
        )
        .toBe(true);
    },
    TEST_MS,
  );

  it(
    'given somebody who may not evaluate, then there is no desk of it, and the address says that it isn’t theirs',
    async () => {
      await signIn(under, 'dispatcher', '/supervision');
      expect(await under.page.getByRole('link', { name: '推演' }).count()).toBe(0);
      await go(under, PATH);
      await under.page.getByText('您无权查看').waitFor();
      await looksRight(under);
      await changePerson(under, 'admin', PATH);
      await under.page.getByRole('heading', { name: '哪一季' }).waitFor();
    },
    TEST_MS,
  );
});
