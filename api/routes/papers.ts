import { Type } from 'typebox';
import { sha256 } from '../../db/chain';
import { recordExport } from '../../db/exports';
import type { CaseCommand, CaseState } from '../../domain/case';
import { decide } from '../../domain/decide';
import { ACT_LABELS } from '../../domain/labels';
import type { Actor } from '../../domain/people';
import { namesParty } from '../../domain/papers/namedIn';
import { maySeeParty } from '../../domain/privacy';
import { fillTemplate } from '../../papers/fillTemplate';
import { GlyphsMissing, pdfOf } from '../../papers/pdf/pdfOf';
import type { ApiApp, RouteDeps } from '../apiApp';
import { casePapers, type CasePaper } from '../../archive/casePapers';
import { completeInput } from '../completeInput';
import { readVisible } from '../performAct';
import { Problem } from '../problem';
import { ACT_BODIES, type PeopleAct } from '../schemas/acts';
import { CaseId, PROBLEMS } from '../schemas/common';
import { PaperId, PaperList, PREVIEWED_ACTS } from '../schemas/papers';
import { nowFor } from '../views';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const PDF = 'application/pdf';

const PaperParams = Type.Object({ id: CaseId, paperId: PaperId });
const Binary = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' });

/** 文书: which ones a case has, and each as a Word file or a PDF. */
export function paperRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/cases/:id/papers',
    {
      schema: {
        summary: '案件的文书',
        tags: ['文书'],
        params: Type.Object({ id: CaseId }),
        response: { 200: PaperList, ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      const { state } = await readVisible(deps, request.params.id, actor);
      const papers = await casePapers(deps, state.caseId);
      return {
        caseId: state.caseId,
        papers: papers.map(({ paper: { fields: _fields, ...paper }, missing }) => ({
          ...paper,
          complete: missing.length === 0,
          missing: [...missing],
          allowed: !namesParty(paper.kind) || maySeeParty(state, actor),
        })),
      };
    },
  );

  app.get(
    '/api/v1/cases/:id/papers/:paperId.docx',
    { schema: { summary: '文书（Word）', tags: ['文书'], params: PaperParams, response: answers(DOCX) } },
    async (request, reply) => {
      const { id, paperId } = request.params;
      const actor = await deps.identify(request);
      const found = await paperFor(deps, id, paperId, actor);
      const content = docxOf(deps, found);
      await exported(deps, actor, `${id}/${paperId}.docx`, content);
      return reply.headers(headersFor(found, DOCX, 'docx')).send(content);
    },
  );

  app.get(
    '/api/v1/cases/:id/papers/:paperId.pdf',
    { schema: { summary: '文书（PDF）', tags: ['文书'], params: PaperParams, response: answers(PDF) } },
    async (request, reply) => {
      const { id, paperId } = request.params;
      const actor = await deps.identify(request);
      const found = await paperFor(deps, id, paperId, actor);
      const pdf = await printed(deps, found, null);
      await exported(deps, actor, `${id}/${paperId}.pdf`, pdf);
      return reply.headers(headersFor(found, PDF, 'pdf')).send(pdf);
    },
  );

  for (const act of PREVIEWED_ACTS) {
    app.post(
      `/api/v1/cases/:id/previews/${act}`,
      {
        schema: {
          summary: `${ACT_LABELS[act]}：文书预览`,
          description: '按所填内容制作的文书，标明“预览”；不提交，案卷不变。不能办理的，给出与提交时相同的理由。',
          tags: ['文书'],
          params: Type.Object({ id: CaseId }),
          body: ACT_BODIES[act],
          response: answers(PDF),
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        const actor = await deps.identify(request);
        const found = await paperToCome(deps, id, act, request.body, actor);
        const pdf = await printed(deps, found, '预览，尚未提交');
        await exported(deps, actor, `${id}/${act}/preview.pdf`, pdf);
        return reply.headers(headersFor(found, PDF, 'pdf')).send(pdf);
      },
    );
  }
}

async function printed(deps: RouteDeps, found: CasePaper, mark: string | null): Promise<Buffer> {
  const { label, number } = found.paper;
  try {
    return await pdfOf(docxOf(deps, found), `${label} ${number}`, new Date(), mark);
  } catch (error) {
    if (!(error instanceof GlyphsMissing)) throw error;
    const characters = error.characters.join('、');
    throw new Problem(
      'paper_incomplete',
      `PDF 的字库里没有这些字：${characters}。请下载 .docx，用 Word 或者 WPS 打印。`,
    );
  }
}

function exported({ db }: RouteDeps, { id: person }: Actor, ref: string, content: Buffer): Promise<void> {
  return recordExport(db, { person, kind: 'paper', ref, sha256: sha256(content) });
}

function answers(type: string) {
  return { 200: { description: '文书', content: { [type]: { schema: Binary } } }, ...PROBLEMS };
}

/** The paper, complete, for somebody who may have it. */
async function paperFor(deps: RouteDeps, caseId: string, paperId: string, actor: Actor): Promise<CasePaper> {
  const { state } = await readVisible(deps, caseId, actor);
  const papers = await casePapers(deps, state.caseId);
  const found = papers.find(({ paper }) => paper.id === paperId);
  if (found === undefined) {
    throw new Problem('not_found', `本案没有文书 ${paperId}，请从 /api/v1/cases/${caseId}/papers 选取。`);
  }
  return forWhomItIs(found, state, actor);
}

/** The paper that an act would make if it were sent now: the case decides on it as it would, and nothing is kept. */
async function paperToCome(
  deps: RouteDeps,
  caseId: string,
  act: PeopleAct,
  body: object,
  actor: Actor,
): Promise<CasePaper> {
  const row = await readVisible(deps, caseId, actor);
  const { state } = row;
  const at = nowFor(row);
  const commandId = `${actor.id}/preview`;
  const { db, catalogue, dutyRoster } = deps;
  const input = await completeInput(body, { db, catalogue, dutyRoster, state, now: row.now, act, commandId });
  const frame = { id: commandId, fingerprint: '', actor, at };
  const decision = decide(state, { ...frame, ifSeq: null, act, input } as CaseCommand);
  if (!decision.ok) throw Problem.of(decision.refusal);
  const unsent = decision.events.map((event, index) => ({
    ...{ caseId, seq: state.seq + 1 + index, at, actor, act, commandId, fingerprint: '' },
    event,
  }));
  const papers = await casePapers(deps, caseId, unsent);
  const found = papers.find(({ paper }) => paper.seq > state.seq);
  if (found === undefined) throw new Problem('not_found', `“${ACT_LABELS[act]}”这样填写，不产生文书。`);
  return forWhomItIs(found, state, actor);
}

function forWhomItIs(found: CasePaper, state: CaseState, actor: Actor): CasePaper {
  if (namesParty(found.paper.kind) && !maySeeParty(state, actor)) {
    throw new Problem(
      'forbidden',
      `《${found.paper.label}》载有当事人的姓名等信息，只有办理、审核或者决定本案的人员在其环节可以下载。`,
    );
  }
  if (found.missing.length > 0) {
    const lacks = found.missing.map(({ field, reason }) => `${field}（${reason}）`).join('；');
    throw new Problem('paper_incomplete', `《${found.paper.label}》还缺：${lacks}。补齐后再下载。`);
  }
  return found;
}

function docxOf({ papers: { templates } }: RouteDeps, { paper, filled }: CasePaper): Buffer {
  return fillTemplate(templates[paper.kind], filled);
}

/** The file's name in Chinese, and its id for clients that read only ASCII. It names a person: no cache keeps it. */
function headersFor({ paper: { id, label, number } }: CasePaper, type: string, extension: string) {
  const name = encodeURIComponent(`${label} ${number}.${extension}`).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${id}.${extension}"; filename*=UTF-8''${name}`,
    'cache-control': 'no-store',
  };
}
