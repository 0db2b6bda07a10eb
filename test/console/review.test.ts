import { describe, expect, it } from 'vitest';
import { investigate, ok, PENALTY, reportOrdinary, YANGMA } from '../support/road';
import { go, looksRight, pagesUnderTest, picture, signIn, TEST_MS } from './pagesUnderTest';

const under = pagesUnderTest();
const LEAD = `officer-${YANGMA.code}-1`;

describe('the review desk', () => {
  it(
    'given a case that waits for its review, when it is returned and comes back, then the earlier opinion is there and it can pass',
    async () => {
      const caseId = await reportOrdinary(under.house);
      await investigate(under.house, caseId);
      await signIn(under, 'reviewer-1');
      await under.page.getByRole('link', { name: new RegExp(caseId) }).waitFor();
      await looksRight(under);
      await picture(under, 'review-desk');
      await under.page.getByRole('link', { name: new RegExp(caseId) }).click();
      await under.page.getByRole('heading', { name: '法定条件核对' }).waitFor();
      // Five verdicts ask for the same: each gate is told once, and the decision's own as what comes later.
      await under.page.getByText(/✓ 具备：审核人具有法律职业资格/).waitFor();
      expect(await under.page.getByText('审核人未参加调查').count()).toBe(1);
      await under.page.getByText('○ 届时核对：已事先告知').waitFor();
      await under.page.getByText('这是第一次送审').waitFor();
      const findings = under.page.locator('.card', { has: under.page.getByRole('heading', { name: '调查结果' }) });
      await findings.getByText('调查终结', { exact: true }).waitFor();
      await looksRight(under);

      const refused: string[] = [];
      under.page.on('response', (response) => {
        if (response.status() === 403) refused.push(response.url());
      });
      await under.page.getByRole('link', { name: '退回补充', exact: true }).click();
      const text = under.page.getByLabel('需要补充的内容');
      await text.fill('补充现场笔录');
      await findings.waitFor();
      // Beside it wherever one reads: the end of the file doesn't push the words away.
      await under.page.evaluate('scrollTo(0, document.body.scrollHeight)');
      expect(await text.evaluate((field) => field.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
      await looksRight(under);
      await picture(under, 'review-verdict');
      await under.page.getByRole('button', { name: '提交退回补充' }).click();
      await under.page.getByText(`已提交：退回补充，${caseId}`).waitFor();
      await under.page.getByRole('heading', { name: '等着法制审核的案件' }).waitFor();
      expect(refused).toEqual([]);
      const officers = [LEAD, `officer-${YANGMA.code}-2`];
      await ok(
        under.house.act(LEAD, caseId, 'end_investigation', { officers, report: '补充后终结', proposal: PENALTY }),
      );

      await go(under, `/review/${caseId}`);
      await findings.getByText('补充后终结').waitFor();
      await under.page.locator('.card', { hasText: '以前的审核意见' }).getByText('补充现场笔录').waitFor();
      await under.page.getByRole('link', { name: '审核通过', exact: true }).click();
      await under.page.getByRole('textbox', { name: '审核意见' }).fill('事实清楚，程序合法');
      await under.page
        .getByRole('button', { name: /^阅读 / })
        .first()
        .click();
      await under.page.locator('iframe.paper').waitFor();
      await picture(under, 'review-case');
      await under.page.getByRole('button', { name: '提交审核通过' }).click();
      await under.page.getByText(`已提交：审核通过，${caseId}`).waitFor();
      const { body } = await under.house.get<{ state: { reviewStands: boolean } }>(
        'reviewer-1',
        `/api/v1/cases/${caseId}`,
      );
      expect(body.state.reviewStands).toBe(true);
    },
    TEST_MS,
  );

  it(
    'given nobody’s case to review, then that is said',
    async () => {
      await signIn(under, 'reviewer-2');
      await under.page.getByText('没有等着审核的案件').waitFor();
    },
    TEST_MS,
  );
});
