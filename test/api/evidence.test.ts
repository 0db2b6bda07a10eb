import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EVIDENCE_LIMIT_BYTES } from '../../evidence/evidenceStore';
import type { ApiApp } from '../../api/apiApp';
import { askPatiently } from '../support/askPatiently';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { dispose, EVIDENCE, ok, PENALTY, reportOrdinary, YANGMA } from '../support/road';
import { until } from '../support/until';
import { expectProblem, openDoor } from './support';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => checkAllCases(house));
afterAll(() => house.close());

const LEAD = `officer-${YANGMA.code}-1`;
const SECOND = `officer-${YANGMA.code}-2`;
const OFFICE = `office-${YANGMA.code}`;

interface Listed {
  readonly limit: number | null;
  readonly maySee: boolean;
  readonly files: readonly {
    readonly id: string;
    readonly sha256: string;
    readonly stored: boolean | null;
    readonly size: number | null;
    readonly mayHandIn: boolean;
  }[];
}

interface Photo {
  readonly content: Buffer;
  readonly sha256: string;
}

/** Begins like a JPEG, and is unlike every other. */
function photo(first: Buffer = Buffer.from('\xff\xd8\xff\xe0', 'latin1')): Photo {
  const content = Buffer.concat([first, randomBytes(300_000)]);
  return { content, sha256: createHash('sha256').update(content).digest('hex') };
}

/** A case under investigation in which these are registered. */
async function withEvidence(...photos: readonly Photo[]): Promise<string> {
  const officers = [LEAD, SECOND];
  const caseId = await reportOrdinary(house);
  await ok(house.act(LEAD, caseId, 'accept', { officers }));
  await ok(house.act(LEAD, caseId, 'verify', { violation: true, facts: '现场核实' }));
  const party = { kind: 'organisation', name: '某某餐馆', address: '羊马街道1号' };
  const filed = { officers, party, reason: '涉嫌违法', committedOn: null, harm: false };
  await ok(house.act(OFFICE, caseId, 'file_case', filed));
  for (const { sha256 } of photos) await ok(house.act(LEAD, caseId, 'collect_evidence', { ...EVIDENCE, sha256 }));
  return caseId;
}

function toReview(caseId: string): Promise<void> {
  const officers = [LEAD, SECOND];
  return ok(house.act(LEAD, caseId, 'end_investigation', { officers, report: '调查终结', proposal: PENALTY }));
}

const path = (caseId: string, { sha256 }: Pick<Photo, 'sha256'>) => `/api/v1/cases/${caseId}/evidence/${sha256}`;

async function put(
  person: string,
  url: string,
  payload: Buffer,
  { app, headers = {} }: { app?: ApiApp; headers?: Record<string, string> } = {},
) {
  const response = await askPatiently(app ?? house.app, {
    method: 'PUT',
    url,
    headers: {
      authorization: `Bearer ${await house.token(person)}`,
      'content-type': 'application/octet-stream',
      ...headers,
    },
    payload,
  });
  return { status: response.statusCode, body: JSON.parse(response.body) as never, headers: response.headers };
}

async function take(person: string, url: string) {
  return askPatiently(house.app, { url, headers: { authorization: `Bearer ${await house.token(person)}` } });
}

async function list(person: string, caseId: string): Promise<Listed> {
  const { status, body } = await house.get<Listed>(person, `/api/v1/cases/${caseId}/evidence`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

async function lying(): Promise<readonly string[]> {
  const found = await readdir(house.evidenceDir, { recursive: true, withFileTypes: true });
  return found.filter((one) => one.isFile()).map(({ name }) => name);
}

async function exportsOf(caseId: string) {
  const { rows } = await house.db.query<{ person: string; kind: string; ref: string; sha256: string }>(
    `select person, kind, ref, sha256 from exports where ref like $1 || '/%' order by id`,
    [caseId],
  );
  return rows;
}

describe('files of evidence', () => {
  it('given registered evidence, when its file is put once and once more, then it is stored once, and the reviewer reads the very bytes while the case is in review', async () => {
    const one = photo();
    const caseId = await withEvidence(one);
    expect(await list(LEAD, caseId)).toMatchObject({
      ...{ limit: EVIDENCE_LIMIT_BYTES, maySee: true },
      files: [{ id: 'E1', sha256: one.sha256, stored: false, size: null, mayHandIn: true }],
    });
    const url = path(caseId, one);
    expectProblem(await house.get(LEAD, url), 404, 'not_found');
    for (const person of [LEAD, OFFICE]) {
      expect(await put(person, url, one.content)).toMatchObject({
        status: 200,
        body: { sha256: one.sha256, stored: true, size: one.content.length, type: 'image/jpeg' },
      });
    }
    expect((await lying()).filter((name) => name === one.sha256)).toHaveLength(1);

    expectProblem(await house.get('reviewer-1', url), 403, 'forbidden');
    await toReview(caseId);
    const seen = await take('reviewer-1', url);
    expect(seen.statusCode).toBe(200);
    expect(one.content.equals(seen.rawPayload)).toBe(true);
    expect(seen.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(one.content.length),
      'content-disposition': expect.stringMatching(/^inline; /) as string,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(await exportsOf(caseId), 'looked at, not taken').toEqual([]);
    expect(await list('reviewer-1', caseId)).toMatchObject({
      maySee: true,
      files: [{ stored: true, mayHandIn: false }],
    });
    expectProblem(await put('reviewer-1', url, one.content), 403, 'forbidden');
  });

  it('given a stored photo, when it is taken as a file, then that is on record; what is no picture is never given otherwise', async () => {
    const one = photo();
    const page = photo(Buffer.from('<html><script>alert(1)</script>'));
    const caseId = await withEvidence(one, page);
    await put(LEAD, path(caseId, one), one.content);
    await put(LEAD, path(caseId, page), page.content);
    const asFile = await take(LEAD, `${path(caseId, one)}?download=true`);
    expect(asFile.headers['content-disposition']).toContain(`attachment; filename="${caseId}-E1.jpg"`);
    const asBytes = await take(LEAD, path(caseId, page));
    expect(asBytes.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment; /) as string,
    });
    expect(await exportsOf(caseId)).toEqual([
      { person: LEAD, kind: 'evidence', ref: `${caseId}/E1`, sha256: one.sha256 },
      { person: LEAD, kind: 'evidence', ref: `${caseId}/E2`, sha256: page.sha256 },
    ]);
    const { body } = await house.get<{ exports: { kindLabel: string; ref: string }[] }>(
      'auditor',
      '/api/v1/exports?kind=evidence',
    );
    expect(body.exports).toContainEqual(expect.objectContaining({ kindLabel: '证据文件', ref: `${caseId}/E2` }));
  });

  it('given evidence, when the file is another, too large, of no registered hash, or no bytes, then it is refused and nothing is kept', async () => {
    const one = photo();
    const caseId = await withEvidence(one);
    const url = path(caseId, one);
    const before = await lying();
    expectProblem(await put(LEAD, url, photo().content), 422, 'evidence_differs');
    expectProblem(await put(LEAD, url, Buffer.alloc(0)), 422, 'evidence_differs');
    const other = photo();
    expectProblem(await put(LEAD, path(caseId, other), other.content), 404, 'not_found');
    const large = await put(LEAD, url, Buffer.alloc(EVIDENCE_LIMIT_BYTES + 1));
    expectProblem(large, 413, 'body_too_large');
    expect((large.body as { detail: string }).detail).toContain('50 MB');
    const json = { headers: { 'content-type': 'application/json' } };
    expectProblem(await put(LEAD, url, Buffer.from('{}'), json), 415, 'unsupported_media_type');
    expectProblem(await put(LEAD, `/api/v1/cases/${caseId}/evidence/../${one.sha256}`, one.content), 404, 'not_found');
    expect(await lying()).toEqual(before);
    expect(await list(LEAD, caseId)).toMatchObject({ files: [{ stored: false }] });
  });

  it('given evidence, when somebody without a part in the case asks, then they neither hand in nor see', async () => {
    const one = photo();
    const caseId = await withEvidence(one);
    const url = path(caseId, one);
    await put(LEAD, url, one.content);
    const stranger = 'officer-510184109-1';
    expectProblem(await put(stranger, url, one.content), 404, 'not_found');
    expectProblem(await house.get(stranger, url), 404, 'not_found');
    expectProblem(await house.get(stranger, `/api/v1/cases/${caseId}/evidence`), 404, 'not_found');
    for (const person of ['supervisor-1', 'bureau-officer-1', 'reviewer-1', 'auditor', 'admin', 'dispatcher']) {
      expectProblem(await put(person, url, one.content), 403, 'forbidden');
      expectProblem(await house.get(person, url), 403, 'forbidden');
      expect(await list(person, caseId), person).toMatchObject({
        maySee: false,
        files: [{ stored: true, mayHandIn: false }],
      });
    }
    expectProblem(await house.get('security-admin', url), 404, 'not_found');
  });

  it('given another case that registers the same hash, when its officer asks for the file, then knowing the hash gave them nothing', async () => {
    const one = photo();
    const [theirs, ours] = [await withEvidence(one), await withEvidence(one)];
    await put(LEAD, path(theirs, one), one.content);
    expectProblem(await house.get(LEAD, path(ours, one)), 404, 'not_found');
  });

  it('given a case that is closed and archived, when the file comes afterwards, then it is not taken; what was stored is still there', async () => {
    const [early, late] = [photo(), photo()];
    const caseId = await withEvidence(early, late);
    await put(LEAD, path(caseId, early), early.content);
    await toReview(caseId);
    await ok(house.act('reviewer-1', caseId, 'pass_review', { opinion: '同意' }));
    await dispose(house, caseId);
    await until(async () => {
      const { body } = await house.get<{ summary: { stage: string } }>(LEAD, `/api/v1/cases/${caseId}`);
      return body.summary.stage === 'archived';
    });
    expectProblem(await put(LEAD, path(caseId, late), late.content), 409, 'case_archived');
    expect(await list(LEAD, caseId)).toMatchObject({
      files: [
        { stored: true, mayHandIn: false },
        { stored: false, mayHandIn: false },
      ],
    });
    expect(early.content.equals((await take(LEAD, path(caseId, early))).rawPayload)).toBe(true);
  });

  it('given an upload that stands still amid the file, when others ask, then they are answered; when it is cut off, then nothing is left of it', async () => {
    const one = photo();
    const caseId = await withEvidence(one);
    const before = await lying();
    await house.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = house.app.server.address() as AddressInfo;
    const upload = request({
      ...{ host: '127.0.0.1', port, method: 'PUT', path: path(caseId, one) },
      headers: {
        authorization: `Bearer ${await house.token(LEAD)}`,
        'content-type': 'application/octet-stream',
        'content-length': one.content.length,
      },
    });
    upload.on('error', () => undefined);
    upload.write(one.content.subarray(0, 200_000));
    await until(async () => (await lying()).length > before.length);
    expect(await list(LEAD, caseId)).toMatchObject({ files: [{ stored: false }] });
    const other = photo();
    const otherCase = await withEvidence(other);
    expect((await put(LEAD, path(otherCase, other), other.content)).status).toBe(200);
    upload.destroy();
    await until(async () => (await lying()).length === before.length + 1);
    expect(await list(LEAD, caseId)).toMatchObject({ files: [{ stored: false }] });
    expect((await put(LEAD, path(caseId, one), one.content)).status, 'whole, later').toBe(200);
  });

  it('given a file that was altered on the disk, when asked for, then it is not served as evidence, the log says so, and the original can be put in its place', async () => {
    const one = photo();
    const caseId = await withEvidence(one);
    const url = path(caseId, one);
    await put(LEAD, url, one.content);
    const file = join(house.evidenceDir, caseId, one.sha256);
    const altered = await readFile(file);
    altered[200_000] = (altered[200_000] ?? 0) ^ 1;
    await writeFile(file, altered);
    expectProblem(await house.get(LEAD, url), 409, 'evidence_altered');
    expectProblem(await house.get(LEAD, `${url}?download=true`), 409, 'evidence_altered');
    expect(await exportsOf(caseId), 'nothing left the house').toEqual([]);
    expect(house.logged()).toContain('a stored file of evidence is not what was registered');
    expect((await put(LEAD, url, one.content)).status).toBe(200);
    expect(one.content.equals((await take(LEAD, url)).rawPayload)).toBe(true);
  });

  it('given a house without a store, when asked, then it is said that nothing is known of files, and none is taken', async () => {
    const one = photo();
    const caseId = await withEvidence(one);
    const door = await openDoor(house, { evidence: null });
    const answer = await door.send(LEAD, 'GET', `/api/v1/cases/${caseId}/evidence`);
    expect(answer).toMatchObject({ status: 200, body: { limit: null, files: [{ stored: null, mayHandIn: false }] } });
    const headers = { authorization: `Bearer ${await door.token(LEAD)}` };
    expectProblem(
      await put(LEAD, path(caseId, one), one.content, { app: door.app, headers }),
      409,
      'evidence_store_absent',
    );
    expectProblem(await door.send(LEAD, 'GET', path(caseId, one)), 409, 'evidence_store_absent');
    await door.app.close();
  });
});
