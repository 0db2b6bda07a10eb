import { orgName } from '../domain/orgName';
import { BUREAU } from '../domain/people';
import type { Town } from '../domain/catalogue';
import type { MonthlyFigures } from './monthlyFigures';
import { reportDocx } from './reportDocx';
import type { ReportTemplate } from './reportTemplate';
import { reportXlsx } from './reportXlsx';
import { scoreChart } from './scoreChart';
import { barsOf, scoreLines } from './scoreLines';
import { monthWords } from './words';

/** All that a report is written from: plain data, which can be handed to a thread. */
export interface ReportContent {
  readonly figures: MonthlyFigures;
  readonly towns: readonly Town[];
  readonly enough: number;
  readonly template: ReportTemplate;
}

export interface WrittenReport {
  readonly docx: Uint8Array;
  readonly xlsx: Uint8Array;
}

/** Draws the charts and writes the report in both its forms. */
export async function writeReport({ figures, towns, enough, template }: ReportContent): Promise<WrittenReport> {
  const organisations = [...towns, { code: BUREAU, name: orgName({ towns }, BUREAU) }];
  const lines = { towns: scoreLines(figures.towns, towns), orgs: scoreLines(figures.orgs, organisations) };
  const title = `${monthWords(figures.month)}${figures.formula?.label ?? '得分'}`;
  const charts = {
    towns: scoreChart(`${title}（按镇街）`, barsOf(lines.towns)),
    orgs: scoreChart(`${title}（按责任单位）`, barsOf(lines.orgs)),
  };
  return {
    docx: reportDocx(template, figures, lines, charts),
    xlsx: await reportXlsx(figures, lines, charts, enough),
  };
}
