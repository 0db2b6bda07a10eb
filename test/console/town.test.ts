import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { investigate, ok, reportBureau, reportOrdinary, reportSummary, STREET, YANGMA, today } from '../support/road';
import { whilePaused } from '../support/pauseOnFile';
import { changePerson, go, looksRight, pagesUnderTest, PHONE, picture, signIn, TEST_MS } from './pagesUnderTest';

const under = pagesUnderTest(PHONE);
const OFFICER = `officer-${STREET.code}-1`;
const SECOND = `officer-${STREET.code}-2`;
const OFFICE = `office-${STREET.code}`;

const field = (label: string) => under.page.getByLabel(label, { exact: false }).first();
const yes = (label: string) =>
  under.page.getByRole('radiogroup', { name: label }).getByRole('radio', { name: '是', exact: true });
const submit = () => under.page.locator('button[type=submit]');
const done = (label: string) => under.page.getByText(`已提交：${label}`).waitFor();

async function openAct(label: string): Promise<void> {
  await under.page.getByRole('link', { name: label, exact: true }).click();
  await under.page.getByRole('heading', { name: label, level: 1 }).waitFor();
}

async function choosePeople(label: string, ids: readonly string[]): Promise<void> {
  const box = under.page.getByRole('combobox', { name: label });
  for (const id of ids) {
    await box.fill(id);
    await under.page.locator('.ant-select-item-option', { hasText: id }).first().click();
  }
  await under.page.keyboard.press('Escape');
}

async function acts(caseId: string): Promise<readonly string[]> {
  const { rows } = await under.house.db.query<{ act: string }>(
    'select act from events where case_id = $1 group by command_id, act order by min(seq)',
    [caseId],
  );
  return rows.map(({ act }) => act);
}

describe('the town desk on a phone', () => {
  it(
    'given a report, when the town goes through it by the pages alone, then the case is decided on the spot, closed and archived',
    async () => {
      const caseId = await reportSummary(under.house);
      await signIn(under, OFFICER);
      await under.page.locator('.waiting-case', { hasText: caseId }).waitFor();
      await looksRight(under);
      await picture(under, 'town-desk-phone');
      await under.page.getByRole('link', { name: '接单' }).first().click();
      await submit().click();
      await done('接单');
      await looksRight(under);
      await picture(under, 'case-phone');

      await openAct('现场核查');
      await yes('是否发现违法行为').check();
      await field('核查情况').fill('现场见新刻痕');
      await submit().click();
      await done('现场核查');

      await openAct('当场处罚');
      // Whoever accepted it is chosen already.
      await choosePeople('执法人员', [SECOND]);
      await under.page.getByRole('radio', { name: '公民' }).check();
      await field('当事人姓名或名称').fill('张三');
      await field('违法行为发生的地点').fill('字库塔');
      await field('违法事实').fill('刻划文物保护标志');
      await yes('已出示执法证件').check();
      await yes('已告知并听取陈述申辩').check();
      await yes('警告').check();
      await field('罚款，元').fill('0');
      await looksRight(under);
      await picture(under, 'act-form-phone');
      await submit().click();
      await done('当场处罚');

      await openAct('报备案');
      await field('报备之日').fill(today());
      await submit().click();
      await done('报备案');

      await changePerson(under, OFFICE, `/cases/${caseId}`);
      await openAct('结案');
      await field('结案报告').fill('已当场警告');
      await submit().click();
      await done('结案');
      await expect
        .poll(() => acts(caseId), { timeout: 60_000 })
        .toEqual(
          expect.arrayContaining([
            'accept',
            'verify',
            'decide_on_spot',
            'report_for_record',
            'close_case',
            'archive_case',
          ]),
        );
    },
    TEST_MS,
  );

  it(
    'given an act that is refused by the law, then the page says why and on which article, and keeps what was written',
    async () => {
      const caseId = await reportSummary(under.house);
      await ok(under.house.act(OFFICER, caseId, 'accept'));
      await ok(under.house.act(OFFICER, caseId, 'verify', { violation: true, facts: '刻痕' }));
      await signIn(under, OFFICER, `/cases/${caseId}/acts/decide_on_spot`);
      await go(under, `/cases/${caseId}/acts/decide_on_spot`);
      await choosePeople('执法人员', [SECOND]);
      await under.page.getByRole('radio', { name: '公民' }).check();
      await field('当事人姓名或名称').fill('张三');
      // A slip of the finger is said and not refused: a passport's number follows no rule of ours.
      const odd = under.page.getByText(/不是有效的身份证号或统一社会信用代码/);
      for (const [id, warned] of [
        ['abc-123', 1],
        ['11010519491231002X', 0],
        ['110105194912310021', 1],
        ['91350100M000100Y43', 0],
      ] as const) {
        await field('身份证号或统一社会信用代码').fill(id);
        await expect.poll(() => odd.count(), { message: id }).toBe(warned);
      }
      await field('电话').fill('xxx');
      await under.page.getByText('不像电话号码，请核对。').waitFor();
      await field('电话').fill('13800138000');
      await under.page.getByText('不像电话号码，请核对。').waitFor({ state: 'detached' });
      await field('违法行为发生的地点').fill('字库塔');
      await field('违法事实').fill('刻划');
      await yes('已出示执法证件').check();
      await yes('已告知并听取陈述申辩').check();
      await under.page.getByRole('radiogroup', { name: '警告' }).getByRole('radio', { name: '否' }).check();
      await field('罚款，元').fill('201');
      await submit().click();
      await under.page
        .getByText(/第五十一条/)
        .first()
        .waitFor();
      expect(await field('违法事实').inputValue()).toBe('刻划');
      await picture(under, 'refusal-phone');
      // What the law said of the form before is no answer to a form that isn't complete.
      await field('违法事实').fill('');
      await submit().click();
      await under.page.getByText('还有 1 处没有填好').waitFor();
      expect(await under.page.locator('.refusal').count()).toBe(0);
    },
    TEST_MS,
  );

  it(
    'given a half-written form, when the page is loaded anew, then what was written is there; what is missing is said at its field',
    async () => {
      const caseId = await reportSummary(under.house);
      await ok(under.house.act(OFFICER, caseId, 'accept'));
      await signIn(under, OFFICER);
      await go(under, `/cases/${caseId}/acts/verify`);
      await field('核查情况').fill('写到一半');
      await under.page.reload();
      await expect.poll(() => field('核查情况').inputValue()).toBe('写到一半');
      await submit().click();
      await under.page.getByText('还有 1 处没有填好').waitFor();
      await under.page.getByText('请选择或填写。').waitFor();
      expect(await acts(caseId)).not.toContain('verify');
      await looksRight(under);
    },
    TEST_MS,
  );

  it(
    'given an answer that got lost, when the page is loaded anew and sends the same again, then the act was done once',
    async () => {
      const caseId = await reportSummary(under.house);
      await ok(under.house.act(OFFICER, caseId, 'accept'));
      await signIn(under, OFFICER);
      await go(under, `/cases/${caseId}/acts/verify`);
      await yes('是否发现违法行为').check();
      await field('核查情况').fill('见刻痕');
      let lost = 0;
      await under.page.route('**/acts/verify', async (route) => {
        if (route.request().method() !== 'POST') return route.continue();
        await route.fetch();
        lost += 1;
        await route.abort();
      });
      await submit().click();
      await under.page.getByText('还没有得到答复').waitFor();
      expect(await field('核查情况').isDisabled()).toBe(true);
      await under.page.unroute('**/acts/verify');
      await under.page.reload();
      await done('现场核查');
      expect(lost).toBeGreaterThan(0);
      expect((await acts(caseId)).filter((act) => act === 'verify')).toHaveLength(1);
    },
    TEST_MS,
  );

  it(
    'given a case that a second window changes, when the first one is being written, then it is told, and nothing is sent before it has been read',
    async () => {
      const caseId = await reportSummary(under.house);
      await ok(under.house.act(OFFICER, caseId, 'accept'));
      await signIn(under, OFFICER);
      await go(under, `/cases/${caseId}/acts/order_rectification`);
      await under.page.getByRole('heading', { level: 1 }).waitFor();
      await field('改正要求').fill('三日内恢复原状');
      await field('改正期限').fill(today());
      await ok(under.house.act(SECOND, caseId, 'verify', { violation: true, facts: '另一窗口核查' }));
      await under.page.getByText('您填写期间，本案有了变化').waitFor();
      await under.page.getByText('另一窗口核查').waitFor();
      await submit().click();
      await under.page.locator('.refusal').waitFor();
      expect(await acts(caseId)).not.toContain('order_rectification');
      await picture(under, 'changed-meanwhile-phone');
      await under.page.getByRole('button', { name: '看过了，继续填写' }).click();
      await submit().click();
      await done('责令改正');
      expect(await acts(caseId)).toContain('order_rectification');
    },
    TEST_MS,
  );

  it(
    'given a photo, when it is chosen, then its fingerprint is taken here and is the file’s own, and the evidence is on record under it',
    async () => {
      const lead = `officer-${YANGMA.code}-1`;
      const officers = [lead, `officer-${YANGMA.code}-2`];
      const caseId = await reportOrdinary(under.house);
      await ok(under.house.act(lead, caseId, 'accept', { officers }));
      await ok(under.house.act(lead, caseId, 'verify', { violation: true, facts: '属实' }));
      const party = { kind: 'organisation', name: '某某餐馆', address: '羊马街道1号' };
      const filed = { officers, party, reason: '涉嫌违法', committedOn: null, harm: false };
      await ok(under.house.act(`office-${YANGMA.code}`, caseId, 'file_case', filed));
      await signIn(under, lead);
      await go(under, `/cases/${caseId}/acts/collect_evidence`);
      await submit().click();
      await under.page.getByText('请先拍照或者选择文件。').waitFor();
      const photo = Buffer.from('a photo of smoke, as a camera gives it'.repeat(1_000));
      const hash = createHash('sha256').update(photo).digest('hex');
      await under.page
        .getByLabel('选择照片或文件')
        .setInputFiles({ name: '油烟.jpg', mimeType: 'image/jpeg', buffer: photo });
      await under.page.getByText(`指纹 sha256：${hash}`).waitFor();
      await under.page.getByRole('combobox', { name: '证据种类' }).click();
      await under.page.locator('.ant-select-item-option', { hasText: '电子数据' }).click();
      await field('证据内容').fill('油烟直排的照片');
      await field('取证地点').fill('凌翔街');
      // A camera is one way and the gallery another; the fingerprint and where it lies are nobody's to type.
      expect(await under.page.getByLabel('拍照', { exact: true }).getAttribute('capture')).toBe('environment');
      expect(await under.page.getByLabel('选择照片或文件').getAttribute('capture')).toBeNull();
      expect(await under.page.getByLabel(/文件的指纹|存放位置/).count()).toBe(0);
      await looksRight(under);
      await picture(under, 'evidence-phone');
      await submit().click();
      await done('登记证据');
      await under.page.getByText(`sha256 ${hash}`).waitFor();
    },
    TEST_MS,
  );

  it(
    'given a town, when an officer of another town asks for its case, then it is not there',
    async () => {
      const caseId = await reportSummary(under.house);
      await signIn(under, `officer-${YANGMA.code}-1`);
      await go(under, `/cases/${caseId}`);
      await under.page.getByText('没有找到').waitFor();
    },
    TEST_MS,
  );

  it(
    'given what a town owes in its own cases and in another’s, then its desk begins with all of that and nothing else, each by its own name, light and place, and counted as it is listed',
    async () => {
      const [one, other] = [await reportSummary(under.house), await reportSummary(under.house)];
      const bureaus = await reportBureau(under.house);
      const elsewhere = await reportOrdinary(under.house);
      const order = { clockId: 'accept', requirement: '说明为何没有接单', within: null, listed: false };
      await ok(under.house.act('supervisor-1', other, 'supervise', order));
      const task = { town: STREET.code, requirement: '协助向迁至贵镇的当事人送达处罚决定书，并附送达回证的照片' };
      await ok(under.house.act('bureau-officer-1', bureaus, 'accept', { officers: ['bureau-officer-1'] }));
      await ok(under.house.act('bureau-officer-1', bureaus, 'request_cooperation', task));
      await signIn(under, OFFICER);
      const card = (caseId: string) => under.page.locator('.waiting-case', { hasText: caseId });
      await card(bureaus).getByText('答复协办', { exact: true }).waitFor();
      await card(other).getByText('答复督办', { exact: true }).waitFor();
      expect(await card(elsewhere).count()).toBe(0);
      // Two of an item: each says where it is.
      const places = await Promise.all(
        [one, other].map((id) =>
          card(id)
            .getByText(/^街子古镇字库塔\d+号$/)
            .textContent(),
        ),
      );
      expect(new Set(places).size).toBe(2);
      expect(await card(bureaus).textContent()).not.toContain('镇街接单');
      const counts = await under.page.locator('.light-counts strong').allTextContents();
      expect(counts.reduce((sum, each) => sum + Number(each), 0)).toBe(
        await under.page.locator('.waiting-case').count(),
      );
      await looksRight(under);
      await picture(under, 'town-duties-phone');

      await card(bureaus).getByRole('link', { name: '答复', exact: true }).click();
      await under.page.locator('p', { hasText: `C2：${task.requirement}` }).waitFor();
      await under.page.getByRole('textbox', { name: '答复', exact: true }).fill('已协助送达');
      await submit().click();
      await done('协办答复');
      await go(under, '/town');
      await card(other).waitFor();
      await expect.poll(() => card(bureaus).count()).toBe(0);
      await under.page.getByText('与本单位有关').click();
      await card(bureaus).waitFor();
    },
    TEST_MS,
  );

  it(
    'given an investigation that the reviewer sent back, when its form is opened again, then it begins with what was reported, says so and what the reviewer wants; the penalty goes on to the notice and the decision, with the range of the law beside it; what one has written oneself stays; the decision can be read before it is sent and after',
    async () => {
      const [lead, office] = [`officer-${YANGMA.code}-1`, `office-${YANGMA.code}`];
      const caseId = await reportOrdinary(under.house);
      await investigate(under.house, caseId);
      await ok(under.house.act('reviewer-1', caseId, 'return_review', { requirement: '请补充排烟管道的照片' }));
      await signIn(under, lead);
      await go(under, `/cases/${caseId}/acts/end_investigation`);
      await under.page.getByRole('region', { name: '审核人的要求' }).getByText('请补充排烟管道的照片').waitFor();
      const fine = field('罚款，元');
      expect(await field('调查终结报告').inputValue()).toBe('调查终结');
      expect(await fine.inputValue()).toBe('20000');
      expect(await under.page.getByText(/^沿用自“调查已终结”/).count()).toBe(2);
      await under.page
        .getByText(/^法定幅度：5000—50000 元（《中华人民共和国大气污染防治法》第一百一十八条）/)
        .waitFor();
      await looksRight(under);
      await picture(under, 'carried-phone');
      await fine.fill('30000');
      await under.page.getByText(/^“调查已终结”（.*）中是：罚款 20000 元。$/).waitFor();
      await under.page.reload();
      await expect.poll(() => fine.inputValue()).toBe('30000');
      await submit().click();
      await done('调查终结');

      await ok(under.house.act('reviewer-1', caseId, 'pass_review', { opinion: '同意' }));
      await go(under, `/cases/${caseId}/acts/give_notice`);
      await expect.poll(() => fine.inputValue()).toBe('30000');
      expect(await under.page.getByRole('region', { name: '审核人的要求' }).count()).toBe(0);
      const penalty = { warning: false, fine: 25_000 };
      const served = { servedOn: today(), method: 'direct' };
      await ok(under.house.act(lead, caseId, 'give_notice', { facts: '告知', penalty, ...served }));
      const silence = { raised: false, summary: '放弃陈述申辩', waived: true };
      await ok(under.house.act(lead, caseId, 'record_statement', silence));
      await changePerson(under, office, `/cases/${caseId}`);
      await go(under, `/cases/${caseId}/acts/decide_penalty`);
      await under.page.getByText(/^沿用自“已事先告知”/).waitFor();
      expect(await fine.inputValue()).toBe('25000');
      const preview = under.page.locator('iframe[title=文书预览]');
      await under.page.getByRole('button', { name: '预览文书' }).click();
      await under.page.getByText('还有 1 处没有填好').waitFor();
      expect(await preview.count()).toBe(0);
      await field('决定理由').fill('事实清楚');
      await fine.fill('26000');
      await under.page.getByRole('button', { name: '预览文书' }).click();
      // 行政处罚法 45: heavier than the party was told.
      await under.page.locator('.preview .fault').waitFor();
      await fine.fill('25000');
      await under.page.getByText('内容已改，请重新预览。').waitFor();
      await under.page.getByRole('button', { name: '预览文书' }).click();
      await preview.waitFor();
      expect(await acts(caseId)).not.toContain('decide_penalty');
      await looksRight(under);
      await picture(under, 'preview-phone');
      await submit().click();
      await done('作出处罚决定');
      await under.page.getByRole('button', { name: '阅读 行政处罚决定书' }).click();
      const paper = under.page.locator('iframe[title=行政处罚决定书]');
      expect(await paper.getAttribute('src')).toMatch(/^blob:.*#view=FitH&navpanes=0$/);
      await looksRight(under);
      await under.page.getByRole('button', { name: '收起 行政处罚决定书' }).click();
      await expect.poll(() => paper.count()).toBe(0);
    },
    TEST_MS,
  );

  it(
    'given a case whose time runs out, when nobody touches the page, then its light turns red by itself',
    async () => {
      const caseId = await reportSummary(under.house);
      await signIn(under, OFFICER);
      const row = under.page.locator('.waiting-case', { hasText: caseId });
      await expect.poll(() => row.textContent()).toContain('绿灯');
      await under.house.forward(caseId, 31 * 60_000);
      await expect.poll(() => row.textContent(), { timeout: 60_000 }).toContain('红灯');
      await picture(under, 'red-light-phone');
    },
    TEST_MS,
  );

  it(
    'given an investigated case, then its papers can be taken, its periods are reckoned day by day, and its chain proves intact',
    async () => {
      const caseId = await reportOrdinary(under.house);
      await investigate(under.house, caseId);
      await signIn(under, `officer-${YANGMA.code}-1`);
      await go(under, `/cases/${caseId}`);
      expect(await under.page.locator('[aria-current=step]').textContent()).toContain('法制审核');
      const saved = under.page.waitForEvent('download');
      await under.page.getByRole('button', { name: /^下载 立案审批表 .* PDF$/ }).click();
      expect((await saved).suggestedFilename()).toMatch(/^立案审批表 崇羊马执立字.*\.pdf$/);
      const reckoning = under.page.locator('.reckoning').first();
      await reckoning.locator('summary').click();
      expect(await reckoning.locator('li').first().textContent()).toMatch(/^\d{4}-\d{2}-\d{2}/);
      await under.page.getByRole('button', { name: '核对', exact: true }).click();
      await under.page.getByText(/✓ 完好/).waitFor();
      expect(await under.page.locator('main').textContent()).not.toMatch(/\[object|undefined|NaN/);
      await looksRight(under);
    },
    TEST_MS,
  );

  it(
    'given a case whose clocks are paused, then its light is grey in words, and no due time is foretold',
    async () => {
      const caseId = await reportOrdinary(under.house);
      await whilePaused(under.house, caseId, async () => {
        await signIn(under, 'supervisor-1');
        await go(under, `/cases/${caseId}`);
        await under.page.getByText('暂停中，恢复后重新推算到期时间').waitFor();
        expect(await under.page.locator('.clocks').textContent()).toMatch(
          /灰灯（暂停）.*期限 30分钟.*至 今 暂停：检测/,
        );
      });
    },
    TEST_MS,
  );
});
