import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { extractText, getDocumentProxy } from 'unpdf';
import { loadPaperRules } from '../../config/paperRules';
import { fieldsOf, isList, LIST_COLUMNS } from '../../domain/papers/fields';
import { fillPaper } from '../../domain/papers/fillPaper';
import { PAPER_KINDS, type Paper } from '../../domain/papers/paper';
import { papersOf } from '../../domain/papers/papersOf';
import { readDocx } from '../../papers/docx/readDocx';
import type { Block } from '../../papers/docx/model';
import { fillTemplate } from '../../papers/fillTemplate';
import { loadTemplates } from '../../papers/loadTemplates';
import { GlyphsMissing, pdfOf } from '../../papers/pdf/pdfOf';
import {
  archived,
  catalogue,
  extension,
  forgiven,
  KNOWN,
  onTheSpot,
  restaurant,
  transferred,
  withdrawn,
} from '../domain/papers/stories';

const CONFIG = join(import.meta.dirname, '../../config');
const DIR = join(CONFIG, 'papers');
const RULES = loadPaperRules(join(CONFIG, 'catalogue'), catalogue.towns);
const TEMPLATES = loadTemplates(DIR);

const STORIES = [
  archived(onTheSpot(), '2026-09-30 11:30'),
  onTheSpot(null),
  restaurant(),
  extension(),
  forgiven(),
  withdrawn(),
  transferred(),
];
const PAPERS = STORIES.flatMap(({ events }) => papersOf(events, RULES));

function filledDocx(paper: Paper): Buffer {
  return fillTemplate(TEMPLATES[paper.kind], fillPaper(paper, KNOWN).filled);
}

function textOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? `${block.runs.map(({ text }) => text).join('')}\n`
        : block.rows.map(({ cells }) => cells.map((cell) => textOf(cell.blocks)).join('')).join(''),
    )
    .join('');
}

async function pdfText(pdf: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replace(/\s+/g, '');
}

/** A copy of the templates in which one is another. */
function withTemplate(file: string, content: Buffer): string {
  const dir = mkdtempSync(join(tmpdir(), 'papers-'));
  cpSync(DIR, dir, { recursive: true });
  writeFileSync(join(dir, file), content);
  return dir;
}

function edited(kind: keyof typeof TEMPLATES, from: string, to: string): Buffer {
  const zip = new PizZip(TEMPLATES[kind].content);
  const xml = zip.file('word/document.xml')?.asText() ?? '';
  expect(xml).toContain(from);
  zip.file('word/document.xml', xml.replace(from, to));
  return zip.generate({ type: 'nodebuffer' });
}

function loading(file: string, content: Buffer): string {
  const dir = withTemplate(file, content);
  try {
    loadTemplates(dir);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

describe('the templates', () => {
  it('cover the stories: every kind of paper is filled at least once below', () => {
    expect(new Set(PAPERS.map(({ kind }) => kind))).toEqual(new Set(PAPER_KINDS));
  });

  it.each(PAPER_KINDS)('%s uses fields that exist, and every list that it is given', (kind) => {
    const { fields } = TEMPLATES[kind];
    const known = fieldsOf(kind);
    const columns = Object.values(LIST_COLUMNS).flat() as string[];
    expect([...fields].filter((name) => !known.has(name) && !columns.includes(name))).toEqual([]);
    expect([...known.keys()].filter((name) => isList(name) && !fields.has(name))).toEqual([]);
    expect(fields.size).toBeGreaterThan(0);
  });

  it.each(PAPERS.map((paper) => [`${paper.number} ${paper.id}`, paper] as const))('%s has no hole', (_name, paper) => {
    if (fillPaper(paper, KNOWN).missing.length > 0) return;
    const text = textOf(readDocx(filledDocx(paper)).blocks);
    expect(text).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
    expect(text).not.toMatch(/《》|（）|：[。，；]|[，；]。/);
    expect(text).toContain(paper.fields['机关']);
  });
});

describe('a template that can’t be used stops the start', () => {
  it('names an unknown tag with its file', () => {
    expect(loading('demand_notice.docx', edited('demand_notice', '{决定日期}', '{决定日子}'))).toContain(
      'demand_notice.docx — 没有字段 {决定日子}',
    );
  });

  it('names a passage that may be absent and isn’t asked for first', () => {
    const found = loading('service_receipt.docx', edited('service_receipt', '{送达方式}', '{送达证明}'));
    expect(found).toContain('service_receipt.docx — {送达证明} 可能没有，应放在 {#送达证明} 和 {/送达证明} 之间');
  });

  it('names a tag that is not closed', () => {
    expect(loading('prior_notice.docx', edited('prior_notice', '{/处罚}', ''))).toMatch(/prior_notice\.docx — .*处罚/);
  });

  it('names what a PDF wouldn’t show', () => {
    const numbered = edited('prior_notice', '<w:pPr>', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>');
    expect(loading('prior_notice.docx', numbered)).toContain('prior_notice.docx — PDF 不能显示自动编号');
  });

  it('names a file that is no Word file, and one that isn’t there', () => {
    expect(loading('file_cover.docx', Buffer.from('x'))).toContain('file_cover.docx — ');
    const empty = mkdtempSync(join(tmpdir(), 'papers-'));
    expect(() => loadTemplates(empty)).toThrow(/prior_notice\.docx — 读不到模板/);
    rmSync(empty, { recursive: true });
  });
});

describe('the PDF', () => {
  const decision = PAPERS.find(({ id, number }) => id === 'penalty_decision-1' && number.includes('456')) as Paper;

  it('has the text of the paper, and its type embedded', async () => {
    const pdf = await pdfOf(filledDocx(decision), '处罚决定书');
    const text = await pdfText(pdf);
    for (const part of ['行政处罚决定书', '崇羊马执罚决字〔2026〕第456号', '贰万元整', '2026年10月30日', '何翠']) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('{');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const raw = pdf.toString('latin1');
    expect(raw).toMatch(/FontFile2/);
    expect(raw).toMatch(/NotoSerifSC-Regular/);
    expect(pdf.length).toBeLessThan(400_000);
  });

  it('says all that the Word file says', async () => {
    const complete = PAPERS.filter((one) => fillPaper(one, KNOWN).missing.length === 0);
    for (const kind of PAPER_KINDS) {
      const paper = complete.find((one) => one.kind === kind);
      if (paper === undefined) throw new Error(`no complete ${kind}`);
      const docx = filledDocx(paper);
      const said = (await pdfText(await pdfOf(docx, paper.label))).replace(/—\d+—/g, '');
      const lines = textOf(readDocx(docx).blocks)
        .split('\n')
        .map((line) => line.replace(/\s+/g, ''))
        .filter((line) => line !== '' && line.length < 30);
      // A long text may be broken by a page's end; short ones stand whole.
      expect(lines.filter((line) => !said.includes(line))).toEqual([]);
    }
  }, 60_000);

  it('follows the clerk’s template', async () => {
    const template = { content: edited('penalty_decision', '当事人：', '被处罚人：') };
    const docx = fillTemplate(template, fillPaper(decision, KNOWN).filled);
    expect(await pdfText(await pdfOf(docx, ''))).toContain('被处罚人：何翠');
  });

  it('prints rare characters of names, and refuses what it would print blank', async () => {
    const named = (name: string) => {
      const known = {
        ...KNOWN,
        persons: { ...KNOWN.persons, 'P-2': { ...KNOWN.persons['P-2'], name } },
      } as typeof KNOWN;
      return fillTemplate(TEMPLATES.penalty_decision, fillPaper(decision, known).filled);
    };
    expect(await pdfText(await pdfOf(named('牂䶮堃'), ''))).toContain('牂䶮堃');
    await expect(pdfOf(named('何\u{2a6d0}'), '')).rejects.toThrow(GlyphsMissing);
  });
});
