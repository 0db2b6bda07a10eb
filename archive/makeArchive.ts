import { canonicalJson, chainHash, GENESIS } from '../db/chain';
import type { Queryable } from '../db/pool';
import { readEvents } from '../db/readEvents';
import { ChainConflict } from '../db/recordEvents';
import type { Instant } from '../domain/catalogue';
import { fold } from '../domain/evolve';
import type { PaperKind } from '../domain/papers/paper';
import { fillTemplate } from '../papers/fillTemplate';
import { GlyphsMissing } from '../papers/pdf/pdfOf';
import { casePapers, type CasePaper, type PaperSet } from './casePapers';
import { evidenceList } from './evidenceList';
import type { Printer } from './printer';
import { sealArchive, type Sealed } from './sealArchive';
import type { Signer } from './signer';
import { EVENTS, type Entry, type Manifest } from './verify.mjs';

export interface ArchiveDependencies {
  readonly db: Queryable;
  readonly papers: PaperSet;
  readonly signer: Signer;
  readonly printer: Printer;
}

/**
 * The file 案卷 of an archived case. The same case, key and `madeAt` give the same bytes. A paper that can't be printed is
 * named with its reason and doesn't hold the others up: an archived case can be completed no more.
 */
export async function makeArchive(
  { db, papers, signer, printer }: ArchiveDependencies,
  caseId: string,
  madeAt: Instant,
): Promise<Sealed> {
  const stored = await readEvents(db, caseId);
  let head = GENESIS;
  for (const [index, { event, hash }] of stored.entries()) {
    head = chainHash(head, event);
    if (event.seq !== index + 1 || head !== hash) {
      throw new ChainConflict(`case ${caseId}: the chain breaks at event ${index + 1}`);
    }
  }
  const archivedAt = stored.find(({ event }) => event.event.type === 'case_archived')?.event.at;
  if (archivedAt === undefined) throw new Error(`case ${caseId} is not archived`);
  const printed: Entry[] = [];
  const lacking: Manifest['lacking'][number][] = [];
  for (const paper of inOrder(await casePapers({ db, papers }, caseId))) {
    const outcome = await print(paper, papers, printer, printed.length + 1, archivedAt);
    if ('reason' in outcome) lacking.push({ paper: paper.paper.id, reason: outcome.reason });
    if ('entry' in outcome) printed.push(outcome.entry);
  }
  const entries = [
    ...printed,
    { name: '证据清单.csv', data: Buffer.from(evidenceList(fold(stored.map(({ event }) => event)).evidence)) },
    {
      name: EVENTS,
      data: Buffer.from(stored.map(({ event, hash }) => `${canonicalJson({ ...event, hash })}\n`).join('')),
    },
  ];
  const chain = { events: stored.length, head };
  return sealArchive({ caseId, archivedAt, chain, entries, lacking }, madeAt, signer);
}

const IN_FRONT: readonly PaperKind[] = ['file_cover', 'file_contents'];

/** Cover, contents, and then the papers as the contents list them. */
function inOrder(papers: readonly CasePaper[]): readonly CasePaper[] {
  const place = ({ paper: { kind } }: CasePaper): number =>
    IN_FRONT.includes(kind) ? IN_FRONT.indexOf(kind) : IN_FRONT.length;
  return [...papers].sort((one, other) => place(one) - place(other));
}

type Printed =
  { readonly entry: Entry } | { readonly reason: string } | { readonly entry: Entry; readonly reason: string };

async function print(
  { paper, filled, missing }: CasePaper,
  { templates }: PaperSet,
  printer: Printer,
  number: number,
  archivedAt: Instant,
): Promise<Printed> {
  if (missing.length > 0) return { reason: missing.map(({ field, reason }) => `${field}（${reason}）`).join('；') };
  const docx = fillTemplate(templates[paper.kind], filled);
  const place = String(number).padStart(3, '0');
  // A label is the clerk's, and a file's name has no such characters.
  const name = `文书/${place}-${paper.label.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')}-${paper.id}`;
  try {
    const data = await printer.print({ docx, title: `${paper.label} ${paper.number}`, madeAt: archivedAt });
    return { entry: { name: `${name}.pdf`, data } };
  } catch (error) {
    if (!(error instanceof GlyphsMissing)) throw error;
    const reason = `PDF 的字库里没有这些字：${error.characters.join('、')}，改存 Word 文件`;
    return { entry: { name: `${name}.docx`, data: docx }, reason };
  }
}
