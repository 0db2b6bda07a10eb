import { fileOf, readCatalogueTable, TABLES } from '../../config/catalogueTables';
import { TABLE_LABELS } from '../../config/tableLabels';
import { catalogueVersions } from '../../db/catalogueHistory';
import { lastClues } from '../../db/lastClues';
import type { ApiApp, RouteDeps } from '../apiApp';
import { catalogueChanges, changedTables } from '../catalogueChanges';
import { dryRun } from '../dryRun';
import { onlyFor } from '../onlyFor';
import { Problem } from '../problem';
import {
  CatalogueChanges,
  CatalogueHistory,
  CatalogueVersionParams,
  DryRunBody,
  DryRunResult,
  TableList,
  TablePage,
  TableParams,
} from '../schemas/administration';
import { PROBLEMS } from '../schemas/common';

const LAST = 1_000;
const EXAMPLES = 200;
const VERSIONS = 100;
/** A file with its quotes escaped. */
const BODY_LIMIT_BYTES = 2 * 1024 * 1024;

/** 目录: the files that the service judges and reckons by, and what another one would judge otherwise. */
export function catalogueTableRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/administration/tables',
    { schema: { summary: '目录的各张表', tags: ['系统管理'], response: { 200: TableList, ...PROBLEMS } } },
    async (request) => {
      await onlyFor(deps, request, ['admin', 'auditor']);
      return {
        version: deps.catalogue.version,
        tables: TABLES.map((name) => ({ name, label: TABLE_LABELS[name], file: fileOf(name) })),
      };
    },
  );

  app.get(
    '/api/v1/administration/tables/:table',
    {
      schema: {
        summary: '目录的一张表',
        tags: ['系统管理'],
        params: TableParams,
        response: { 200: TablePage, ...PROBLEMS },
      },
    },
    async (request) => {
      await onlyFor(deps, request, ['admin', 'auditor']);
      const { columns, rows, ...table } = readCatalogueTable(deps.catalogueDir, request.params.table);
      return { ...table, columns: columns.map((column) => ({ ...column })), rows: rows.map((row) => [...row]) };
    },
  );

  app.get(
    '/api/v1/administration/catalogue-history',
    {
      schema: {
        summary: '目录的历次版本，新的在前',
        tags: ['系统管理'],
        response: { 200: CatalogueHistory, ...PROBLEMS },
      },
    },
    async (request) => {
      await onlyFor(deps, request, ['admin', 'auditor']);
      const versions = await catalogueVersions(deps.db, { limit: VERSIONS });
      return {
        versions: versions.map((one) => ({
          ...{ id: one.id, at: one.at, version: one.version, first: one.before === null },
          changed: changedTables(one).map((name) => TABLE_LABELS[name]),
        })),
      };
    },
  );

  app.get(
    '/api/v1/administration/catalogue-history/:id',
    {
      schema: {
        summary: '目录的一个版本改了哪些行',
        tags: ['系统管理'],
        params: CatalogueVersionParams,
        response: { 200: CatalogueChanges, ...PROBLEMS },
      },
    },
    async (request) => {
      await onlyFor(deps, request, ['admin', 'auditor']);
      const [version] = await catalogueVersions(deps.db, { limit: 1, id: request.params.id });
      if (version === undefined) throw new Problem('not_found', '没有目录的这个版本。');
      return { id: version.id, tables: await catalogueChanges(deps.db, version) };
    },
  );

  app.post(
    '/api/v1/administration/dry-run',
    {
      bodyLimit: BODY_LIMIT_BYTES,
      schema: {
        summary: '试算：一张表改了以后，最近的线索会有什么不同的研判，在办案件的时限会怎样移动',
        description: '只试算，不改动目录，也不改动已有的研判。',
        tags: ['系统管理'],
        body: DryRunBody,
        response: { 200: DryRunResult, ...PROBLEMS },
      },
    },
    async (request) => {
      await onlyFor(deps, request, ['admin']);
      const { table, text, last = LAST } = request.body;
      const done = await dryRun(deps, { file: fileOf(table), text }, await lastClues(deps.db, last));
      if ('faults' in done) throw new Problem('unprocessable', done.faults, { at: 'body/text' });
      if ('away' in done) throw new Problem('database_away', '数据库暂时不可用，请稍后再试。');
      const { before, after, clues, tally, changed } = done.comparison;
      const { seen, all, cases } = done.law;
      const moved = cases.filter((one) => one.moved.length > 0);
      return {
        ...{ before, after, clues, changed: changed.length },
        tally: tally.map((one) => ({ ...one })),
        law: {
          ...{ seen, all, moved: moved.length },
          examples: moved
            .slice(0, EXAMPLES)
            .map((one) => ({ caseId: one.caseId, moved: one.moved.map((clock) => ({ ...clock })) })),
        },
        examples: changed
          .slice(0, EXAMPLES)
          .map(({ clueId, changes }) => ({ clueId, changes: changes.map((change) => ({ ...change })) })),
      };
    },
  );
}
