import { describe, expect, it } from 'vitest';
import { CHANNEL_LABELS } from '../../domain/labels';
import { HUAIYUAN, ok, report, reportSummary, STREET, warnOnSpot, YANGMA } from '../support/road';
import { go, looksRight, pagesUnderTest, PATIENCE_MS, PHONE, picture, signIn, TEST_MS } from './pagesUnderTest';

const under = pagesUnderTest();

async function sendClue(text: string, more: object = {}): Promise<{ clueId: string; caseId: string | null }> {
  const { body } = await under.house.post<{ clueId: string; caseId: string | null }>('dispatcher', '/api/v1/clues', {
    channel: 'walk_in',
    text,
    ...more,
  });
  return body;
}

/** A report that nobody can judge by itself. */
const unclear = (which: string) =>
  sendClue(`巡查发现${which}处情况，说不清是什么`, { channel: 'grid_worker', number: `G-${which}` });

async function clueOf(clueId: string) {
  const { rows } = await under.house.db.query<{ outcome: string; case_id: string | null; settled: boolean }>(
    'select outcome, case_id, settled_at is not null as settled from clues where id = $1',
    [clueId],
  );
  return rows[0];
}

describe('the dispatch desk', () => {
  it(
    'given a clue that triage was unsure of, when it is looked at, then its words are marked, and each ground and doubt is said',
    async () => {
      const text = '小区门口晚上烧烤占道，油烟很大，还很吵，不知道归谁管';
      await sendClue(text);
      await signIn(under, 'dispatcher');
      await under.page.getByText(text).first().waitFor();
      expect(await under.page.locator('mark').allTextContents()).toContain('烧烤');
      await under.page
        .getByText(/模型的第二意见/)
        .first()
        .waitFor();
      await under.page.getByText(/没有写明在哪个镇街/).waitFor();
      await looksRight(under);
      await picture(under, 'dispatch-desk');
    },
    TEST_MS,
  );

  it(
    'given a clue whose item two words apart point to, then both are marked, and the answers stand within the first screen of a small desk',
    async () => {
      const { page } = under;
      await sendClue('门口的招牌被风吹得歪歪斜斜，坏了，归谁管');
      await page.setViewportSize({ width: 1366, height: 768 });
      await signIn(under, 'dispatcher', '/dispatch');
      await page.locator('.clue-list button', { hasText: '门口的招牌被风吹得' }).click();
      const answer = page.getByRole('button', { name: 'D 重复上报' });
      await answer.waitFor();
      await page.locator('mark', { hasText: '招牌' }).waitFor();
      expect(await page.locator('mark').allTextContents()).toEqual(['招牌', '歪']);
      const box = await answer.boundingBox();
      expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(768);
      await looksRight(under);
      await picture(under, 'small-desk');
    },
    TEST_MS,
  );

  it(
    'given a clue with an item and no town, when C is pressed and the town chosen, then it becomes that town’s case, from the keyboard alone',
    async () => {
      const { clueId } = await sendClue('有人乱倒建筑垃圾，臭得很，影响出行');
      await signIn(under, 'dispatcher');
      await go(under, `/dispatch/${clueId}`);
      await under.page.getByRole('button', { name: 'C 更正后成案' }).waitFor();
      await under.page.keyboard.press('c');
      const items = under.page.getByRole('group', { name: '事项' });
      expect(
        await items.locator('.chip[aria-pressed=true]').count(),
        'of what triage is not sure, nothing is filled in',
      ).toBe(0);
      await under.page.keyboard.type('cg-004');
      await under.page.keyboard.press('Enter');
      await items.locator('.chip[aria-pressed=true]', { hasText: 'CG-004' }).waitFor();
      await under.page.getByRole('combobox', { name: '镇街', exact: true }).selectOption(HUAIYUAN.code);
      await under.page.getByLabel('理由').fill('电话核实在怀远镇');
      await under.page.keyboard.press('Tab');
      await under.page.keyboard.press('Enter');
      await expect.poll(async () => (await clueOf(clueId))?.case_id).not.toBeNull();
      const { case_id } = (await clueOf(clueId)) ?? {};
      await under.page
        .getByRole('status')
        .getByRole('link', { name: case_id ?? '' })
        .waitFor();
      await picture(under, 'clue-settled');
    },
    TEST_MS,
  );

  it(
    'given two clues that triage has an answer for but not enough confidence, when Y is held down, then the one that is open is settled, it says as which case, and the other waits for a Y of its own',
    async () => {
      const { page } = under;
      const clues = [await sendClue('怀远镇店招太吵'), await sendClue('怀远镇三轮车挡路')];
      await signIn(under, 'dispatcher', '/dispatch');
      const rows = page.locator('.clue-list button');
      await rows.filter({ hasText: '怀远镇店招太吵' }).click();
      await page.getByRole('button', { name: /^Y 同意/ }).waitFor();
      await page.keyboard.down('y');
      const done = page.getByRole('status').filter({ hasText: '已由您研判：成案并派往怀远镇' });
      await done.waitFor();
      const [first] = await Promise.all(clues.map(({ clueId }) => clueOf(clueId)));
      await done.getByRole('link', { name: first?.case_id ?? '' }).waitFor();
      await picture(under, 'settled');
      // The settled one is in sight until one goes on.
      expect(await rows.and(page.locator('[aria-pressed=true]')).innerText()).toContain('怀远镇店招太吵');
      await rows.filter({ hasText: '怀远镇三轮车挡路' }).click();
      const agree = page.getByRole('button', { name: /^Y 同意/ });
      await agree.waitFor();
      // Held still: the browser says so again and again.
      for (let i = 0; i < 5; i += 1) await page.keyboard.down('y');
      expect(await agree.isEnabled()).toBe(true);
      // A round of the list later, whatever had been sent would have come.
      await page.waitForResponse((response) => response.url().includes('/api/v1/clues?'));
      expect((await clueOf(clues[1]?.clueId ?? ''))?.settled).toBe(false);
      await page.keyboard.up('y');
      await page.keyboard.press('y');
      await done.waitFor();
      expect((await clueOf(clues[1]?.clueId ?? ''))?.settled).toBe(true);
    },
    TEST_MS,
  );

  it(
    'given a clue that is open and being written about, when others come in and a colleague settles it, then it stays open, says who settled it, and keeps the words',
    async () => {
      const { page } = under;
      await unclear('别的');
      const { clueId } = await sendClue('街子镇有人堆了一堆东西');
      await signIn(under, 'dispatcher', '/dispatch');
      await page.getByLabel('看').selectOption('all');
      const open = page.locator('.clue-list [aria-pressed=true]');
      await open.filter({ hasText: '街子镇有人堆了一堆东西' }).waitFor();
      await page.getByRole('button', { name: 'N 不属本部门' }).click();
      await page.getByLabel('理由').fill('写了一半的理由');
      await sendClue('有只猫没牵绳');
      await page.locator('.clue-list button').first().filter({ hasText: '有只猫没牵绳' }).waitFor();
      expect(await open.innerText()).toContain('街子镇有人堆了一堆东西');
      await page.getByLabel('看').selectOption('waiting');
      await page.locator('.clue-list button', { hasText: '街子镇有人堆了一堆东西' }).click();
      await page.getByRole('button', { name: 'N 不属本部门' }).click();
      await page.getByLabel('理由').fill('写了一半的理由');
      const settlement = { as: 'not_ours', belongsTo: '市公安局', reason: '电话核实' };
      await under.house.post('dispatcher-2', `/api/v1/clues/${clueId}/settle`, settlement);
      await page
        .getByRole('alert')
        .filter({ hasText: /已由韩娟于 .*研判：不属本部门，应由市公安局办理/ })
        .waitFor();
      expect(await page.getByLabel('理由').inputValue()).toBe('写了一半的理由');
      expect(await page.getByRole('button', { name: '提交研判' }).isDisabled()).toBe(true);
      await open.filter({ hasText: '街子镇有人堆了一堆东西' }).waitFor();
      await looksRight(under);
      await picture(under, 'settled-meanwhile');
      await page.getByRole('heading', { name: '派单' }).click();
      await page.keyboard.press('j');
      await expect.poll(() => open.innerText()).not.toContain('街子镇有人堆了一堆东西');
      expect(await open.count()).toBe(1);
    },
    TEST_MS,
  );

  it(
    'given a service that is too busy at first, when a clue is settled, then the page comes again by itself',
    async () => {
      const { clueId } = await sendClue('路边有人乱倒建筑垃圾，灰尘大得很，影响走路');
      await signIn(under, 'dispatcher');
      await go(under, `/dispatch/${clueId}`);
      let sentAway = 0;
      await under.page.route('**/settle', async (route) => {
        if (sentAway === 1) return route.continue();
        sentAway += 1;
        await route.fulfill({
          status: 503,
          headers: { 'retry-after': '1' },
          json: { code: 'busy', detail: '服务繁忙' },
        });
      });
      await under.page.getByRole('button', { name: 'N 不属本部门' }).click();
      await under.page.getByLabel('应由哪个单位承办').fill('市住建局');
      await under.page.getByLabel('理由').fill('电话核实');
      await under.page.getByRole('button', { name: '提交研判' }).click();
      await expect.poll(async () => (await clueOf(clueId))?.outcome, { timeout: PATIENCE_MS }).toBe('not_ours');
      expect(sentAway).toBe(1);
    },
    TEST_MS,
  );

  it(
    'given markup in a clue, when it waits at the desk, then it is read as text and nothing of it runs',
    async () => {
      const text = '<img src=x onerror="document.title=1"><b>有人乱倒垃圾</b>';
      await sendClue(text);
      await signIn(under, 'dispatcher');
      await under.page.locator('.clue-list').getByText(text).waitFor();
      expect(await under.page.title()).toContain('分级办案');
    },
    TEST_MS,
  );

  it(
    'given an answer that got lost, when the same words are sent again after a reload, then there is one clue',
    async () => {
      const text = '三江街道牂牁社区门口有人占道经营卖烧烤';
      await signIn(under, 'dispatcher');
      await go(under, '/dispatch/report');
      await under.page.locator('select').selectOption({ label: CHANNEL_LABELS.hotline_12345 });
      await under.page.getByLabel('反映内容').fill(text);
      expect(await under.page.getByRole('button', { name: '上报', exact: true }).isDisabled()).toBe(true);
      await under.page.getByLabel(/^渠道自己的编号/).fill('12345-2026-0001');
      await under.page
        .getByRole('button', { name: /^★ CG-\d+ .*占道/ })
        .first()
        .waitFor();
      await looksRight(under);
      await picture(under, 'report');
      let lost = 0;
      await under.page.route('**/api/v1/clues', async (route) => {
        if (route.request().method() !== 'POST') return route.continue();
        await route.fetch();
        lost += 1;
        await route.abort();
      });
      await under.page.getByRole('button', { name: '上报', exact: true }).click();
      await under.page
        .getByText(/不会重复登记/)
        .first()
        .waitFor();
      await under.page.unroute('**/api/v1/clues');
      await under.page.reload();
      await under.page.getByText('这一条上次没有得到答复').waitFor();
      await under.page.getByRole('button', { name: '上报', exact: true }).click();
      await under.page.getByRole('heading', { name: /^研判：/ }).waitFor();
      const { rows } = await under.house.db.query<{ n: number }>(
        'select count(*)::int as n from clues where text = $1',
        [text],
      );
      expect([lost, rows[0]?.n]).toEqual([1, 1]);
    },
    TEST_MS,
  );

  it(
    'given an officer on patrol, when the device says where they stand and an item is chosen, then the report has both',
    async () => {
      const text = '占道经营卖水果';
      await under.page.context().grantPermissions(['geolocation']);
      await under.page.context().setGeolocation({ longitude: 103.6714, latitude: 30.6302 });
      await signIn(under, `officer-${YANGMA.code}-1`);
      await go(under, '/dispatch/report');
      await under.page.getByLabel('反映内容').fill(text);
      const report = under.page.getByRole('button', { name: '上报', exact: true });
      await under.page
        .getByRole('button', { name: /^★ CG-\d+ .*占道/ })
        .first()
        .click();
      expect(await report.isDisabled()).toBe(true);
      await under.page.getByText('还缺：位置').waitFor();
      await under.page.getByRole('button', { name: '取当前位置' }).click();
      await expect.poll(() => report.isEnabled(), { timeout: PATIENCE_MS }).toBe(true);
      await report.click();
      await under.page.getByRole('heading', { name: /^研判：/ }).waitFor();
      const { rows } = await under.house.db.query<{ channel: string; lng: number; lat: number }>(
        'select channel, lng, lat from clues where text = $1',
        [text],
      );
      expect(rows).toMatchObject([{ channel: 'patrol', lng: 103.6714, lat: 30.6302 }]);
      await looksRight(under);
      await picture(under, 'patrol');
    },
    TEST_MS,
  );

  it(
    'given an officer on patrol whose everyday words triage knows, then its likeliest item is offered; given words that it doesn’t know, then any item is found by what one sees, or by going through all',
    async () => {
      const { page } = under;
      const text = '有只狗没牵绳';
      await page.context().grantPermissions(['geolocation']);
      await page.context().setGeolocation({ longitude: 103.6714, latitude: 30.6302 });
      await page.setViewportSize(PHONE);
      await signIn(under, `officer-${YANGMA.code}-1`);
      await go(under, '/dispatch/report');
      const items = page.getByRole('group', { name: '巡查的事项（须选一项）' });
      const written = page.getByLabel('反映内容');
      expect((await written.boundingBox())?.height ?? 0, 'no room to write').toBeGreaterThan(80);
      for (const [said, code] of [
        ['店家炒菜油烟太大了，邻居都受不了', 'CG-022'],
        ['街边摆摊卖水果', 'CG-015'],
        ['工地半夜还在打桩', 'CG-033'],
        ['有人乱贴小广告', 'CG-002'],
      ] as const) {
        await written.fill(said);
        await items.getByRole('button', { name: new RegExp(`^★ ${code} `) }).waitFor();
      }
      await written.fill(text);
      await items.getByText(/^★/).first().waitFor({ state: 'detached' });
      const first = await items.locator('.chip').count();
      await items.getByRole('button', { name: /^再列出一些/ }).click();
      expect(await items.locator('.chip').count()).toBe(first + 20);
      const search = page.getByLabel('查找事项');
      await search.fill('没有这种东西');
      await items.getByText(/^没有含/).waitFor();
      await search.fill('遛狗');
      await search.press('Enter');
      await expect.poll(() => items.locator('.chip[aria-pressed=true]').count()).toBe(1);
      const chosen = (await items.locator('.chip[aria-pressed=true]').innerText()).slice(0, 6);
      await looksRight(under);
      await picture(under, 'patrol-search');
      await page.getByRole('button', { name: '取当前位置' }).click();
      await page.getByRole('button', { name: '上报', exact: true }).click();
      await page.getByRole('heading', { name: /^研判：/ }).waitFor();
      const { rows } = await under.house.db.query<{ item: string }>(
        `select original ->> 'itemCode' as item from clue_messages join clues on clues.id = clue_id where clues.text = $1`,
        [text],
      );
      expect(rows).toEqual([{ item: chosen }]);
    },
    TEST_MS,
  );

  it(
    'given a case that its town returned, when the dispatcher opens it from the desk, then it can be sent elsewhere',
    async () => {
      const caseId = await reportSummary(under.house);
      await ok(under.house.act(`office-${STREET.code}`, caseId, 'return_dispatch', { reason: '不在本镇' }));
      await signIn(under, 'dispatcher');
      await under.page.getByRole('link', { name: new RegExp(caseId) }).click();
      await under.page.getByRole('link', { name: '改派', exact: true }).click();
      await under.page.getByRole('combobox', { name: '改派到' }).fill(YANGMA.name);
      await under.page.locator('.ant-select-item-option', { hasText: YANGMA.name }).click();
      await under.page.getByLabel('改派理由').fill('在羊马街道');
      await picture(under, 'redispatch');
      await under.page.getByRole('button', { name: '提交改派' }).click();
      await under.page.getByText('已提交：改派').waitFor();
      const { body } = await under.house.get<{ summary: { owner: string } }>('dispatcher', `/api/v1/cases/${caseId}`);
      expect(body.summary.owner).toBe(YANGMA.code);
    },
    TEST_MS,
  );

  it(
    'given two returned cases, then the desk says who sent each back and why, and there one is sent elsewhere and the other to the same town again',
    async () => {
      const { page } = under;
      const cases = [await reportSummary(under.house), await reportSummary(under.house)];
      for (const caseId of cases)
        await ok(under.house.act(`office-${STREET.code}`, caseId, 'return_dispatch', { reason: `不在本镇 ${caseId}` }));
      await signIn(under, 'dispatcher', '/dispatch');
      const [elsewhere = '', same = ''] = cases;
      const form = (caseId: string) => page.getByRole('form', { name: `改派 ${caseId}` });
      for (const caseId of cases)
        await page.getByText(new RegExp(`^${STREET.name} .+ 于 .+ 退回：不在本镇 ${caseId}$`)).waitFor();
      await looksRight(under);
      await picture(under, 'returns');
      const button = form(elsewhere).getByRole('button');
      await form(elsewhere).getByLabel('派往').selectOption({ label: YANGMA.name });
      expect(await button.isDisabled()).toBe(true);
      await form(elsewhere).getByLabel('理由').fill('在羊马街道');
      await button.click();
      await page.getByText(`已改派到${YANGMA.name}：`).waitFor();
      await form(elsewhere).waitFor({ state: 'detached' });
      await form(same)
        .getByLabel('派往')
        .selectOption({ label: `维持派往${STREET.name}` });
      await form(same).getByLabel('理由').fill('已核实，在本镇');
      await form(same).getByRole('button', { name: '维持派遣' }).click();
      await page.getByText(`已维持派往${STREET.name}：`).waitFor();
      await page.getByText('没有退回的案件').waitFor();
      const owners = await Promise.all(
        cases.map(async (caseId) => {
          const { body } = await under.house.get<{ summary: { owner: string } }>(
            'dispatcher',
            `/api/v1/cases/${caseId}`,
          );
          return body.summary.owner;
        }),
      );
      expect(owners).toEqual([YANGMA.code, STREET.code]);
    },
    TEST_MS,
  );

  it(
    'given a case and a waiting clue with coordinates, then each stands in its town on the map by a sign of its own, and in the table in words',
    async () => {
      const caseId = await report(under.house, '羊马街道永和大道99号餐馆没装净化器，油烟直排，油烟扰民', {
        itemCode: 'CG-022',
        place: '羊马街道凌翔街99号',
        position: { lng: 103.8, lat: 30.657 },
      });
      // Nearest to that town and too far out to be surely its own.
      const { clueId } = await sendClue('小区门口晚上烧烤占道，油烟很大，还很吵，不知道归谁管', {
        position: { lng: 103.779, lat: 30.685 },
      });
      expect((await clueOf(clueId))?.outcome).toBe('desk');
      await signIn(under, 'dispatcher');
      const tile = under.page.locator('.tile', { hasText: YANGMA.name });
      // One to the east of the centre, one to the north.
      await tile.locator('.point', { hasText: '●' }).waitFor();
      const [east, north] = await Promise.all(
        ['●', '✚'].map((sign) => tile.locator('.point', { hasText: sign }).boundingBox()),
      );
      expect(east?.x ?? 0).toBeGreaterThan(north?.x ?? Infinity);
      expect(east?.y ?? 0).toBeGreaterThan(north?.y ?? Infinity);
      await under.page.getByText(/^点位表/).click();
      await under.page.getByText(`${YANGMA.name}中心东约 2.0 公里`).waitFor();
      await looksRight(under);
      await picture(under, 'points');
      await under.page.getByRole('link', { name: caseId }).last().click();
      await under.page.getByRole('heading', { level: 1 }).waitFor();
      await under.page.setViewportSize({ width: 1920, height: 1080 });
      await go(under, '/wall');
      await under.page.locator('.wall-tile .point').first().waitFor();
      await looksRight(under);
      const high = await under.page.evaluate('document.documentElement.scrollHeight - innerHeight');
      expect(high, 'does not fit one screen').toBeLessThanOrEqual(0);
      await picture(under, 'wall-points');
    },
    TEST_MS,
  );

  it(
    'given a reporter who was answered, when the dispatcher rings them up, then what they say is noted with one button, and said again it stands below',
    async () => {
      const { clueId, caseId } = await sendClue('文物保护碑被人刻了字', {
        ...{ channel: 'grid_worker', number: 'G-77', itemCode: 'WL-004', place: '街子古镇字库塔南侧' },
        reporter: { name: '周小川', phone: '13800000000' },
      });
      await warnOnSpot(under.house, caseId ?? '');
      const { page } = under;
      await signIn(under, 'dispatcher', '/dispatch');
      await expect
        .poll(async () => (await under.house.db.query('select 1 from clues where answered_at is not null')).rowCount, {
          timeout: PATIENCE_MS,
        })
        .toBe(1);
      await page.getByLabel('看').selectOption('to_ask');
      const asked = page.getByRole('region', { name: '回访' });
      await asked.getByText('还没有回访。').waitFor();
      await page.getByText('周小川 13800000000').waitFor();
      await looksRight(under);
      await picture(under, 'satisfaction');
      await asked.getByRole('button', { name: '不满意', exact: true }).click();
      await page.getByText('没有“待回访”的线索').waitFor();
      await go(under, `/dispatch/${clueId}`);
      await asked.getByRole('button', { name: '基本满意' }).click();
      await expect.poll(() => asked.getByRole('listitem').allInnerTexts()).toHaveLength(2);
      expect((await asked.getByRole('listitem').allInnerTexts()).map((line) => line.split(' ')[0])).toEqual([
        '不满意',
        '基本满意',
      ]);
      await page.setViewportSize(PHONE);
      await looksRight(under);
    },
    TEST_MS,
  );

  it(
    'given a report that was joined to a case by itself, then both stand side by side with why; where it is another matter it is split off from there, and not the one that the case rests on',
    async () => {
      const { page } = under;
      const first = await sendClue('白头镇粮站门口有人占道经营卖烧烤', { place: '白头镇粮站门口' });
      const again = await sendClue('白头镇粮站门口又在占道经营卖烧烤了', { place: '白头镇粮站门口' });
      expect(first.caseId).not.toBeNull();
      expect((await clueOf(again.clueId))?.outcome).toBe('duplicate');
      await expect
        .poll(
          async () =>
            (
              await under.house.get<{ summary: object; state: { clueIds: string[] } }>(
                'dispatcher',
                `/api/v1/cases/${first.caseId ?? ''}`,
              )
            ).body.state.clueIds.length,
          { timeout: PATIENCE_MS },
        )
        .toBe(2);
      await sendClue('廖家镇桥头有人占道经营卖水果', { place: '廖家镇东风桥头12号' });
      const lone = await sendClue('廖家镇巷口有人占道经营卖水果', { place: '廖家镇丁家巷口' });
      expect((await clueOf(lone.clueId))?.outcome).toBe('case');
      await signIn(under, 'dispatcher');
      await go(under, `/dispatch/${again.clueId}`);
      const repeat = page.getByRole('region', { name: '重复的是哪一条' });
      await repeat.getByText('白头镇粮站门口有人占道经营卖烧烤').waitFor();
      await repeat.getByText('白头镇粮站门口又在占道经营卖烧烤了').waitFor();
      await repeat.getByText(/判为同一事项/).waitFor();
      await repeat.getByRole('link', { name: `打开案件 ${first.caseId ?? ''}` }).waitFor();
      await looksRight(under);
      await picture(under, 'repeat');
      await repeat.getByRole('link', { name: /拆出/ }).click();
      await page.getByLabel(/理由/).fill('另一家');
      await page.getByRole('button', { name: /^提交/ }).click();
      await expect.poll(async () => (await clueOf(again.clueId))?.outcome, { timeout: PATIENCE_MS }).toBe('desk');
      const known = page.waitForResponse((response) => response.url().endsWith(`/cases/${lone.caseId ?? ''}`));
      await go(under, `/dispatch/${lone.clueId}`);
      await page.getByRole('heading', { name: '可能为同一事项（1）' }).waitFor();
      await known;
      await page.getByRole('link', { name: '把本案并入该案' }).waitFor();
      expect(await page.getByRole('link', { name: /拆出/ }).count()).toBe(0);
    },
    TEST_MS,
  );

  it(
    'given a waiting clue that may repeat another waiting one and a case, then each is named by a link and not by an id, and D offers the case',
    async () => {
      const { page } = under;
      const place = '隆兴镇老街口水果店前';
      const { caseId } = await sendClue('隆兴镇老街口有人占道经营卖水果', { place });
      expect(caseId).not.toBeNull();
      const patrolled = (which: string) =>
        sendClue(`网格走访看到${which}问题，讲不明白`, { channel: 'grid_worker', number: `G-${which}`, place });
      const { clueId } = await patrolled('一处');
      await patrolled('又一处');
      const { rows } = await under.house.db.query<{ id: string; similar: { caseId: string | null }[] }>(
        `select id, triage -> 'similar' as similar from clues where place = $1 and outcome = 'desk' order by received_at`,
        [place],
      );
      expect(rows.map(({ similar }) => similar.map((each) => each.caseId === null))).toEqual([[false], [true, false]]);
      const last = rows[1]?.id ?? '';
      await signIn(under, 'dispatcher');
      await go(under, `/dispatch/${last}`);
      await page.getByRole('heading', { name: '可能为同一事项（2）' }).waitFor();
      await page.getByRole('heading', { name: '那一条' }).last().waitFor();
      expect(await page.locator('#main').innerText()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
      await page.locator(`a[href$="/dispatch/${clueId}"]`).first().waitFor();
      await page.keyboard.press('d');
      await page
        .getByRole('group', { name: '相似的案件' })
        .getByRole('button', { name: caseId ?? '' })
        .waitFor();
      await page.getByLabel(/^与哪个案件重复/).fill('');
      await page.getByRole('button', { name: new RegExp(`★ ${caseId ?? ''}`) }).click();
      await looksRight(under);
      await picture(under, 'similar');
      await page.getByLabel('理由').fill('同一家');
      await page.getByRole('button', { name: '提交研判' }).click();
      await page
        .getByRole('status')
        .filter({ hasText: `并入案件 ${caseId ?? ''}` })
        .waitFor();
    },
    TEST_MS,
  );

  // The last: its clues fill the desk.
  it(
    'given more waiting clues than a page holds, then those due first stand first, the overdue are counted, and the rest is on the next page',
    async () => {
      const { page } = under;
      const late = await unclear('最早');
      const { clueId } = late;
      await under.house.db.query(
        `update clues set received_at = received_at - interval '1 day', yellow_at = yellow_at - interval '1 day',
                          due_at = due_at - interval '1 day' where id = $1`,
        [clueId],
      );
      for (let i = 0; i < 51; i += 1) await unclear(`第 ${i} `);
      await signIn(under, 'dispatcher', '/dispatch');
      const rows = page.locator('.clue-list button');
      await page.getByText('1 条已超期').waitFor();
      expect(await rows.first().innerText()).toContain('· 已超 ');
      expect(await rows.first().innerText()).toContain('巡查发现最早处情况');
      expect(await rows.count()).toBe(50);
      await looksRight(under);
      await page.getByRole('button', { name: '下一页' }).click();
      await page.getByText('第 2 页').waitFor();
      await rows.filter({ hasText: '第 50 处' }).waitFor();
      await go(under, '/supervision');
      await page.getByText('其中 1 条已超期').waitFor();
      await picture(under, 'overdue-clues');
    },
    TEST_MS,
  );
});
