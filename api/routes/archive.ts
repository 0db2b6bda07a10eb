import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Type } from 'typebox';
import { archiveAttempts, readArchiveFile } from '../../db/archiveFiles';
import { listHeads } from '../../db/chainHeads';
import { recordExport } from '../../db/exports';
import { listArchived } from '../../db/listArchived';
import { maySeeParty } from '../../domain/privacy';
import { retentionOf } from '../../domain/retention';
import { endOf, lawDateOf } from '../../domain/time/lawDate';
import type { ApiApp, RouteDeps } from '../apiApp';
import { EVALUATORS, onlyFor } from '../onlyFor';
import { readVisible } from '../performAct';
import { Problem } from '../problem';
import { ArchiveKeys, ChainHeads, RetentionPage } from '../schemas/archive';
import { CaseId, LawDate, PROBLEMS } from '../schemas/common';

const ZIP = 'application/zip';
const Binary = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' });
const PAGE = 200;
const DAYS = 400;

const VERIFIER = readFileSync(fileURLToPath(new URL('../../archive/verify.mjs', import.meta.url)));

/** 案卷: the signed file of an archived case, and what it takes to verify one without us. */
export function archiveRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/cases/:id/archive',
    {
      schema: {
        summary: '归档案卷（ZIP，带签名）',
        tags: ['归档'],
        params: Type.Object({ id: CaseId }),
        response: { 200: { description: '案卷', content: { [ZIP]: { schema: Binary } } }, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const actor = await deps.identify(request);
      const { state } = await readVisible(deps, request.params.id, actor);
      if (!maySeeParty(state, actor)) {
        throw new Problem('forbidden', '案卷载有当事人的姓名等信息，只有办理或者决定本案的单位可以下载。');
      }
      if (state.stage !== 'archived') {
        throw new Problem('archive_not_ready', '案件还没有归档；结案后自动归档并制作案卷。');
      }
      const file = await readArchiveFile(deps.db, state.caseId);
      if (file === null) {
        const attempts = await archiveAttempts(deps.db, state.caseId);
        throw new Problem(
          'archive_not_ready',
          attempts === 0
            ? '案卷正在制作，请稍后再下载。'
            : `案卷制作失败 ${attempts} 次，还会自动重试；请告知系统管理员查看日志。`,
        );
      }
      const { sha256 } = file;
      await recordExport(deps.db, { person: actor.id, kind: 'archive', ref: state.caseId, sha256 });
      const headers = {
        'content-type': ZIP,
        'content-disposition': `attachment; filename="${state.caseId}.zip"`,
        'cache-control': 'no-store',
        etag: `"${sha256}"`,
      };
      return reply.headers(headers).send(file.content);
    },
  );

  // Public on purpose: whoever is handed an archive has to be able to verify it.
  app.get(
    '/api/v1/archive-keys',
    {
      schema: {
        summary: '核对案卷用的公钥',
        tags: ['归档'],
        security: [],
        response: { 200: ArchiveKeys, ...PROBLEMS },
      },
    },
    async () => ({ keys: [...deps.archiveKeys()] }),
  );

  app.get('/verify.mjs', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .headers({ 'content-disposition': 'attachment; filename="verify.mjs"' })
      .type('text/javascript')
      .send(VERIFIER),
  );

  app.get(
    '/api/v1/chain-heads',
    {
      schema: { summary: '每日链头签名', tags: ['归档'], response: { 200: ChainHeads, ...PROBLEMS } },
    },
    async (request) => {
      await onlyFor(deps, request, EVALUATORS);
      return { heads: [...(await listHeads(deps.db, DAYS))] };
    },
  );

  app.get(
    '/api/v1/retention',
    {
      schema: {
        summary: '保管期满的案卷',
        tags: ['归档'],
        querystring: Type.Object(
          { on: Type.Optional(LawDate), after: Type.Optional(CaseId) },
          { additionalProperties: false },
        ),
        response: { 200: RetentionPage, ...PROBLEMS },
      },
    },
    async (request) => {
      await onlyFor(deps, request, EVALUATORS);
      const on = request.query.on ?? lawDateOf(new Date().toISOString());
      const cases = await listArchived(deps.db, { after: request.query.after ?? '', before: endOf(on), limit: PAGE });
      const due = cases.flatMap(({ state, archivedAt }) => {
        const archivedOn = lawDateOf(archivedAt);
        const { rule, until } = retentionOf(state, archivedOn, deps.retention);
        if (until === null || until >= on) return [];
        const { kind, label, rule: source, article, verified } = rule;
        return [{ caseId: state.caseId, kind, label, archivedOn, until, rule: source, article, verified }];
      });
      return { on, seen: cases.length, due, next: cases.length < PAGE ? null : (cases.at(-1)?.state.caseId ?? null) };
    },
  );
}
