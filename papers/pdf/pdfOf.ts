import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Block, WordDocument } from '../docx/model';
import { readDocx } from '../docx/readDocx';
import { FONT, FONTS, isFont, withoutGlyph } from './fonts';
import { tableContent } from './tableContent';
import { textContent, type PageNumbers } from './textContent';

pdfmake.setFonts(FONTS);
// A paper is made of its text and our font: nothing is fetched, no other file is read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(isFont);

/** A paper has characters that no font of ours has: they would be blank. */
export class GlyphsMissing extends Error {
  override readonly name = 'GlyphsMissing';

  constructor(readonly characters: readonly string[]) {
    super(`no glyph for ${characters.join('')}`);
  }
}

/**
 * The PDF of a filled paper: what the clerk's template says, with its type embedded. The same paper made at the same instant
 * is the same bytes. `mark` stands across each page of what isn't a paper yet.
 */
export async function pdfOf(
  docx: Buffer,
  title: string,
  madeAt: Date = new Date(),
  mark: string | null = null,
): Promise<Buffer> {
  const document = readDocx(docx);
  const missing = withoutGlyph(allText(document.blocks));
  if (missing.length > 0) throw new GlyphsMissing(missing);
  const across = mark === null ? {} : { watermark: { text: mark, font: FONT, opacity: 0.15 } };
  return pdfmake.createPdf({ ...definition(document, title, madeAt), ...across }).getBuffer();
}

function definition({ page, blocks, footer }: WordDocument, title: string, madeAt: Date): TDocumentDefinitions {
  const [left, top, right, bottom] = page.margins;
  const width = page.width - left - right;
  return {
    info: { title, creationDate: madeAt },
    language: 'zh-CN',
    pageSize: { width: page.width, height: page.height },
    pageMargins: [left, top, right, bottom],
    defaultStyle: { font: FONT, fontSize: 10.5 },
    content: contentOf(blocks, width),
    footer: (current, pages) => ({
      margin: [left, Math.max(0, bottom - page.footer - footerHeight(footer)), right, 0],
      stack: contentOf(footer, width, { page: current, pages }),
    }),
  };
}

function footerHeight(footer: readonly Block[]): number {
  return footer.reduce((sum, block) => sum + (block.kind === 'paragraph' ? block.size * 1.5 : 0), 0);
}

/** Paragraphs that are kept with the next one, and that one, go to a new page together. */
function contentOf(blocks: readonly Block[], width: number, numbers: PageNumbers | null = null): Content[] {
  const content: Content[] = [];
  let kept: Content[] = [];
  for (const block of blocks) {
    const own =
      block.kind === 'paragraph'
        ? [textContent(block, numbers)]
        : tableContent(block, width, (inner, own) => contentOf(inner, own));
    if (block.kind === 'paragraph' && block.keepNext) {
      kept.push(...own);
      continue;
    }
    if (kept.length === 0) {
      content.push(...own);
      continue;
    }
    const [next, ...rest] = own;
    content.push({ stack: next === undefined ? kept : [...kept, next], unbreakable: true }, ...rest);
    kept = [];
  }
  return [...content, ...kept];
}

function allText(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? block.runs.map(({ text }) => text).join('')
        : block.rows.map(({ cells }) => cells.map((cell) => allText(cell.blocks)).join('')).join(''),
    )
    .join('');
}
