import type { Readable } from 'node:stream';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { recordExport } from '../../db/exports';
import type { CaseState, Evidence } from '../../domain/case';
import type { Actor } from '../../domain/people';
import { mayHandIn, maySeeParty } from '../../domain/privacy';
import { EVIDENCE_LIMIT_BYTES, type EvidenceStore, type StoredEvidence } from '../../evidence/evidenceStore';
import type { ApiApp, RouteDeps } from '../apiApp';
import { readVisible } from '../performAct';
import { Problem } from '../problem';
import { CaseId, PROBLEMS } from '../schemas/common';
import { EvidenceList, EvidenceParams, EvidenceQuerystring, EvidenceStored } from '../schemas/evidence';
import { whileItComes } from '../whileItComes';

const BYTES = 'application/octet-stream';
const Binary = Type.Unsafe<Readable>({ type: 'string', format: 'binary' });
const LIMIT_WORDS = `${EVIDENCE_LIMIT_BYTES / 1024 / 1024} MB`;

/** Opened by itself in a window, a file runs nothing, asks nobody and is of no origin. The browser's own page around a picture has styles. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** 证据文件: handed in by whoever handles the case, seen by whoever may see the party: there are people in photos. */
export function evidenceRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/cases/:id/evidence',
    {
      schema: {
        summary: '案件的证据文件：哪些已存',
        tags: ['证据'],
        params: Type.Object({ id: CaseId }),
        response: { 200: EvidenceList, ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      const { state } = await readVisible(deps, request.params.id, actor);
      const { caseId } = state;
      const store = deps.evidence;
      return {
        caseId,
        limit: store === null ? null : EVIDENCE_LIMIT_BYTES,
        maySee: maySeeParty(state, actor),
        files: await Promise.all(
          state.evidence.map(async (one) => {
            const found = (await store?.look({ caseId, sha256: one.sha256 })) ?? null;
            return {
              id: one.id,
              sha256: one.sha256,
              stored: store === null ? null : found !== null,
              ...factsOf(found),
              shown: found?.type?.shown ?? false,
              mayHandIn: store !== null && state.stage !== 'archived' && mayHandIn(state, actor, one),
            };
          }),
        ),
      };
    },
  );

  app.get(
    '/api/v1/cases/:id/evidence/:sha256',
    {
      // It would check the whole file, and put a taking on record, for nothing.
      exposeHeadRoute: false,
      schema: {
        summary: '证据文件',
        description:
          '先核对整个文件的 sha256，相符才提供。照片直接显示；其他类型和 download=true 作为文件给出，记入导出记录。',
        tags: ['证据'],
        params: EvidenceParams,
        querystring: EvidenceQuerystring,
        response: {
          200: { description: '文件', content: { 'image/*': { schema: Binary }, [BYTES]: { schema: Binary } } },
          ...PROBLEMS,
        },
      },
    },
    async (request, reply) => {
      const actor = await deps.identify(request);
      const { state } = await readVisible(deps, request.params.id, actor);
      const one = registered(state, request.params.sha256);
      if (!maySeeParty(state, actor)) {
        throw new Problem(
          'forbidden',
          '证据文件里可能有当事人等人的信息，只有办理、审核或者决定本案的人员在其环节可以查看。',
        );
      }
      const { caseId } = state;
      const opened = await storeOf(deps).open({ caseId, sha256: one.sha256 });
      if (opened === 'missing') throw new Problem('not_found', `证据 ${one.id} 的文件还没有上传。`);
      if (opened === 'altered') {
        request.log.error({ evidence: one.id }, 'a stored file of evidence is not what was registered');
        throw new Problem(
          'evidence_altered',
          '库里的文件与登记的指纹不符，可能已损坏或者被改动，不能作为证据提供。请告知系统管理员；承办人可以重新上传原文件。',
        );
      }
      const { size, type, content } = opened;
      const asFile = request.query.download === true || type?.shown !== true;
      try {
        if (asFile) {
          const ref = `${caseId}/${one.id}`;
          await recordExport(deps.db, { person: actor.id, kind: 'evidence', ref, sha256: one.sha256 });
        }
      } catch (error) {
        content.destroy();
        throw error;
      }
      const name = `${caseId}-${one.id}${type === null ? '' : `.${type.extension}`}`;
      return reply
        .headers({
          'content-type': type?.type ?? BYTES,
          'content-length': size,
          'content-disposition': `${asFile ? 'attachment' : 'inline'}; filename="${name}"; filename*=UTF-8''${name}`,
          'content-security-policy': POLICY,
          'cache-control': 'private, no-store',
        })
        .send(content);
    },
  );

  void app.register(async (plain) => {
    const scope = plain.withTypeProvider<TypeBoxTypeProvider>();
    scope.removeAllContentTypeParsers();
    // Taken from the connection piece by piece by whoever handles it: nobody holds a whole file in memory.
    scope.addContentTypeParser(BYTES, (_request, _payload, done) => done(null));
    scope.put(
      '/api/v1/cases/:id/evidence/:sha256',
      {
        schema: {
          summary: '上传证据文件',
          description: `只收案卷里登记了指纹的文件，一个不超过 ${LIMIT_WORDS}。同一文件可以重传。`,
          tags: ['证据'],
          consumes: [BYTES],
          params: EvidenceParams,
          body: Type.Unsafe<undefined>({ format: 'binary', description: '文件的原始字节' }),
          response: { 200: EvidenceStored, ...PROBLEMS },
        },
      },
      async (request) => {
        const actor = await deps.identify(request);
        const { state } = await readVisible(deps, request.params.id, actor);
        const one = registered(state, request.params.sha256);
        const store = storeOf(deps);
        mustHandIn(state, actor, one);
        if (Number(request.headers['content-length'] ?? 0) > EVIDENCE_LIMIT_BYTES) throw tooLarge();
        const { caseId } = state;
        const put = await store.put({ caseId, sha256: one.sha256 }, whileItComes(request.raw));
        if (put === 'too_large') throw tooLarge();
        if (put === 'other_content') {
          throw new Problem(
            'evidence_differs',
            '所传文件的指纹与登记的不同，没有收下。请选择登记时的原文件，不要编辑、压缩或者转存。',
          );
        }
        return { sha256: one.sha256, stored: true, ...factsOf(put) };
      },
    );
  });
}

/** Nothing is kept or given that isn't evidence of this case. */
function registered(state: CaseState, sha256: string): Evidence {
  const found = state.evidence.find((one) => one.sha256 === sha256);
  if (found === undefined) throw new Problem('not_found', '本案没有登记这个指纹的证据；请先登记证据。');
  return found;
}

function storeOf({ evidence }: RouteDeps): EvidenceStore {
  if (evidence === null) {
    throw new Problem(
      'evidence_store_absent',
      '本系统没有配置证据库：文件在本单位的取证存储里，按登记的存放位置查找。',
    );
  }
  return evidence;
}

function mustHandIn(state: CaseState, actor: Actor, one: Evidence): void {
  if (!mayHandIn(state, actor, one)) throw new Problem('forbidden', '只有承办本案的人员和取证人可以上传证据文件。');
  if (state.stage === 'archived') throw new Problem('case_archived', '案件已经归档，不能再补充证据文件。');
}

function tooLarge(): Problem {
  return new Problem('body_too_large', `文件超过 ${LIMIT_WORDS}，没有收下。请存入本单位的取证存储，并按存放位置查找。`);
}

function factsOf(found: StoredEvidence | null) {
  return { size: found?.size ?? null, type: found?.type?.type ?? null };
}
