import { join } from 'node:path';
import { loadCatalogue } from '../../config/catalogue';
import type { RecordedEvent } from '../../domain/case';
import type { Grade, Instant, PenaltyItem, ProcedureId } from '../../domain/catalogue';
import { UNKNOWN_FACTS, type GradingFacts } from '../../domain/grading/facts';
import { grade as gradeOf } from '../../domain/grading/grade';
import { lawInForce, openCase, OPENED_BY_TRIAGE } from '../../domain/openCase';

/** The catalogue that is shipped: cases in tests stand under the same law as those in the house. */
export const catalogue = loadCatalogue(join(import.meta.dirname, '../../config/catalogue'));

export const STREET = '510184109';
export const YANGMA = '510184002';
export const HUAIYUAN = '510184107';

/** An item of each grade, in the town where its story plays. */
export const STORIES: Readonly<Record<Grade, { readonly item: string; readonly town: string }>> = {
  town: { item: 'WL-004', town: STREET },
  town_bureau_review: { item: 'CG-022', town: YANGMA },
  bureau: { item: 'GH-011', town: HUAIYUAN },
};

export const OPENED_AT = shanghai('2026-09-14 09:00');

/** An instant, as people in Shanghai write it. */
export function shanghai(text: string): Instant {
  return new Date(`${text.replace(' ', 'T')}+08:00`).toISOString();
}

export function itemOf(code: string): PenaltyItem {
  const item = catalogue.items.find((candidate) => candidate.code === code);
  if (item === undefined) throw new Error(`the catalogue has no item ${code}`);
  return item;
}

export interface Opened {
  readonly item?: string;
  readonly town?: string;
  readonly procedure?: ProcedureId;
  readonly at?: Instant;
  /** When it was reported; absent: as it is opened. */
  readonly reportedAt?: Instant | undefined;
  /** What is known of the matter: a delegated item whose first, slight offence was put right stays with the town. */
  readonly facts?: Partial<GradingFacts>;
}

/** The first events of a case of this grade. The grade is judged by the real rules, and must be the one asked for. */
export function opening(grade: Grade, opened: Opened = {}): readonly RecordedEvent[] {
  const item = itemOf(opened.item ?? STORIES[grade].item);
  const at = opened.at ?? OPENED_AT;
  const grading = gradeOf(item, { ...UNKNOWN_FACTS, ...opened.facts }, catalogue.gradingRules, catalogue.limits);
  if (grading.grade !== grade) throw new Error(`${item.code} is graded ${grading.grade}, not ${grade}`);
  return openCase({
    caseId: '510184-2026-000001',
    clueId: 'clue-1',
    channel: 'patrol',
    item,
    town: opened.town ?? STORIES[grade].town,
    grade,
    gradeReasons: grading.reasons,
    procedure: opened.procedure ?? (grade === 'town' ? 'summary' : 'ordinary'),
    law: lawInForce(catalogue, at, item.field),
    at,
    reportedAt: opened.reportedAt,
    by: OPENED_BY_TRIAGE,
    commandId: 'open-1',
    fingerprint: '',
  });
}
