import { Type } from 'typebox';
import type { ApiApp, RouteDeps } from '../apiApp';
import { etag, ifSeqOf, keyOf } from '../headers';
import { performAct } from '../performAct';
import { Problem } from '../problem';
import { ACT_BODIES, PEOPLE_ACTS } from '../schemas/acts';
import { PendingSchema, ReceiptSchema } from '../schemas/cases';
import { CaseId, IdempotencyHeaders, PROBLEMS } from '../schemas/common';
import { PREVIEWED_ACTS } from '../schemas/papers';
import { ACT_LABELS } from '../../domain/labels';

const ActForm = Type.Object({
  act: Type.String(),
  label: Type.String(),
  previewed: Type.Boolean({ description: '提交前可以预览所产生的文书' }),
  schema: Type.Unsafe<Record<string, unknown>>({
    type: 'object',
    additionalProperties: true,
    description: '请求体的 JSON Schema；title 或 description 为栏目名，x-labels 为各选项的中文',
  }),
});

const CaseParams = Type.Object({ id: CaseId });

/** One door for all acts: one route each, so that every act has its own schema, all with this one handler. */
export function actRoutes(app: ApiApp, deps: RouteDeps): void {
  for (const act of PEOPLE_ACTS) {
    app.post(
      `/api/v1/cases/:id/acts/${act}`,
      {
        schema: {
          summary: ACT_LABELS[act],
          tags: ['办理'],
          params: CaseParams,
          headers: IdempotencyHeaders,
          body: ACT_BODIES[act],
          response: { 200: ReceiptSchema, 202: PendingSchema, ...PROBLEMS },
        },
      },
      async (request, reply) => {
        const actor = await deps.identify(request);
        const caseId = request.params.id;
        const receipt = await performAct(deps, {
          caseId,
          act,
          body: request.body,
          actor,
          key: keyOf(request.headers),
          ifSeq: ifSeqOf(request.headers),
        });
        if (receipt === null) {
          const location = `/api/v1/cases/${caseId}`;
          return reply.status(202).header('location', location).header('retry-after', '2').send({
            status: 'pending',
            detail: '已受理，正在写入；请稍后查看案件，或用同一幂等键重试。',
            location,
          });
        }
        return reply
          .header('etag', etag(receipt.seq))
          .send({ caseId, seq: receipt.seq, at: receipt.at, events: [...receipt.events] });
      },
    );
  }

  app.get(
    '/api/v1/acts/:act',
    {
      schema: {
        summary: '一个动作要填什么',
        tags: ['办理'],
        params: Type.Object({ act: Type.String({ maxLength: 60 }) }),
        response: { 200: ActForm, ...PROBLEMS },
      },
    },
    async (request) => {
      await deps.identify(request);
      const act = PEOPLE_ACTS.find((each) => each === request.params.act);
      if (act === undefined) throw new Problem('unknown_act', '没有这个动作；现在能办的动作见案件。');
      const previewed = PREVIEWED_ACTS.some((each) => each === act);
      return { act, label: ACT_LABELS[act], previewed, schema: { ...ACT_BODIES[act] } };
    },
  );

  app.post(
    '/api/v1/cases/:id/acts/:act',
    { schema: { hide: true, params: Type.Object({ id: Type.String(), act: Type.String() }) } },
    async (request) => {
      await deps.identify(request);
      throw new Problem('unknown_act', `没有动作 ${request.params.act.slice(0, 60)}；现在能办的动作见案件。`, {
        at: 'params/act',
      });
    },
  );
}
