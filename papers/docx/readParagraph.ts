import type { Element } from '@xmldom/xmldom';
import type { Align, Paragraph, Run } from './model';
import { said, saidAttribute, type Cascade, type Styles } from './styles';
import { at, attribute, inside, isOn } from './xml';

const DEFAULT_SIZE = 10.5;

const ALIGN: Readonly<Record<string, Align>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
};

export function readParagraph(element: Element, styles: Styles): Paragraph {
  const own = at(element, 'pPr');
  const styleId = attribute(at(own, 'pStyle'), 'val');
  const cascade = styles.paragraph(styleId, own);
  const size = sizeOf(styles.run(styleId, null, at(own, 'rPr')));
  const length = (name: string, attributeName: string) => points(saidAttribute(cascade, name, attributeName));
  return {
    kind: 'paragraph',
    runs: readRuns(element, styleId, styles),
    size,
    align: ALIGN[attribute(said(cascade, 'jc'), 'val') ?? 'both'] ?? 'justify',
    firstLine:
      inCharacters(cascade, 'firstLineChars', size) ?? length('ind', 'firstLine') ?? -(length('ind', 'hanging') ?? 0),
    left: inCharacters(cascade, 'leftChars', size) ?? length('ind', 'left') ?? length('ind', 'start') ?? 0,
    right: inCharacters(cascade, 'rightChars', size) ?? length('ind', 'right') ?? length('ind', 'end') ?? 0,
    before: length('spacing', 'before') ?? 0,
    after: length('spacing', 'after') ?? 0,
    line: lineOf(cascade),
    keepNext: isOn(said(cascade, 'keepNext')),
    pageBreakBefore: isOn(said(cascade, 'pageBreakBefore')),
  };
}

/** Chinese editions of Word and WPS measure indents in hundredths of a character, which go before the length. */
function inCharacters(cascade: Cascade, name: string, size: number): number | null {
  const value = saidAttribute(cascade, 'ind', name);
  return value === null || value === '0' ? null : (Number(value) / 100) * size;
}

function lineOf(cascade: Cascade): Paragraph['line'] {
  const line = saidAttribute(cascade, 'spacing', 'line');
  if (line === null) return { times: 1 };
  const rule = saidAttribute(cascade, 'spacing', 'lineRule') ?? 'auto';
  return rule === 'auto' ? { times: Number(line) / 240 } : { exactly: Number(line) / 20 };
}

function points(twips: string | null): number | null {
  return twips === null ? null : Number(twips) / 20;
}

function sizeOf(cascade: Cascade): number {
  const size = attribute(said(cascade, 'sz'), 'val');
  return size === null ? DEFAULT_SIZE : Number(size) / 2;
}

/** A field in a text: Word writes it as begin, what it is, what it was last, end. */
interface FieldState {
  code: string;
  part: 'none' | 'code' | 'result';
}

function readRuns(paragraph: Element, styleId: string | null, styles: Styles): readonly Run[] {
  const runs: Run[] = [];
  const field: FieldState = { code: '', part: 'none' };
  const walk = (parent: Element): void => {
    for (const child of inside(parent)) {
      switch (child.localName ?? '') {
        case 'r':
          readRun(child, styleId, styles, field, runs);
          break;
        case 'fldSimple':
          runs.push({
            ...look(at(child, 'r'), styleId, styles),
            text: '',
            field: fieldOf(attribute(child, 'instr') ?? ''),
          });
          break;
        case 'hyperlink':
        case 'ins':
        case 'smartTag':
          walk(child);
          break;
        case 'sdt':
          inside(child, 'sdtContent').forEach(walk);
          break;
      }
    }
  };
  walk(paragraph);
  return runs;
}

function look(run: Element | null, styleId: string | null, styles: Styles): Pick<Run, 'size' | 'bold' | 'underline'> {
  const own = at(run, 'rPr');
  const cascade = styles.run(styleId, attribute(at(own, 'rStyle'), 'val'), own);
  // 黑体 marks a heading without being bold; the PDF has one family, whose bold stands for it.
  const black = /黑体|SimHei|小标宋/.test(saidAttribute(cascade, 'rFonts', 'eastAsia') ?? '');
  return { size: sizeOf(cascade), bold: black || isOn(said(cascade, 'b')), underline: isOn(said(cascade, 'u')) };
}

function readRun(run: Element, styleId: string | null, styles: Styles, field: FieldState, runs: Run[]): void {
  const style = look(run, styleId, styles);
  const add = (text: string) => {
    if (field.part === 'none') runs.push({ ...style, text, field: null });
  };
  for (const child of inside(run)) {
    switch (child.localName ?? '') {
      case 't':
        add(child.textContent ?? '');
        break;
      case 'br':
      case 'cr':
        add('\n');
        break;
      case 'tab':
        add('\u3000\u3000');
        break;
      case 'instrText':
        field.code += child.textContent ?? '';
        break;
      case 'fldChar':
        switch (attribute(child, 'fldCharType') ?? '') {
          case 'begin':
            field.part = 'code';
            field.code = '';
            break;
          case 'separate':
            field.part = 'result';
            break;
          case 'end':
            runs.push({ ...style, text: '', field: fieldOf(field.code) });
            field.part = 'none';
            break;
        }
        break;
    }
  }
}

function fieldOf(code: string): Run['field'] {
  if (/^\s*PAGE\b/.test(code)) return 'page';
  return /^\s*(NUM|SECTION)PAGES\b/.test(code) ? 'pages' : null;
}
