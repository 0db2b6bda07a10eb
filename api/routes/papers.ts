import { Type } from 'typebox';
import { sha256 } from '../../db/chain';
import { recordExport } from '../../db/exports';
import type { Actor } from '../../domain/people';
import { namesParty } from '../../domain/papers/namedIn';
import { maySeeParty } from '../../domain/privacy';
import { fillTemplate } from '../../papers/fillTemplate';
import { GlyphsMissing, pdfOf } from '../../papers/pdf/pdfOf';
import type { ApiApp, RouteDeps } from '../apiApp';
import { casePapers, type CasePaper } from '../../archive/casePapers';
import { readVisible } from '../performAct';
import { Problem } from '../problem';
import { CaseId, PROBLEMS } from '../schemas/common';
import { PaperId, PaperList } from '../schemas/papers';

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
      const { label, number } = found.paper;
      try {
        const pdf = await pdfOf(docxOf(deps, found), `${label} ${number}`);
        await exported(deps, actor, `${id}/${paperId}.pdf`, pdf);
        return await reply.headers(headersFor(found, PDF, 'pdf')).send(pdf);
      } catch (error) {
        if (!(error instanceof GlyphsMissing)) throw error;
        const characters = error.characters.join('、');
        throw new Problem(
          'paper_incomplete',
          `PDF 的字库里没有这些字：${characters}。请下载 .docx，用 Word 或者 WPS 打印。`,
        );
      }
    },
  );
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
