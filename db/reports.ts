import type { Instant, LawDate } from '../domain/catalogue';
import type { Month } from '../domain/time/month';
import type { Queryable } from './pool';

export const REPORT_FORMATS = ['docx', 'xlsx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportRow {
  readonly month: Month;
  readonly version: number;
  /** null = the calendar's. */
  readonly askedBy: string | null;
  readonly madeAt: Instant;
  /** The last day that it counts. */
  readonly countedTo: LawDate;
  readonly formulas: readonly string[];
  readonly docxSha256: string;
  readonly xlsxSha256: string;
}

export interface NewReport extends Omit<ReportRow, 'version'> {
  /** The run that made it. */
  readonly run: string;
  readonly docx: Buffer;
  readonly xlsx: Buffer;
}

const ROW = `month, version, asked_by as "askedBy", made_at as "madeAt", counted_to as "countedTo", formulas,
  docx_sha256 as "docxSha256", xlsx_sha256 as "xlsxSha256"`;

/** Keeps a report as its month's next version; what a run has kept already stays as it is. */
export async function insertReport(db: Queryable, report: NewReport): Promise<ReportRow> {
  await db.query(
    `insert into reports (month, version, run, asked_by, made_at, counted_to, formulas, docx, docx_sha256, xlsx, xlsx_sha256)
     select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10 from reports where month = $1
     on conflict (run) do nothing`,
    [
      ...[report.month, report.run, report.askedBy, report.madeAt, report.countedTo, report.formulas],
      ...[report.docx, report.docxSha256, report.xlsx, report.xlsxSha256],
    ],
  );
  const { rows } = await db.query<ReportRow>(`select ${ROW} from reports where run = $1`, [report.run]);
  const [kept] = rows;
  if (kept === undefined) throw new Error(`the report of ${report.month} wasn't kept`);
  return kept;
}

/** The newest first. */
export async function listReports(db: Queryable, limit: number): Promise<readonly ReportRow[]> {
  const { rows } = await db.query<ReportRow>(`select ${ROW} from reports order by month desc, version desc limit $1`, [
    limit,
  ]);
  return rows;
}

export interface ReportFile {
  readonly version: number;
  readonly content: Buffer;
  readonly sha256: string;
}

/** A month's report, its newest where no version is asked for; null = there is none. */
export async function readReport(
  db: Queryable,
  month: Month,
  version: number | null,
  format: ReportFormat,
): Promise<ReportFile | null> {
  const { rows } = await db.query<ReportFile>(
    `select version, ${format} as content, ${format}_sha256 as sha256 from reports
     where month = $1 and ($2::integer is null or version = $2) order by version desc limit 1`,
    [month, version],
  );
  return rows[0] ?? null;
}
