import { Type } from 'typebox';
import { sha256 } from '../../db/chain';
import { recordExport } from '../../db/exports';
import { listCorrections } from '../../db/listCorrections';
import { scrubText } from '../../domain/triage/scrubText';
import type { ApiApp, RouteDeps } from '../apiApp';
import { onlyFor } from '../onlyFor';
import { Standing } from '../schemas/clues';
import { nullable, PROBLEMS } from '../schemas/common';

const Correction = Type.Object({
  id: Type.Integer(),
  at: Type.String(),
  by: Type.String({ description: '更正人' }),
  channel: Type.String(),
  text: Type.String({ description: '反映内容，已去除姓名、电话、证件号码和车牌' }),
  place: nullable(Type.String()),
  field: nullable(Type.String({ description: '更正后的领域；不属本部门的为 out_of_scope，不明的为空' })),
  before: Standing,
  after: Standing,
});

/** What dispatchers put right, to learn from: without anything that tells who reported. */
export function correctionRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/corrections',
    {
      schema: {
        summary: '研判更正记录（供训练）',
        tags: ['线索'],
        querystring: Type.Object(
          {
            after: Type.Optional(Type.Integer({ minimum: 0, default: 0, description: '上一页最后一条的 id' })),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
          },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ corrections: Type.Array(Correction) }), ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await onlyFor(deps, request, ['dispatcher', 'admin']);
      const { after = 0, limit = 100 } = request.query;
      const rows = await listCorrections(deps.db, { after, limit });
      const { items } = deps.catalogue;
      const corrections = rows.map(({ reporter, ...row }) => ({
        ...row,
        text: scrubText(row.text, [reporter.name, reporter.phone]),
        place: row.place === null ? null : scrubText(row.place, [reporter.name, reporter.phone]),
        field:
          row.after.outcome === 'not_ours'
            ? 'out_of_scope'
            : (items.find(({ code }) => code === row.after.item)?.field ?? null),
      }));
      await recordExport(deps.db, {
        ...{ person: actor.id, kind: 'corrections', ref: `第 ${after} 条之后的 ${corrections.length} 条` },
        sha256: sha256(JSON.stringify(corrections)),
      });
      return { corrections };
    },
  );
}
