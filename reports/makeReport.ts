import type { EvaluationRules } from '../config/evaluation';
import { sha256 } from '../db/chain';
import type { Pool } from '../db/pool';
import { insertReport, type ReportRow } from '../db/reports';
import type { Instant, Town } from '../domain/catalogue';
import type { Month } from '../domain/time/month';
import { evaluateCases } from '../evaluation/evaluateCases';
import { monthlyFigures } from './monthlyFigures';
import type { ReportTemplate } from './reportTemplate';
import { writeApart } from './writeApart';

export interface ReportRules extends Pick<EvaluationRules, 'formulas' | 'enough'> {
  readonly towns: readonly Town[];
  readonly template: ReportTemplate;
}

export interface ReportAsked {
  readonly month: Month;
  /** null = the calendar. */
  readonly askedBy: string | null;
  /** The run: asked again under it, the report is the one that it made. */
  readonly run: string;
}

/** Makes a month's report and keeps it as its next version. Throws a MonthNotBegun where there is nothing to say yet. */
export async function makeReport(
  db: Pool,
  rules: ReportRules,
  { month, askedBy, run }: ReportAsked,
  now: Instant,
): Promise<ReportRow> {
  // The figures are some seconds behind the events: a report must not leave out what happened before it.
  await evaluateCases(db);
  const figures = await monthlyFigures(db, month, now, rules);
  const { formula, indicators } = figures;
  const { towns, enough, template } = rules;
  const written = await writeApart({ figures, towns, enough, template });
  const [docx, xlsx] = [Buffer.from(written.docx), Buffer.from(written.xlsx)];
  return insertReport(db, {
    ...{ month, askedBy, run, madeAt: now, countedTo: figures.to },
    formulas: [
      ...(formula === null ? [] : [`${formula.id}@${formula.version}`]),
      ...indicators.map(({ indicator: { id, version } }) => `${id}@${version}`),
    ],
    ...{ docx, docxSha256: sha256(docx), xlsx, xlsxSha256: sha256(xlsx) },
  });
}
