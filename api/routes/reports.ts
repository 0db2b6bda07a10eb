import { Type } from 'typebox';
import { sha256 } from '../../db/chain';
import { recordExport } from '../../db/exports';
import { listReports, readReport, type ReportFormat } from '../../db/reports';
import { lawDateOf } from '../../domain/time/lawDate';
import { monthOf } from '../../domain/time/month';
import { askForReport } from '../../engine/askForReport';
import type { ApiApp, RouteDeps } from '../apiApp';
import { keyOf } from '../headers';
import { onlyFor } from '../onlyFor';
import { keyReused, Problem } from '../problem';
import { IdempotencyHeaders, PROBLEMS } from '../schemas/common';
import { ReportBody, ReportList, ReportMade, ReportParams, ReportPending, ReportQuerystring } from '../schemas/reports';

/** Some hundred years of months with a version or two. */
const MOST = 2_000;

const TYPES: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const WORDS: Readonly<Record<ReportFormat, string>> = { docx: 'Word', xlsx: '表格' };

const Binary = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' });

/** 月报: the evaluation's monthly reports, as they were made; who takes one is recorded. */
export function reportRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/reports',
    { schema: { summary: '履职评估月报', tags: ['评估'], response: { 200: ReportList, ...PROBLEMS } } },
    async (request) => {
      await onlyFor(deps, request, ['supervisor', 'leader']);
      const reports = await listReports(deps.db, MOST);
      return { reports: reports.map(({ formulas, ...report }) => ({ ...report, formulas: [...formulas] })) };
    },
  );

  app.post(
    '/api/v1/reports',
    {
      schema: {
        summary: '制作一个月的月报（已有的保留，新的为下一版）',
        tags: ['评估'],
        headers: IdempotencyHeaders,
        body: ReportBody,
        response: { 201: ReportMade, 202: ReportPending, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const { id: askedBy } = await onlyFor(deps, request, ['supervisor', 'leader']);
      const { month } = request.body;
      const asked = sha256(`${askedBy}/${keyOf(request.headers)}`);
      if (month > monthOf(lawDateOf(new Date().toISOString()))) {
        throw new Problem('unprocessable', `${month} 还没有开始，没有可以统计的。`, { at: 'body/month' });
      }
      const made = await askForReport(deps.engine, deps.taskQueue, asked, { month, askedBy });
      const location = '/api/v1/reports';
      if (made === null) {
        const detail = '正在制作；请稍后查看月报，或用同一幂等键重试。';
        return reply
          .status(202)
          .headers({ location, 'retry-after': '2' })
          .send({ status: 'pending', detail, location });
      }
      if (made.month !== month) throw keyReused();
      return reply.status(201).headers({ location }).send(made);
    },
  );

  for (const format of ['docx', 'xlsx'] as const) {
    app.get(
      `/api/v1/reports/:month.${format}`,
      {
        schema: {
          summary: `一个月的月报（${WORDS[format]}）`,
          tags: ['评估'],
          params: ReportParams,
          querystring: ReportQuerystring,
          response: {
            200: { description: '月报', content: { [TYPES[format]]: { schema: Binary } } },
            ...PROBLEMS,
          },
        },
      },
      async (request, reply) => {
        const { id: person } = await onlyFor(deps, request, ['supervisor', 'leader']);
        const { month } = request.params;
        const file = await readReport(deps.db, month, request.query.version ?? null, format);
        if (file === null)
          throw new Problem('not_found', `没有 ${month} 的月报或者这一版，请从 /api/v1/reports 选取。`);
        const name = `${month}-v${file.version}.${format}`;
        await recordExport(deps.db, { person, kind: 'report', ref: name, sha256: file.sha256 });
        return reply
          .headers({
            'content-type': TYPES[format],
            'content-disposition': `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(`履职评估月报-${name}`)}`,
            'cache-control': 'no-store',
            etag: `"${file.sha256}"`,
          })
          .send(file.content);
      },
    );
  }
}
