import { describe, expect, it } from 'vitest';
import { ok, reportOrdinary, reportSummary, STREET } from '../support/road';
import { until } from '../support/until';
import { DESK, go, looksRight, pagesUnderTest, PHONE, picture, signIn, TEST_MS } from './pagesUnderTest';

const under = pagesUnderTest();
const TOWN = `officer-${STREET.code}-1`;

const list = (name: string) => under.page.getByRole('combobox', { name, exact: true });
const tick = (caseId: string) => under.page.getByRole('checkbox', { name: new RegExp(caseId) });

async function urged(caseId: string): Promise<number> {
  const { rows } = await under.house.db.query<{ n: number }>(
    `select count(*)::int as n from events where case_id = $1 and type = 'urged'`,
    [caseId],
  );
  return rows[0]?.n ?? 0;
}

describe('the desk of urgings and orders', () => {
  it(
    'given three duties of a filtered list, when one answer gets lost and one case has gone on, then each is told for itself, and sent again nothing is ordered twice',
    async () => {
      const [one, lost, gone] = [
        await reportSummary(under.house),
        await reportSummary(under.house),
        await reportSummary(under.house),
      ];
      const elsewhere = await reportOrdinary(under.house);
      await signIn(under, 'leader-1');
      await go(under, '/supervision/urging');
      await tick(elsewhere).waitFor();
      await list('镇街').selectOption(STREET.code);
      await tick(elsewhere).waitFor({ state: 'detached' });
      await under.page.getByLabel('全选').check();
      await under.page.locator('details').first().locator('summary').click();
      await under.page
        .getByText(/第 1 级/)
        .first()
        .waitFor();
      await under.page.getByRole('radio', { name: '督办', exact: true }).check();
      await under.page.getByLabel(/督办的要求/).fill('今日内接单并答复');
      await under.page.getByLabel(/^时长/).fill('4');
      await under.page.getByRole('radiogroup', { name: /单位/ }).getByText('个工作小时').click();
      await under.page
        .getByRole('radiogroup', { name: /挂牌督办/ })
        .getByRole('radio', { name: '是' })
        .check();
      await looksRight(under);
      await picture(under, 'urging-batch');

      // The list stays as it was read, as it does in the seconds before the next reading.
      await under.page.route('**/api/v1/duties?*', (route) => route.abort());
      await ok(under.house.act(TOWN, gone, 'accept'));
      await under.page.route(`**/cases/${lost}/acts/supervise`, async (route) => {
        await route.fetch();
        await route.abort();
      });
      await under.page.getByRole('button', { name: '督办 3 项' }).click();
      await under.page.getByText('共 3 项：已下达 1，未受理 1，还没有答复 1，等着送 0。').waitFor();
      await under.page.getByText(/没有正在进行的时限/).waitFor();
      await looksRight(under);
      await picture(under, 'urging-progress');
      await under.page.unrouteAll();
      await under.page.reload();
      expect(await under.page.getByRole('button', { name: '等答复明确后才能结束' }).isDisabled()).toBe(true);
      await under.page.getByRole('button', { name: '再送没有下达的 2 项' }).click();
      await under.page.getByText('共 3 项：已下达 2，未受理 1，还没有答复 0，等着送 0。').waitFor();
      expect([await urged(one), await urged(lost), await urged(gone), await urged(elsewhere)]).toEqual([1, 1, 0, 0]);
      await under.page.getByRole('button', { name: '结束，回到列表' }).click();
      await under.page.getByRole('link', { name: '挂牌督办' }).click();
      await under.page.getByRole('link', { name: lost }).waitFor();
      await looksRight(under);
      await picture(under, 'urging-listed');
    },
    TEST_MS,
  );

  it(
    'given no deadline of the supervisor’s own, when one urges from the list and orders from the case, then both are taken with the period that the law of the house has',
    async () => {
      const caseId = await reportSummary(under.house);
      await signIn(under, 'supervisor-1');
      await go(under, `/supervision/urging?town=${STREET.code}`);
      await tick(caseId).check();
      await under.page.getByLabel(/督办的要求/).fill('尽快接单');
      await under.page.getByRole('button', { name: '催办 1 项' }).click();
      await under.page.getByText('共 1 项：已下达 1，').waitFor();
      expect(await urged(caseId)).toBe(1);
      await go(under, `/cases/${caseId}/acts/supervise`);
      await under.page.getByLabel(/督办的要求/).fill('今日内接单');
      await under.page
        .getByRole('radiogroup', { name: /挂牌督办/ })
        .getByRole('radio', { name: '否' })
        .check();
      await under.page.locator('button[type=submit]').click();
      await under.page.getByText('已提交：督办').waitFor();
      expect(await urged(caseId)).toBe(2);
    },
    TEST_MS,
  );

  it(
    'given an answer to an order, when it is returned from the list, then the order waits again with the opinion beside it',
    async () => {
      const caseId = await reportSummary(under.house);
      const order = { clockId: null, requirement: '说明为何没有接单', within: null, listed: false };
      await ok(under.house.act('supervisor-1', caseId, 'supervise', order));
      await ok(under.house.act(TOWN, caseId, 'answer_urging', { urgingId: 'D1', answer: '人手不够' }));
      await signIn(under, 'supervisor-1');
      await go(under, '/supervision/urging?view=urgings');
      await list('办理情况').selectOption('to_check');
      const row = under.page.locator('main li', { hasText: caseId });
      await row.getByText('人手不够').waitFor();
      await row.getByRole('link', { name: '核查：认可或退回' }).click();
      await under.page.getByText('D1：说明为何没有接单').waitFor();
      await under.page
        .getByRole('radiogroup', { name: /答复是否达到要求/ })
        .getByRole('radio', { name: '否' })
        .check();
      await under.page.getByLabel('核查意见').fill('请写明何时接单');
      await looksRight(under);
      await picture(under, 'urging-check');
      await under.page.locator('button[type=submit]').click();
      await under.page.getByText(/^已提交：/).waitFor();
      await go(under, '/supervision/urging?view=urgings');
      await row.getByText('请写明何时接单').waitFor();
      await row.getByText('待答复', { exact: true }).waitFor();
      await picture(under, 'urging-list');
    },
    TEST_MS,
  );

  it(
    'given a duty that was late and an appeal, then the ladder names who was told, and the appeal is judged from its list',
    async () => {
      const caseId = await reportSummary(under.house);
      await until(
        async () =>
          (await under.house.db.query('select 1 from cases where id = $1 and started', [caseId])).rowCount === 1,
      );
      await under.house.forward(caseId, 31 * 60_000);
      await until(
        async () =>
          (
            await under.house.db.query(
              `select 1 from notices where case_id = $1 and topic = 'overdue_alert' and cause is not null`,
              [caseId],
            )
          ).rowCount !== 0,
      );
      await ok(under.house.act(TOWN, caseId, 'accept'));
      await ok(under.house.act(TOWN, caseId, 'appeal_overdue', { overdueId: 'O1', reason: '停电半日' }));
      await signIn(under, 'supervisor-1');
      await go(under, `/cases/${caseId}`);
      const ladder = under.page.locator('.card', { has: under.page.getByRole('heading', { name: '逐级预警' }) });
      await ladder
        .getByText(/已告知 街子镇/)
        .first()
        .waitFor();
      await go(under, '/supervision/urging?view=appeals');
      const row = under.page.locator('main li', { hasText: caseId });
      await row.getByText('停电半日').waitFor();
      await looksRight(under);
      await picture(under, 'urging-appeals');
      await row.getByRole('link', { name: '裁定' }).click();
      await under.page.getByText(/^O1：/).waitFor();
      await under.page
        .getByRole('radiogroup', { name: /申诉是否成立/ })
        .getByRole('radio', { name: '是' })
        .check();
      await under.page.getByLabel('裁定理由').fill('供电部门证明属实');
      await under.page.locator('button[type=submit]').click();
      await under.page.getByText(/^已提交：/).waitFor();
      await go(under, '/supervision/urging?view=appeals');
      await under.page.getByText('没有待裁定的申诉').waitFor();
      await under.page.getByRole('combobox', { name: '看' }).selectOption('true');
      await row.getByText('✓ 成立，不计分：供电部门证明属实').waitFor();
    },
    TEST_MS,
  );

  it(
    'given a phone, or 200 %, then each view of the desk fits',
    async () => {
      await reportSummary(under.house);
      const caseId = await reportSummary(under.house);
      await ok(
        under.house.act('supervisor-1', caseId, 'urge', { clockId: 'accept', requirement: '尽快接单', within: null }),
      );
      await signIn(under, 'supervisor-1');
      for (const view of ['duties', 'urgings', 'listed', 'appeals']) {
        await go(under, `/supervision/urging?view=${view}`);
        await under.page.getByRole('heading', { level: 2 }).first().waitFor();
        await under.page.getByText('正在读取……').first().waitFor({ state: 'detached' });
        for (const [name, size] of Object.entries({ phone: PHONE, zoomed: { width: DESK.width / 2, height: 450 } })) {
          await under.page.setViewportSize(size);
          await looksRight(under);
          await picture(under, `urging-${view}-${name}`);
        }
      }
      await go(under, '/supervision/urging?town=510184114');
      await under.page.getByText('没有符合筛选条件的事项').waitFor();
    },
    TEST_MS,
  );
});
