import type { Element } from '@xmldom/xmldom';
import { at, attribute, inside } from './xml';

/** Properties as they apply: the last of these elements that says something about a property has the word. */
export type Cascade = readonly (Element | null)[];

export interface Styles {
  /** For a paragraph of this style (null = the default one), its own properties last. */
  paragraph(styleId: string | null, own: Element | null): Cascade;
  /** For a run in a paragraph of that style. */
  run(paragraphStyleId: string | null, styleId: string | null, own: Element | null): Cascade;
  table(styleId: string | null, own: Element | null): Cascade;
}

export function readStyles(root: Element | null): Styles {
  const styles = new Map<string, Element>();
  const defaults = new Map<string, string>();
  for (const style of inside(root, 'style')) {
    const id = attribute(style, 'styleId') ?? '';
    styles.set(id, style);
    if (attribute(style, 'default') === '1') defaults.set(attribute(style, 'type') ?? '', id);
  }
  const chain = (id: string | null, type: string): readonly Element[] => {
    const found: Element[] = [];
    for (let next = id ?? defaults.get(type) ?? null; next !== null;) {
      const style = styles.get(next);
      if (style === undefined || found.includes(style)) break;
      found.unshift(style);
      next = attribute(at(style, 'basedOn'), 'val');
    }
    return found;
  };
  const docDefaults = at(root, 'docDefaults');
  return {
    paragraph: (styleId, own) => [
      at(docDefaults, 'pPrDefault', 'pPr'),
      ...chain(styleId, 'paragraph').map((style) => at(style, 'pPr')),
      own,
    ],
    run: (paragraphStyleId, styleId, own) => [
      at(docDefaults, 'rPrDefault', 'rPr'),
      ...chain(paragraphStyleId, 'paragraph').map((style) => at(style, 'rPr')),
      ...(styleId === null ? [] : chain(styleId, 'character').map((style) => at(style, 'rPr'))),
      own,
    ],
    table: (styleId, own) => [...chain(styleId, 'table').map((style) => at(style, 'tblPr')), own],
  };
}

/** The element of that name that has the word; null where nobody says anything. */
export function said(cascade: Cascade, name: string): Element | null {
  for (let index = cascade.length - 1; index >= 0; index -= 1) {
    const found = at(cascade[index] ?? null, name);
    if (found !== null) return found;
  }
  return null;
}

/** The value of one attribute, which each level of the cascade may say for itself. */
export function saidAttribute(cascade: Cascade, name: string, attributeName: string): string | null {
  for (let index = cascade.length - 1; index >= 0; index -= 1) {
    const value = attribute(at(cascade[index] ?? null, name), attributeName);
    if (value !== null) return value;
  }
  return null;
}
