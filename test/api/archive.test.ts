import { createPublicKey } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { extractText, getDocumentProxy } from 'unpdf';
import PizZip from 'pizzip';
import { signHeads } from '../../archive/chainHeads';
import { makeArchive } from '../../archive/makeArchive';
import { openPrinter } from '../../archive/printer';
import { verifyArchive } from '../../archive/verify.mjs';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { dispose, investigate, ok, reportOrdinary, reportSummary, STREET, YANGMA } from '../support/road';
import { until } from '../support/until';
import { expectProblem, openDoor, type Door } from './support';
import { askPatiently } from '../support/askPatiently';

let house: House;
let door: Door;
beforeAll(async () => {
  house = await openHouse();
  door = await openDoor(house);
});
afterEach(() => checkAllCases(house));
afterAll(async () => {
  await door.app.close();
  await house.close();
});

const LEAD = `officer-${YANGMA.code}-1`;

async function download(person: string, caseId: string) {
  return askPatiently(door.app, {
    url: `/api/v1/cases/${caseId}/archive`,
    headers: { authorization: `Bearer ${await door.token(person)}` },
  });
}

async function archived(): Promise<string> {
  const caseId = await reportOrdinary(house);
  await investigate(house, caseId);
  await ok(house.act('reviewer-1', caseId, 'pass_review', { opinion: '同意' }));
  await dispose(house, caseId);
  await made(caseId);
  return caseId;
}

/** Closed at once: nothing was found. */
async function closed(): Promise<string> {
  const officer = `officer-${STREET.code}-1`;
  const caseId = await reportSummary(house);
  await ok(house.act(officer, caseId, 'accept'));
  await ok(house.act(officer, caseId, 'verify', { violation: false, facts: '现场未见异常' }));
  const reason = { reason: 'not_established', explanation: '违法事实不成立' };
  await ok(house.act(`office-${STREET.code}`, caseId, 'close_without_penalty', reason));
  return caseId;
}

const made = (caseId: string) => until(async () => (await count(caseId)) === 1);

async function count(caseId: string): Promise<number> {
  const { rows } = await house.db.query<{ n: number }>('select count(*) as n from archive_files where case_id = $1', [
    caseId,
  ]);
  return rows[0]?.n ?? 0;
}

describe('the file 案卷 of an archived case', () => {
  it('given a case that ran to its end, then its file is made by itself: papers in order, evidence, events, signed', async () => {
    const caseId = await archived();
    const answer = await download(LEAD, caseId);
    expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${caseId}.zip"`,
      'cache-control': 'no-store',
    });
    const { keys } = (await house.app.inject('/api/v1/archive-keys')).json<{ keys: { publicKey: string }[] }>();
    const verdict = verifyArchive(
      answer.rawPayload,
      keys.map(({ publicKey }) => createPublicKey(publicKey)),
    );
    expect(verdict).toMatchObject({ intact: true, caseId, signer: { trusted: true } });
    expect(verdict.manifest?.lacking).toEqual([]);
    const { rows } = await house.db.query<{ seq: number; head: string }>('select seq, head from cases where id = $1', [
      caseId,
    ]);
    expect(verdict.manifest?.chain).toEqual({ events: rows[0]?.seq, head: rows[0]?.head });

    const zip = new PizZip(answer.rawPayload);
    const names = verdict.manifest?.entries.map(({ name }) => name) ?? [];
    expect(names.map((name) => name.replace(/^文书\/\d+-.*-([a-z_]+-\d+)/, '$1'))).toEqual([
      'file_cover-1.pdf',
      'file_contents-1.pdf',
      'filing_approval-1.pdf',
      'investigation_report-1.pdf',
      'legal_review_opinion-1.pdf',
      'prior_notice-1.pdf',
      'service_receipt-1.pdf',
      'penalty_decision-1.pdf',
      'service_receipt-2.pdf',
      'closing_report-1.pdf',
      '证据清单.csv',
      'events.jsonl',
    ]);
    const cover = new Uint8Array(zip.file(names[0] ?? '')?.asNodeBuffer() ?? []);
    const { text } = await extractText(await getDocumentProxy(cover), { mergePages: true });
    expect(text.replace(/\s+/g, '')).toContain('某某餐馆');
    expect(zip.file('证据清单.csv')?.asText()).toContain('现场照片');
  });

  it('given the same case, key and time, when made again, then it is the same bytes', async () => {
    const caseId = await archived();
    const { rows } = await house.db.query<{ content: Buffer; made_at: string }>(
      'select content, made_at from archive_files where case_id = $1',
      [caseId],
    );
    const printer = openPrinter();
    const again = await makeArchive({ ...house, printer }, caseId, rows[0]?.made_at ?? '');
    await printer.close();
    expect(again.bytes.equals(rows[0]?.content ?? Buffer.alloc(0))).toBe(true);
  });

  it('given who may not see the party, or a case that goes on, then nobody gets a file, and is told why', async () => {
    const open = await reportOrdinary(house);
    expectProblem(await door.send(LEAD, 'GET', `/api/v1/cases/${open}/archive`), 409, 'archive_not_ready');
    const caseId = await closed();
    await made(caseId);
    const url = `/api/v1/cases/${caseId}/archive`;
    expect((await download(`office-${STREET.code}`, caseId)).statusCode).toBe(200);
    expectProblem(await door.send('supervisor-1', 'GET', url), 403, 'forbidden');
    expectProblem(await door.send(LEAD, 'GET', url), 404, 'not_found');
  });

  it('given a duty that comes twice, then there is one file, the first', async () => {
    const caseId = await closed();
    await made(caseId);
    const first = (await download(`office-${STREET.code}`, caseId)).rawPayload;
    await house.db.query(`insert into outbox (case_id, seq, kind, payload) values ($1, 0, 'make_archive', '{}')`, [
      caseId,
    ]);
    await until(async () => {
      const { rows } = await house.db.query(
        `select 1 from outbox where case_id = $1 and kind = 'make_archive' and done_at is null`,
        [caseId],
      );
      return rows.length === 0;
    });
    expect((await download(`office-${STREET.code}`, caseId)).rawPayload.equals(first)).toBe(true);
  });

  it('given a file that can’t be made, then it is told, retried, and others are made meanwhile; mended, it is made', async () => {
    const broken = await reportSummary(house);
    // As if a duty had come too early: the case isn't archived.
    await house.db.query(`insert into outbox (case_id, seq, kind, payload) values ($1, 0, 'make_archive', '{}')`, [
      broken,
    ]);
    const attempts = async () =>
      (
        await house.db.query<{ attempts: number; last_error: string }>(
          `select attempts, last_error from outbox where case_id = $1 and kind = 'make_archive'`,
          [broken],
        )
      ).rows[0];
    await until(async () => ((await attempts())?.attempts ?? 0) > 0);
    expect((await attempts())?.last_error).toContain('is not archived');
    expect(house.logged()).toMatch(new RegExp(`"level":50.*${broken}.*archive not made, will retry`));
    const other = await closed();
    await made(other);

    const officer = `officer-${STREET.code}-1`;
    await ok(house.act(officer, broken, 'accept'));
    await ok(house.act(officer, broken, 'verify', { violation: false, facts: '现场未见异常' }));
    const reason = { reason: 'not_established', explanation: '违法事实不成立' };
    await ok(house.act(`office-${STREET.code}`, broken, 'close_without_penalty', reason));
    await made(broken);
  });

  it('given the verifier, when asked for, then it is the file that is shipped', async () => {
    const answer = await house.app.inject('/verify.mjs');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('text/javascript');
    expect(answer.body).toContain('export function verifyArchive');
  });
});

describe('the heads of all chains', () => {
  it('given a signed day, then supervisors read what was signed, to keep it outside, and others don’t', async () => {
    await signHeads(house.db, house.signer, new Date().toISOString());
    const { body } = await house.get<{ heads: readonly { statement: string; keyId: string }[] }>(
      'supervisor-1',
      '/api/v1/chain-heads',
    );
    expect(body.heads).toHaveLength(1);
    expect(body.heads[0]?.keyId).toBe(house.signer.keyId);
    expect(JSON.parse(body.heads[0]?.statement ?? '')).toMatchObject({ previous: null });
    expectProblem(await door.send(LEAD, 'GET', '/api/v1/chain-heads'), 403, 'forbidden');
  });
});

describe('what is due after its period of retention', () => {
  it('given archived cases, then none is due today, and on a day after its period each is, with its rule', async () => {
    const caseId = await closed();
    await made(caseId);
    interface Page {
      readonly due: readonly { readonly caseId: string; readonly kind: string; readonly until: string }[];
      readonly seen: number;
    }
    const today = await house.get<Page>('supervisor-1', '/api/v1/retention');
    expect(today.body.seen).toBeGreaterThan(0);
    expect(today.body.due).toEqual([]);
    const year = new Date().getUTCFullYear();
    const later = await house.get<Page>('supervisor-1', `/api/v1/retention?on=${year + 11}-12-31`);
    expect(later.body.due.find((one) => one.caseId === caseId)).toMatchObject({ kind: 'not_filed' });
    expect(later.body.due.every(({ kind }) => kind === 'not_filed' || kind === 'summary')).toBe(true);
    const rows = await house.db.query('select 1 from archive_files');
    expect(rows.rows.length).toBeGreaterThan(0);
    expectProblem(await door.send(LEAD, 'GET', '/api/v1/retention'), 403, 'forbidden');
  });
});
