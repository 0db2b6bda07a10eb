import { listExports, type ExportKind } from '../../db/exports';
import { endOf, startOf } from '../../domain/time/lawDate';
import type { ApiApp, RouteDeps } from '../apiApp';
import { onlyFor } from '../onlyFor';
import { PROBLEMS } from '../schemas/common';
import { ExportPage, ExportQuerystring } from '../schemas/reports';

const PAGE = 100;

const EXPORT_LABELS: Readonly<Record<ExportKind, string>> = {
  report: '月报',
  archive: '案卷',
  paper: '文书',
  evidence: '证据文件',
  corrections: '研判更正记录',
};

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
      await onlyFor(deps, request, ['supervisor', 'leader', 'admin', 'auditor']);
      const { person = null, kind = null, from, to, before = null } = request.query;
      const exports = await listExports(deps.db, {
        ...{ person, kind, before, limit: PAGE },
        from: from === undefined ? null : startOf(from),
        until: to === undefined ? null : endOf(to),
      });
      return {
        exports: exports.map((one) => ({ ...one, kindLabel: EXPORT_LABELS[one.kind] })),
        kinds: EXPORT_LABELS,
        next: exports.length < PAGE ? null : (exports.at(-1)?.id ?? null),
      };
    },
  );
}
