import type { CaseState, Evidence, WrittenRecord } from '../case';
import { EVIDENCE_LABELS, INQUIRY_LABELS } from '../labels';
import { periodOf } from '../law';
import { lastDayBefore, lawDateOf } from '../time/lawDate';
import type { Instant, LawDate } from '../catalogue';
import type { Missing, OfficersRef, PersonRef, Value } from './paper';
import { chineseAmount } from './chineseAmount';
import { penaltyClauses } from './penaltyClauses';
import type { Issuer } from './paperRules';
import type { Penalty } from '../case';
import type { Trail } from './trail';
import { spanWords } from '../time/words';
import { articleText, chineseDate, yuanText } from './words';

/** What the builders of papers are given beside the event. */
export interface Scene {
  /** As it stood right after the event. */
  readonly state: CaseState;
  /** As it stands now: for what may be put on file later and belongs to the paper all the same (who the party is). */
  readonly now: CaseState;
  readonly trail: Trail;
  readonly issuer: Issuer;
  /** Who has the case, and where it happened, as papers name them. */
  readonly ownerName: string;
  readonly townName: string;
  readonly at: Instant;
  readonly actor: string;
}

export const NO_PARTY: Missing = { missing: '尚未登记当事人（立案或者当场处罚时登记）' };
export const NO_NUMBER: Missing = { missing: '没有可以引用的前一份文书' };

export function party({ now }: Pick<Scene, 'now'>): Value {
  return now.party === null ? NO_PARTY : { person: now.party.personId, part: 'name' };
}

/** Some cases end before anybody is found: their papers say so, instead of lacking something for ever. */
export function partyIfAny(scene: Pick<Scene, 'now'>): Value {
  return scene.now.party === null ? '未确定当事人' : party(scene);
}

export function partyFields({ now }: Pick<Scene, 'now'>): {
  readonly 当事人: Value;
  readonly 当事人类型: Value;
  readonly 证件名称: Value | null;
  readonly 当事人证件号码: PersonRef | null;
  readonly 当事人电话: PersonRef | null;
} {
  if (now.party === null) {
    return { 当事人: NO_PARTY, 当事人类型: NO_PARTY, 证件名称: null, 当事人证件号码: null, 当事人电话: null };
  }
  const { personId: person, kind } = now.party;
  return {
    当事人: { person, part: 'name' },
    当事人类型: kind === 'citizen' ? '公民' : '法人或者其他组织',
    证件名称: kind === 'citizen' ? '公民身份号码' : '统一社会信用代码',
    当事人证件号码: { person, part: 'idNumber' },
    当事人电话: { person, part: 'phone' },
  };
}

export function address({ now }: Pick<Scene, 'now'>): Value {
  return now.party === null ? NO_PARTY : { person: now.party.personId, part: 'address' };
}

export function names(officers: readonly string[]): OfficersRef {
  return { officers, part: 'name' };
}

export function officers(ids: readonly string[]): { readonly 承办人: OfficersRef; readonly 执法证号: OfficersRef } {
  return { 承办人: names(ids), 执法证号: { officers: ids, part: 'certificate' } };
}

export function basis({ state: { item } }: Pick<Scene, 'state'>): string {
  return articleText({ statute: item.statute, article: item.article });
}

export function dateOf(at: Instant): string {
  return chineseDate(lawDateOf(at));
}

/** The last day of a period that is over at an instant. */
export function lastDay(dueAt: Instant): string {
  return chineseDate(lastDayBefore(dueAt));
}

export function dateOrMissing(date: LawDate | null, missing: string): Value {
  return date === null ? { missing } : chineseDate(date);
}

export function periodText({ state: { law } }: Pick<Scene, 'state'>, id: string): string {
  return spanWords(periodOf(law, id).span);
}

export function penaltyRows(penalty: Penalty): readonly { readonly 序号: string; readonly 内容: string }[] {
  return penaltyClauses(penalty).map((内容, index) => ({ 序号: String(index + 1), 内容 }));
}

export function remediesFields(scene: Pick<Scene, 'state' | 'issuer'>) {
  return {
    复议机关: scene.issuer.reviewBody,
    复议期限: periodText(scene, 'reconsideration'),
    法院: scene.issuer.court,
    诉讼期限: periodText(scene, 'lawsuit'),
  };
}

/** What is to be paid and how; all of it absent where nothing is. */
export function payingFields(scene: Pick<Scene, 'state'>, { fine, confiscation }: Penalty) {
  const sum = fine + confiscation;
  if (sum === 0) return { 缴款: null, 缴款期限: null, 加处比例: null };
  return {
    缴款: `人民币${yuanText(sum)}（大写：${chineseAmount(sum)}）`,
    缴款期限: periodText(scene, 'payment'),
    加处比例: fine > 0 ? `${scene.state.law.limits.late_fine_percent.value}%` : null,
  };
}

/** The evidence on file by then, the records among it. */
export function evidenceRows({ evidence, records }: Pick<CaseState, 'evidence' | 'records'>) {
  return [...evidence.map(evidenceRow), ...records.map(recordRow)].map((row, index) => ({
    序号: String(index + 1),
    ...row,
  }));
}

function evidenceRow({ kind, description, takenAt }: Evidence) {
  return { 证据种类: EVIDENCE_LABELS[kind], 证据内容: description, 取得日期: dateOf(takenAt) };
}

function recordRow({ kind, subject, from, place }: WrittenRecord) {
  const 取得日期 = dateOf(from);
  return kind === 'inquiry'
    ? { 证据种类: '询问笔录', 证据内容: `对${INQUIRY_LABELS[subject ?? 'other']}的询问笔录（${place}）`, 取得日期 }
    : { 证据种类: EVIDENCE_LABELS.scene_record, 证据内容: `现场检查（勘验）笔录（${place}）`, 取得日期 };
}
