import type { Content, ContentText } from 'pdfmake/interfaces';
import type { Paragraph, Run } from '../docx/model';
import { LINE_HEIGHT } from './fonts';

export interface PageNumbers {
  readonly page: number;
  readonly pages: number;
}

/** Word's single line of Chinese type is 1.3 of its size; ours is higher, and must not make the paper longer. */
const WORD_LINE = 1.3;

export function textContent(paragraph: Paragraph, numbers: PageNumbers | null = null): Content {
  const { left, right, before, after, align, firstLine } = paragraph;
  const content: ContentText = {
    text: runsOf(paragraph, numbers),
    alignment: align,
    margin: [left, before, right, after],
    leadingIndent: firstLine,
    preserveLeadingSpaces: true,
    ...(paragraph.pageBreakBefore ? { pageBreak: 'before' as const } : {}),
  };
  return content;
}

function runsOf(paragraph: Paragraph, numbers: PageNumbers | null): ContentText[] {
  const runs = paragraph.runs.map((run) => ({ ...run, text: textOf(run, numbers) })).filter(({ text }) => text !== '');
  // An empty paragraph is a line all the same.
  const shown = runs.length > 0 ? runs : [{ text: '\u00a0', size: paragraph.size, bold: false, underline: false }];
  return shown.map(({ text, size, bold, underline }) => ({
    text,
    fontSize: size,
    bold,
    lineHeight: lineHeight(paragraph.line, size),
    ...(underline ? { decoration: 'underline' as const } : {}),
  }));
}

function textOf({ text, field }: Run, numbers: PageNumbers | null): string {
  switch (field) {
    case null:
      return text;
    case 'page':
      return numbers === null ? '' : String(numbers.page);
    case 'pages':
      return numbers === null ? '' : String(numbers.pages);
  }
}

/** As a multiple of the type's own line, which is how the PDF asks for it. */
function lineHeight(line: Paragraph['line'], size: number): number {
  return 'exactly' in line ? line.exactly / (size * LINE_HEIGHT) : (line.times * WORD_LINE) / LINE_HEIGHT;
}
