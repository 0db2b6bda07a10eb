import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { extractText, getDocumentProxy } from 'unpdf';
import PizZip from 'pizzip';
import { readEnv } from '../../config/env';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { EVIDENCE, ok, PENALTY, reportOrdinary, STREET, today, YANGMA } from '../support/road';
import type { TestIssuer } from '../support/testIssuer';
import { expectProblem, openDoor, type Door } from './support';
import { askPatiently } from '../support/askPatiently';

interface ListedPaper {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly number: string;
  readonly date: string;
  readonly seq: number;
  readonly complete: boolean;
  readonly missing: readonly { readonly field: string; readonly reason: string }[];
  readonly allowed: boolean;
}

let house: House;
let door: Door;
let issuer: TestIssuer;
beforeAll(async () => {
  house = await openHouse();
  door = await openDoor(house);
  issuer = door.issuer;
});
afterEach(() => checkAllCases(house));
afterAll(async () => {
  await door.app.close();
  await house.close();
});

const LEAD = `officer-${YANGMA.code}-1`;
const OFFICE = `office-${YANGMA.code}`;
const NAME = '何翠（崇州市羊马蜀香餐馆经营者）';

/** A case whose decision may be made, with its party as the clerk registered it. */
async function readyToDecide(party: object): Promise<string> {
  const caseId = await reportOrdinary(house);
  const officers = [LEAD, `officer-${YANGMA.code}-2`];
  const served = { servedOn: today(), method: 'direct' };
  const filing = { officers, party, reason: '涉嫌违法', committedOn: null, harm: false };
  await ok(house.act(LEAD, caseId, 'accept', { officers }));
  await ok(house.act(LEAD, caseId, 'verify', { violation: true, facts: '现场核实' }));
  await ok(house.act(OFFICE, caseId, 'file_case', filing));
  await ok(house.act(LEAD, caseId, 'collect_evidence', EVIDENCE));
  await ok(house.act(LEAD, caseId, 'end_investigation', { officers, report: '调查终结', proposal: PENALTY }));
  await ok(house.act('reviewer-1', caseId, 'pass_review', { opinion: '同意' }));
  await ok(house.act(LEAD, caseId, 'give_notice', { facts: '未安装油烟净化设施', penalty: PENALTY, ...served }));
  await ok(house.act(LEAD, caseId, 'record_statement', { raised: false, summary: '放弃', waived: true }));
  return caseId;
}

const decide = (caseId: string) =>
  house.act(OFFICE, caseId, 'decide_penalty', { penalty: PENALTY, reasons: '事实清楚' });

async function decided(party: object): Promise<string> {
  const caseId = await readyToDecide(party);
  await ok(decide(caseId));
  return caseId;
}

const PARTY = { kind: 'organisation', name: NAME, address: '崇州市羊马街道凌翔街18号' };

async function list(person: string, caseId: string): Promise<readonly ListedPaper[]> {
  const answer = await house.get<{ papers: readonly ListedPaper[] }>(person, `/api/v1/cases/${caseId}/papers`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.papers;
}

async function download(person: string, caseId: string, file: string) {
  return askPatiently(door.app, {
    method: 'GET',
    url: `/api/v1/cases/${caseId}/papers/${file}`,
    headers: { authorization: `Bearer ${await issuer.sign(person, readEnv().jwtAudience)}` },
  });
}

describe('the papers of a case over HTTP', () => {
  it('given a decided case, then it lists its papers, complete and numbered, and gives them as Word and PDF', async () => {
    const caseId = await decided(PARTY);
    const papers = await list(LEAD, caseId);
    expect(papers.map(({ id, complete }) => [id, complete])).toEqual([
      ['filing_approval-1', true],
      ['investigation_report-1', true],
      ['legal_review_opinion-1', true],
      ['prior_notice-1', true],
      ['service_receipt-1', true],
      ['penalty_decision-1', true],
    ]);
    expect(papers.every(({ allowed }) => allowed)).toBe(true);
    const number = String(Number(caseId.split('-')[1]));
    const decision = papers.at(-1);
    expect(decision).toMatchObject({
      label: '行政处罚决定书',
      number: `崇羊马执罚决字〔${caseId.slice(2, 6)}〕第${number}号`,
      missing: [],
    });

    const docx = await download(LEAD, caseId, 'penalty_decision-1.docx');
    expect(docx.statusCode).toBe(200);
    expect(docx.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="penalty_decision-1.docx"; filename*=UTF-8''${encodeURIComponent(`行政处罚决定书 ${decision?.number ?? ''}.docx`)}`,
    });
    expect(new PizZip(docx.rawPayload).file('word/document.xml')?.asText()).toContain(NAME);

    const pdf = await download(LEAD, caseId, 'penalty_decision-1.pdf');
    expect(pdf.statusCode).toBe(200);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf.rawPayload)), { mergePages: true });
    expect(text.replace(/\s+/g, '')).toContain('罚款人民币20000元（大写：贰万元整）');
  });

  it('given a decision that isn’t sent, when its paper is asked for, then it is there, marked, and the case is as before; what would be refused says so, and who may not see the party sees no paper', async () => {
    const caseId = await readyToDecide(PARTY);
    const preview = async (person: string, penalty: object) =>
      askPatiently(door.app, {
        method: 'POST',
        url: `/api/v1/cases/${caseId}/previews/decide_penalty`,
        headers: { authorization: `Bearer ${await issuer.sign(person, readEnv().jwtAudience)}` },
        payload: { penalty, reasons: '事实清楚，证据确凿' },
      });
    const before = await list(OFFICE, caseId);
    const answer = await preview(OFFICE, PENALTY);
    expect(answer.statusCode, answer.body).toBe(200);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(answer.rawPayload)), { mergePages: true });
    const said = text.replace(/\s+/g, '');
    for (const part of ['行政处罚决定书', NAME, '贰万元整', '事实清楚，证据确凿', '预览，尚未提交'])
      expect(said).toContain(part);
    expect(await list(OFFICE, caseId)).toEqual(before);
    expect((await preview(OFFICE, { ...PENALTY, fine: 60_000 })).json()).toMatchObject({ code: 'fine_out_of_range' });
    expect((await preview(`officer-${STREET.code}-1`, PENALTY)).statusCode).toBe(404);
    expect((await preview('supervisor-1', PENALTY)).statusCode).toBe(403);
    const { rows } = await house.db.query<{ ref: string }>('select ref from exports where person = $1', [OFFICE]);
    expect(rows).toEqual([{ ref: `${caseId}/decide_penalty/preview.pdf` }]);
  });

  it('given a party without an address, then there is no decision until it is known; then it stands in the paper', async () => {
    const caseId = await readyToDecide({ kind: 'organisation', name: NAME });
    const refused = await decide(caseId);
    expectProblem(refused, 409, 'party_address_missing');
    expect(refused.body).toMatchObject({ articles: [{ article: '第五十九条' }] });

    const complete = (body: object) => house.act(LEAD, caseId, 'complete_party', body);
    expectProblem(await complete({}), 400, 'malformed');
    expectProblem(await complete({ name: '另一人' }), 400, 'malformed');
    await ok(complete({ address: '崇州市羊马街道凌翔街18号' }));
    await ok(decide(caseId));

    const docx = await download(LEAD, caseId, 'penalty_decision-1.docx');
    const text = new PizZip(docx.rawPayload).file('word/document.xml')?.asText();
    expect(text).toContain('凌翔街18号');
    expect(text).toContain(NAME);
  });

  it('given an order before anybody is registered, then the list says what it lacks, and so does asking for it', async () => {
    const caseId = await reportOrdinary(house);
    await ok(house.act(LEAD, caseId, 'accept', { officers: [LEAD, `officer-${YANGMA.code}-2`] }));
    await ok(house.act(LEAD, caseId, 'verify', { violation: true, facts: '现场核实' }));
    await ok(house.act(LEAD, caseId, 'order_rectification', { requirement: '改正', until: today() }));
    const [order] = await list(LEAD, caseId);
    expect(order).toMatchObject({ kind: 'order_to_put_right', complete: false, missing: [{ field: '当事人' }] });
    for (const file of ['order_to_put_right-1.docx', 'order_to_put_right-1.pdf']) {
      const answer = await door.send(LEAD, 'GET', `/api/v1/cases/${caseId}/papers/${file}`);
      expectProblem(answer, 409, 'paper_incomplete');
      expect(answer.body.detail).toContain('当事人');
    }
  });

  it('given somebody who may not see the party, then they see which papers there are, and get none that names it', async () => {
    const caseId = await decided(PARTY);
    expect((await list('supervisor-1', caseId)).map(({ allowed }) => allowed)).not.toContain(true);
    for (const file of ['penalty_decision-1.docx', 'penalty_decision-1.pdf']) {
      const answer = await door.send('supervisor-1', 'GET', `/api/v1/cases/${caseId}/papers/${file}`);
      expectProblem(answer, 403, 'forbidden');
      expect(JSON.stringify(answer.body)).not.toContain('何翠');
    }
    // Another town's case doesn't exist for a town.
    const elsewhere = `/api/v1/cases/${caseId}/papers`;
    expectProblem(await door.send('officer-510184109-1', 'GET', elsewhere), 404, 'not_found');
    expectProblem(
      await door.send('officer-510184109-1', 'GET', `${elsewhere}/penalty_decision-1.pdf`),
      404,
      'not_found',
    );
  });

  it('given a paper that the case has not, or a name that is none, then it is said so', async () => {
    const caseId = await reportOrdinary(house);
    expect(await list(LEAD, caseId)).toEqual([]);
    const url = `/api/v1/cases/${caseId}/papers`;
    expectProblem(await door.send(LEAD, 'GET', `${url}/penalty_decision-1.pdf`), 404, 'not_found');
    expectProblem(await door.send(LEAD, 'GET', `${url}/..%2f..%2fenv-1.docx`), 400, 'malformed');
    expectProblem(await door.send(LEAD, 'GET', `${url}/penalty_decision-1.exe`), 404, 'not_found');
  });
});
