import type { Element } from '@xmldom/xmldom';
import PizZip from 'pizzip';
import type { Block, Page, WordDocument } from './model';
import { readParagraph } from './readParagraph';
import { readStyles, type Styles } from './styles';
import { readTable } from './readTable';
import { at, attribute, inside, parseXml, twips } from './xml';

/**
 * Reads a .docx as far as papers need it: paragraphs with their type, indents and spacing, tables, the sheet and the footer.
 * What it can't read is refused when the templates are loaded (`unsupported`), so nothing of a paper is lost in its PDF.
 */
export function readDocx(content: Buffer): WordDocument {
  const zip = new PizZip(content);
  const part = (name: string): Element | null => {
    const file = zip.file(name);
    return file === null ? null : parseXml(file.asText());
  };
  const styles = readStyles(part('word/styles.xml'));
  const body = at(part('word/document.xml'), 'body');
  const section = at(body, 'sectPr');
  const footerId = attribute(
    inside(section, 'footerReference').find((reference) => attribute(reference, 'type') === 'default') ?? null,
    'id',
  );
  const target = inside(part('word/_rels/document.xml.rels'), 'Relationship').find(
    (relationship) => attribute(relationship, 'Id') === footerId,
  );
  const footer = target === undefined ? null : part(`word/${attribute(target, 'Target') ?? ''}`);
  return {
    page: pageOf(section),
    blocks: readBlocks(body, styles),
    footer: footer === null ? [] : readBlocks(footer, styles),
  };
}

function readBlocks(parent: Element | null, styles: Styles): readonly Block[] {
  return inside(parent, 'p', 'tbl', 'sdt').flatMap((child): readonly Block[] => {
    switch (child.localName ?? '') {
      case 'p':
        return [readParagraph(child, styles)];
      case 'tbl':
        return [readTable(child, styles, (cell) => readBlocks(cell, styles))];
      default:
        return readBlocks(at(child, 'sdtContent'), styles);
    }
  });
}

/** A4 with the margins of an official paper where nothing is said. */
function pageOf(section: Element | null): Page {
  const size = at(section, 'pgSz');
  const margins = at(section, 'pgMar');
  return {
    width: twips(size, 'w') ?? 595.3,
    height: twips(size, 'h') ?? 841.9,
    margins: [
      twips(margins, 'left') ?? 79.4,
      twips(margins, 'top') ?? 104.9,
      twips(margins, 'right') ?? 73.7,
      twips(margins, 'bottom') ?? 99.2,
    ],
    footer: twips(margins, 'footer') ?? 50,
  };
}
