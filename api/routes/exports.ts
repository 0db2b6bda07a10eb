import { listExports } from '../../db/exports';
import type { Role } from '../../domain/people';
import type { ApiApp, RouteDeps } from '../apiApp';
import { Problem } from '../problem';
import { PROBLEMS } from '../schemas/common';
import { ExportPage, ExportQuerystring } from '../schemas/reports';

const PAGE = 200;
const READERS: readonly Role[] = ['supervisor', 'leader', 'admin', 'auditor'];

/** 导出记录: who took which file out of the house, and when. */
export function exportRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/exports',
    {
      schema: {
        summary: '导出记录：谁在何时取走了哪份文件',
        tags: ['归档'],
        querystring: ExportQuerystring,
        response: { 200: ExportPage, ...PROBLEMS },
      },
    },
    async (request) => {
      const { role } = await deps.identify(request);
      if (!READERS.includes(role))
        throw new Problem('forbidden', '导出记录只给督查、领导、系统管理员和审计管理员查看。');
      const exports = await listExports(deps.db, request.query.before ?? null, PAGE);
      return { exports: [...exports], next: exports.length < PAGE ? null : (exports.at(-1)?.id ?? null) };
    },
  );
}
