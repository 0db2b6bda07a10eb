import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createCanvas } from '@napi-rs/canvas';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openDoor } from '../api/support';
import { EVIDENCE, ok, PENALTY, reportOrdinary, YANGMA } from '../support/road';
import { FormOnPage } from './actByPages';
import { changePerson, go, looksRight, pagesUnderTest, PHONE, picture, signIn, TEST_MS } from './pagesUnderTest';

const under = pagesUnderTest(PHONE);
const LEAD = `officer-${YANGMA.code}-1`;
const OFFICERS = [LEAD, `officer-${YANGMA.code}-2`];

interface Photo {
  readonly buffer: Buffer;
  readonly sha256: string;
}

let n = 0;

/** A picture of 640 by 480, unlike every other. */
function photo(): Photo {
  n += 1;
  const canvas = createCanvas(640, 480);
  const brush = canvas.getContext('2d');
  brush.fillStyle = `hsl(${n * 47} 60% 50%)`;
  brush.fillRect(0, 0, 640, 480);
  const buffer = canvas.toBuffer('image/jpeg');
  return { buffer, sha256: createHash('sha256').update(buffer).digest('hex') };
}

async function underInvestigation(): Promise<string> {
  const caseId = await reportOrdinary(under.house);
  await ok(under.house.act(LEAD, caseId, 'accept', { officers: OFFICERS }));
  await ok(under.house.act(LEAD, caseId, 'verify', { violation: true, facts: '属实' }));
  const party = { kind: 'organisation', name: '某某餐馆', address: '羊马街道1号' };
  const filed = { officers: OFFICERS, party, reason: '涉嫌违法', committedOn: null, harm: false };
  await ok(under.house.act(`office-${YANGMA.code}`, caseId, 'file_case', filed));
  return caseId;
}

/** Registered by another machine: the file itself isn't there. */
async function registered({ sha256 }: Photo): Promise<string> {
  const caseId = await underInvestigation();
  await ok(under.house.act(LEAD, caseId, 'collect_evidence', { ...EVIDENCE, sha256 }));
  return caseId;
}

const FILES = '**/api/v1/cases/*/evidence/*';

/** A link over which forms still come through and files don't. */
const breakFiles = () =>
  under.page.route(FILES, (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));

const choose = ({ buffer }: Photo, label: string, name = '现场.jpg') =>
  under.page.getByLabel(label).setInputFiles({ name, mimeType: 'image/jpeg', buffer });

const again = '选择文件上传：现场照片';

/** The photo is drawn, and not only its frame. */
async function shows(alt: string): Promise<void> {
  const image = under.page.getByRole('img', { name: alt });
  await image.scrollIntoViewIfNeeded();
  await expect.poll(() => image.evaluate((one) => (one as unknown as { naturalWidth: number }).naturalWidth)).toBe(640);
}

/** How many files lie in the browser. */
function lying(page: Page): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('keyval-store');
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => opening.result.createObjectStore('keyval');
    opening.onsuccess = () => {
      const counting = opening.result.transaction('keyval').objectStore('keyval').count();
      counting.onsuccess = () => { opening.result.close(); resolve(counting.result); };
    };
  })`);
}

describe('a photo of evidence', () => {
  it(
    'given a photo that is chosen and registered over a link that breaks, when the page is loaded anew in between and the link comes back, then the photo is on the case page by itself, and the reviewer sees it',
    async () => {
      const caseId = await underInvestigation();
      const one = photo();
      const form = new FormOnPage(under);
      await signIn(under, LEAD);
      await breakFiles();
      await go(under, `/cases/${caseId}/acts/collect_evidence`);
      await choose(one, '选择照片或文件');
      await under.page.getByText(`指纹 sha256：${one.sha256}`).waitFor();
      await under.page.reload();
      await shows('所选的照片 已选的文件');
      await form.choose('证据种类', '电子数据');
      await form.write('证据内容', '油烟直排的照片');
      await form.write('取证地点', '凌翔街');
      await looksRight(under);
      await under.page.locator('button[type=submit]').click();
      await under.page.getByText('已提交：登记证据').waitFor();
      await under.page.getByText(/还没有传完，会自动重试/).waitFor();
      await under.page.reload();
      await under.page.getByText(/还没有传完，会自动重试/).waitFor();
      await under.page.getByText('1 份证据文件正在上传').waitFor();
      await looksRight(under);
      await picture(under, 'evidence-waiting-phone');
      expect(await under.house.evidence?.look({ caseId, sha256: one.sha256 })).toBeNull();

      // From another page than the case's own.
      await go(under, '/town');
      await under.page.getByText('1 份证据文件正在上传').waitFor();
      await under.page.unroute(FILES);
      await under.page.getByText('1 份证据文件正在上传').waitFor({ state: 'hidden' });
      expect(await lying(under.page), 'nothing stays in the browser').toBe(0);
      await go(under, `/cases/${caseId}`);
      await shows('油烟直排的照片');
      await looksRight(under);
      await picture(under, 'evidence-stored-phone');

      await ok(
        under.house.act(LEAD, caseId, 'end_investigation', { officers: OFFICERS, report: '终结', proposal: PENALTY }),
      );
      await changePerson(under, 'reviewer-1', `/review/${caseId}`);
      await go(under, `/review/${caseId}`);
      await shows('油烟直排的照片');
      await looksRight(under);
      await picture(under, 'evidence-review-phone');
      const [large] = await Promise.all([
        under.page.context().waitForEvent('page'),
        under.page.getByRole('img', { name: '油烟直排的照片' }).click(),
      ]);
      await large.waitForLoadState();
      await picture({ ...under, page: large }, 'evidence-large');
      expect(large.url()).toContain(`/evidence/${one.sha256}`);
      await large.close();
    },
    TEST_MS,
  );

  it(
    'given evidence whose file is missing, when another file is chosen, then its fingerprint is said to differ; with the right one the photo is there, for those who may see it',
    async () => {
      const one = photo();
      const caseId = await registered(one);
      await signIn(under, 'supervisor-1');
      await go(under, `/cases/${caseId}`);
      await under.page.getByText('文件未上传').waitFor();
      expect(await under.page.getByLabel(again).count(), 'none of their business').toBe(0);

      await changePerson(under, LEAD, `/cases/${caseId}`);
      await go(under, `/cases/${caseId}`);
      await under.page.getByText('文件未上传').waitFor();
      await looksRight(under);
      await choose(photo(), again);
      await under.page.getByText(/这不是登记的那个文件：指纹不同/).waitFor();
      await picture(under, 'evidence-differs-phone');
      await choose(one, again);
      await shows('现场照片');

      await changePerson(under, 'supervisor-1', `/cases/${caseId}`);
      await go(under, `/cases/${caseId}`);
      await under.page.getByText(/文件已存。.*您不能查看/).waitFor();
      expect(await under.page.getByRole('img', { name: '现场照片' }).count()).toBe(0);
    },
    TEST_MS,
  );

  it(
    'given a stored photo that was altered on the disk, when the case is opened, then the page says so and shows nothing; chosen again, the original is there',
    async () => {
      const one = photo();
      const caseId = await registered(one);
      await under.house.evidence?.put({ caseId, sha256: one.sha256 }, Readable.from([one.buffer]));
      const file = join(under.house.evidenceDir, caseId, one.sha256);
      const altered = await readFile(file);
      altered[altered.length - 3] = (altered.at(-3) ?? 0) ^ 1;
      await writeFile(file, altered);
      await signIn(under, LEAD);
      await go(under, `/cases/${caseId}`);
      // Photos are asked for when one comes near them.
      await under.page.getByRole('heading', { name: '证据（1）' }).scrollIntoViewIfNeeded();
      await under.page.getByText(/与登记的指纹不符/).waitFor();
      expect(await under.page.getByRole('img', { name: '现场照片' }).count()).toBe(0);
      await looksRight(under);
      await choose(one, again);
      await shows('现场照片');
    },
    TEST_MS,
  );

  it(
    'given a file that is still on its way, when its officer signs out, then they are asked first; who leaves all the same leaves nothing behind',
    async () => {
      const one = photo();
      const caseId = await registered(one);
      await signIn(under, LEAD);
      await breakFiles();
      await go(under, `/cases/${caseId}`);
      await choose(one, again);
      await under.page.getByText(/还没有传完，会自动重试/).waitFor();
      const said: string[] = [];
      under.page.once('dialog', (dialog) => {
        said.push(dialog.message());
        void dialog.dismiss();
      });
      await under.page.getByRole('button', { name: '退出' }).click();
      await expect.poll(() => said).toEqual([expect.stringContaining('1 份证据文件没有传完')]);
      expect(await lying(under.page)).toBe(1);
      under.page.once('dialog', (dialog) => void dialog.accept());
      await under.page.getByRole('button', { name: '退出' }).click();
      await under.page.getByRole('link', { name: '登录' }).waitFor();
      expect(await lying(under.page)).toBe(0);
    },
    TEST_MS,
  );

  it(
    'given a photo that is chosen and not registered, when the link is away, then nobody is told that it is being uploaded; who signs out is asked all the same',
    async () => {
      const caseId = await underInvestigation();
      await signIn(under, LEAD);
      await under.page.route('**/api/v1/cases/*/evidence', (route) => route.abort());
      await go(under, `/cases/${caseId}/acts/collect_evidence`);
      const failed = () =>
        under.page.waitForEvent('requestfailed', { predicate: (request) => request.url().endsWith('/evidence') });
      const first = failed();
      await choose(photo(), '选择照片或文件');
      await first;
      await failed();
      expect(await under.page.getByText(/份证据文件/).count()).toBe(0);
      const said: string[] = [];
      under.page.once('dialog', (dialog) => {
        said.push(dialog.message());
        void dialog.dismiss();
      });
      await under.page.getByRole('button', { name: '退出' }).click();
      await expect.poll(() => said).toEqual([expect.stringContaining('1 份证据文件没有传完或者没有登记')]);
    },
    TEST_MS,
  );

  it(
    'given a house without a store, then the page says where the file lies, as it was registered, and nothing of uploads',
    async () => {
      const caseId = await registered(photo());
      const door = await openDoor(under.house, { evidence: null });
      await door.app.listen({ host: '127.0.0.1', port: 0 });
      await signIn(under, LEAD);
      // The cookie is the host's, whichever port.
      const page = await under.page.context().newPage();
      await page.goto(`http://127.0.0.1:${(door.app.server.address() as AddressInfo).port}/cases/${caseId}`);
      await page.getByText(`存放位置 ${EVIDENCE.storeKey}`).waitFor();
      await page.getByText('证据（1）').waitFor();
      expect(await page.getByText('文件未上传').count()).toBe(0);
      await page.goto('about:blank');
      await page.close();
      // The browser keeps a connection that it doesn't use, and the door would wait for it a minute.
      door.app.server.closeAllConnections();
      await door.app.close();
    },
    TEST_MS,
  );
});
