import { expect } from 'vitest';
import { lawDateOf } from '../../domain/time/lawDate';
import type { House } from './house';

/** Texts of clues that are judged to the three grades, each in its town; and the roads that cases take. */
export const STREET = { code: '510184109', name: '街子镇' } as const;
export const YANGMA = { code: '510184002', name: '羊马街道' } as const;
export const HUAIYUAN = { code: '510184107', name: '怀远镇' } as const;

export async function report(house: House, text: string, more: object = {}): Promise<string> {
  const answer = await house.post<{ caseId: string | null; triage: { outcome: string } }>(
    'dispatcher',
    '/api/v1/clues',
    {
      channel: 'web',
      text,
      ...more,
    },
  );
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  expect(answer.body.caseId, JSON.stringify(answer.body.triage)).not.toBeNull();
  return answer.body.caseId ?? '';
}

let n = 0;

/** A town's summary case, opened by its patrol item: each at a place of its own, so that none joins another. */
export function reportSummary(house: House): Promise<string> {
  n += 1;
  return report(house, `街子古镇第${n}号院旁的文物保护碑被刻划损坏，编号${n * 7919}`, {
    channel: 'grid_worker',
    itemCode: 'WL-004',
    place: `街子古镇字库塔${n}号`,
  });
}

/** A town's ordinary case with the bureau's review. */
export function reportOrdinary(house: House): Promise<string> {
  n += 1;
  return report(house, `羊马街道永和大道${n}号餐馆没装净化器，油烟直排，油烟扰民`, {
    itemCode: 'CG-022',
    place: `羊马街道凌翔街${n}号`,
  });
}

/** A case of the bureau's: not delegated. */
export function reportBureau(house: House): Promise<string> {
  n += 1;
  return report(house, `怀远镇富丽村${n}组有人未经批准在耕地上建房三层`, {
    itemCode: 'GH-011',
    place: `怀远镇富丽村${n}号`,
  });
}

export const PENALTY = { warning: false, fine: 20_000 };
export const EVIDENCE = {
  sha256: 'a'.repeat(64),
  kind: 'scene_record',
  storeKey: 'evidence/1',
  description: '现场照片',
  takenAt: '2026-11-01T09:00:00+08:00',
  place: '现场',
};

/** The date of law by the wall's clock. */
export function today(): string {
  return lawDateOf(new Date().toISOString());
}

export async function ok(answer: Promise<{ status: number; body: unknown }>): Promise<void> {
  const { status, body } = await answer;
  expect(status, JSON.stringify(body)).toBe(200);
}

/** From the work order to the end of investigation, by a town. */
export async function investigate(house: House, caseId: string, town: string = YANGMA.code): Promise<void> {
  const officers = [`officer-${town}-1`, `officer-${town}-2`];
  const [lead] = officers as [string, string];
  await ok(house.act(lead, caseId, 'accept', { officers }));
  await ok(house.act(lead, caseId, 'verify', { violation: true, facts: '现场核实' }));
  await ok(
    house.act(`office-${town}`, caseId, 'file_case', {
      officers,
      party: { kind: 'organisation', name: '某某餐馆', address: '羊马街道1号' },
      reason: '涉嫌违法',
      committedOn: null,
      harm: false,
    }),
  );
  await ok(house.act(lead, caseId, 'collect_evidence', EVIDENCE));
  await ok(house.act(lead, caseId, 'end_investigation', { officers, report: '调查终结', proposal: PENALTY }));
}

/** From the passed review to the close, by a town. */
export async function dispose(house: House, caseId: string, town: string = YANGMA.code): Promise<void> {
  const lead = `officer-${town}-1`;
  const office = `office-${town}`;
  const day = today();
  const served = { servedOn: day, method: 'direct' };
  await ok(house.act(lead, caseId, 'give_notice', { facts: '告知', penalty: PENALTY, ...served }));
  await ok(house.act(lead, caseId, 'record_statement', { raised: false, summary: '放弃陈述申辩', waived: true }));
  await ok(house.act(office, caseId, 'decide_penalty', { penalty: PENALTY, reasons: '事实清楚' }));
  await ok(house.act(lead, caseId, 'serve_decision', { ...served, note: '本人签收', proof: '' }));
  await ok(house.act(office, caseId, 'record_payment', { amount: 20_000, paidOn: day, receipt: 'P-1' }));
  await ok(house.act(office, caseId, 'close_case', { summary: '执行完毕' }));
}

/** From the work order to the close of a summary case: a warning on the spot. It archives itself. */
export async function warnOnSpot(house: House, caseId: string): Promise<void> {
  const officer = `officer-${STREET.code}-1`;
  await ok(house.act(officer, caseId, 'accept'));
  await ok(house.act(officer, caseId, 'verify', { violation: true, facts: '刻痕' }));
  await ok(
    house.act(officer, caseId, 'decide_on_spot', {
      officers: [officer, `officer-${STREET.code}-2`],
      party: { kind: 'citizen', name: '张三' },
      place: '字库塔',
      facts: '刻划',
      certificatesShown: true,
      statementHeard: true,
      penalty: { warning: true, fine: 0 },
      collection: null,
    }),
  );
  await ok(house.act(officer, caseId, 'report_for_record', { reportedOn: today() }));
  await ok(house.act(`office-${STREET.code}`, caseId, 'close_case', { summary: '已警告' }));
}
