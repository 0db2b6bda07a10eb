import { describe, expect, it } from 'vitest';
import { HUAIYUAN, reportBureau, reportOrdinary, today, YANGMA } from '../support/road';
import { ByPages, type FormOnPage } from './actByPages';
import { looksRight, pagesUnderTest, picture, TEST_MS } from './pagesUnderTest';

const under = pagesUnderTest();
/** Each of some twenty forms is waited for by itself; on a busy machine that adds up. */
const LIFE_MS = 4 * TEST_MS;

async function grade(caseId: string): Promise<string> {
  const { rows } = await under.house.db.query<{ grade: string }>('select grade from cases where id = $1', [caseId]);
  return rows[0]?.grade ?? '';
}

async function archived(caseId: string): Promise<boolean> {
  const { rows } = await under.house.db.query(`select 1 from events where case_id = $1 and act = 'archive_case'`, [
    caseId,
  ]);
  return rows.length > 0;
}

async function file(form: FormOnPage, officers: readonly string[]): Promise<void> {
  await form.people('执法人员', officers);
  await form.choose('公民或组织', '组织');
  await form.write('当事人姓名或名称', '某某餐馆');
  await form.write('住址', '羊马街道1号');
  await form.write('立案理由', '涉嫌违法');
  await form.choose('涉及公民生命健康安全', '否');
}

async function evidence(form: FormOnPage): Promise<void> {
  await form.photo('现场.jpg');
  await form.choose('证据种类', '电子数据');
  await form.write('证据内容', '现场照片');
  await form.write('取证地点', '现场');
}

async function penalty(form: FormOnPage, fine: string, basis: string | null = null): Promise<void> {
  await form.choose('警告', '否');
  await form.write('罚款，元', fine);
  if (basis !== null) await form.write('按造价', basis);
}

async function served(form: FormOnPage): Promise<void> {
  await form.choose('送达方式', '直接送达');
  await form.write('送达之日', today());
}

async function endsArchived(caseId: string): Promise<void> {
  await expect.poll(() => archived(caseId), { timeout: 60_000 }).toBe(true);
  await under.page.locator('[aria-current=step]', { hasText: '归档' }).waitFor();
}

describe('the whole life of a case, by the pages alone', () => {
  it(
    'given an ordinary case of a town, when the officer, the office and the reviewer each do what their page offers, then it is reviewed, decided, served, paid, closed and archived',
    async () => {
      const caseId = await reportOrdinary(under.house);
      expect(await grade(caseId)).toBe('town_bureau_review');
      const [lead, second] = [`officer-${YANGMA.code}-1`, `officer-${YANGMA.code}-2`];
      const office = `office-${YANGMA.code}`;
      const by = new ByPages(under, caseId);
      await by.act(lead, '接单', (form) => form.people('执法人员', [lead, second]));
      await by.act(lead, '现场核查', async (form) => {
        await form.choose('是否发现违法行为', '是');
        await form.write('核查情况', '油烟直排');
      });
      await by.act(office, '立案', (form) => file(form, []));
      await by.act(lead, '登记证据', evidence);
      await by.act(lead, '调查终结', async (form) => {
        await form.write('调查终结报告', '事实清楚');
        await penalty(form, '20000');
      });
      await by.act('reviewer-1', '审核通过', (form) => form.write('审核意见', '程序合法'));
      await by.act(lead, '事先告知', async (form) => {
        await form.write('告知的事实', '油烟直排，拟罚款');
        await penalty(form, '20000');
        await served(form);
      });
      await by.act(lead, '记录陈述申辩', async (form) => {
        await form.choose('当事人是否提出陈述申辩', '否');
        await form.write('陈述申辩内容', '书面放弃');
        await form.choose('当事人书面放弃其余', '是');
      });
      await by.act(office, '作出处罚决定', async (form) => {
        await penalty(form, '20000');
        await form.write('决定理由', '事实清楚，证据确凿');
      });
      await by.act(lead, '送达决定书', async (form) => {
        await served(form);
        await form.write('送达情况', '本人签收');
      });
      await by.act(office, '登记缴款', async (form) => {
        await form.write('金额', '20000');
        await form.write('缴款之日', today());
        await form.write('票据号', 'P-1');
      });
      await by.act(office, '结案', (form) => form.write('结案报告', '已缴清'));
      await endsArchived(caseId);
      await looksRight(under);
      await picture(under, 'life-town-bureau-review');
    },
    LIFE_MS,
  );

  it(
    'given a case of the bureau, when its officers, the town that helps, the reviewer and the leaders each do what their page offers, then it is discussed, decided, served, paid, closed and archived',
    async () => {
      const caseId = await reportBureau(under.house);
      expect(await grade(caseId)).toBe('bureau');
      const [lead, second] = ['bureau-officer-1', 'bureau-officer-2'];
      const by = new ByPages(under, caseId);
      await by.act(lead, '接单', (form) => form.people('执法人员', [lead, second]));
      await by.act(`officer-${HUAIYUAN.code}-1`, '协办答复', async (form) => {
        await form.choose('哪项协办任务', 'C1');
        await form.write('答复', '建筑面积 360 平方米');
      });
      await by.act(lead, '现场核查', async (form) => {
        await form.choose('是否发现违法行为', '是');
        await form.write('核查情况', '未批先建三层');
      });
      await by.act('leader-1', '立案', (form) => file(form, []));
      await by.act(lead, '登记证据', evidence);
      await by.act(lead, '调查终结', async (form) => {
        await form.write('调查终结报告', '事实清楚');
        await penalty(form, '50000', '1000000');
      });
      await by.act('reviewer-1', '审核通过', (form) => form.write('审核意见', '程序合法'));
      await by.act('leader-1', '集体讨论', async (form) => {
        await form.write('讨论之日', today());
        await form.people('参加讨论的负责人', ['leader-1', 'leader-2']);
        await form.write('讨论记录', '一致同意');
        await penalty(form, '50000', '1000000');
      });
      await by.act(lead, '事先告知', async (form) => {
        await form.write('告知的事实', '未批先建，拟罚款');
        await penalty(form, '50000', '1000000');
        await served(form);
      });
      await by.act(lead, '记录陈述申辩', async (form) => {
        await form.choose('当事人是否提出陈述申辩', '否');
        await form.write('陈述申辩内容', '书面放弃');
        await form.choose('当事人书面放弃其余', '是');
      });
      await by.act(lead, '登记放弃听证', (form) => form.write('书面放弃的情况', '书面放弃'));
      await by.act('leader-1', '作出处罚决定', async (form) => {
        await penalty(form, '50000', '1000000');
        await form.write('决定理由', '集体讨论决定');
      });
      await by.act(lead, '送达决定书', async (form) => {
        await served(form);
        await form.write('送达情况', '本人签收');
      });
      await by.act('leader-1', '登记缴款', async (form) => {
        await form.write('金额', '50000');
        await form.write('缴款之日', today());
        await form.write('票据号', 'P-1');
      });
      await by.act('leader-1', '结案', (form) => form.write('结案报告', '已缴清'));
      await endsArchived(caseId);
      await looksRight(under);
      await picture(under, 'life-bureau');
    },
    LIFE_MS,
  );
});
