import { Type } from 'typebox';
import { backlog } from '../../db/backlog';
import type { ApiApp, RouteDeps } from '../apiApp';
import { TEMPLATE } from '../../sheets/template';
import { writeCsv } from '../../sheets/writeCsv';
import { writeXlsx } from '../../sheets/writeXlsx';
import { importClues } from '../importClues';
import { Problem } from '../problem';
import { Backlog, ImportAnswer, ImportBody } from '../schemas/clues';
import { oneOf, PROBLEMS } from '../schemas/common';

/** 500 clues of the usual length; one of 50,000 characters is 150 KB. */
const BODY_LIMIT_BYTES = 8 * 1024 * 1024;

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Many clues at once. Their cases start behind them, at the engine's pace; the backlog is there to be read. */
export function importRoutes(app: ApiApp, deps: RouteDeps): void {
  const importRows = importClues(deps);
  app.post(
    '/api/v1/clues/import',
    {
      bodyLimit: BODY_LIMIT_BYTES,
      config: { rowByRow: true },
      schema: {
        summary: '批量上报线索（逐行研判，坏行不影响其余）',
        tags: ['线索'],
        body: ImportBody,
        response: { 200: ImportAnswer, ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      if (!deps.channels.some(({ roles }) => roles.includes(actor.role)))
        throw new Problem('forbidden', '您的岗位不能上报线索。');
      return { rows: [...(await importRows(actor, request.body.rows, request.log))] };
    },
  );

  app.get(
    '/api/v1/clues/template',
    {
      schema: {
        summary: '导入模板（xlsx 或 csv）',
        tags: ['线索'],
        querystring: Type.Object({ format: Type.Optional(oneOf(['xlsx', 'csv'], '格式；不写为 xlsx')) }),
        response: { 200: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }), ...PROBLEMS },
      },
    },
    async (request, reply) => {
      await deps.identify(request);
      const { columns, rows } = TEMPLATE;
      const { format = 'xlsx' } = request.query;
      void reply.header('content-disposition', `attachment; filename="clues.${format}"`);
      return format === 'xlsx'
        ? reply.type(XLSX_TYPE).send(await writeXlsx(columns, rows))
        : reply.type('text/csv; charset=utf-8').send(Buffer.from(writeCsv(columns, rows)));
    },
  );

  app.get(
    '/api/v1/clues/backlog',
    {
      schema: {
        summary: '已立卷、等待流程引擎开始的案件',
        tags: ['线索'],
        response: { 200: Backlog, ...PROBLEMS },
      },
    },
    async (request) => {
      await deps.identify(request);
      return backlog(deps.db);
    },
  );
}
