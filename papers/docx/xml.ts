import { DOMParser, type Element } from '@xmldom/xmldom';

/** Reads XML, strictly: a broken part is thrown, not guessed at. */
export function parseXml(text: string): Element {
  const root = new DOMParser({
    onError: (_level, message) => {
      throw new Error(message);
    },
  }).parseFromString(text, 'application/xml').documentElement;
  if (root === null) throw new Error('empty XML');
  return root;
}

/** The elements inside, by their names without prefix; all where none is given. */
export function inside(element: Element | null, ...names: readonly string[]): readonly Element[] {
  const found: Element[] = [];
  for (let node = element?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (node.nodeType !== 1) continue;
    const child = node as Element;
    if (names.length === 0 || names.includes(child.localName ?? '')) found.push(child);
  }
  return found;
}

/** The first element at the end of a path of names; null where there is none. */
export function at(element: Element | null, ...path: readonly string[]): Element | null {
  let found = element;
  for (const name of path) found = inside(found, name)[0] ?? null;
  return found;
}

/** An attribute by its name without prefix. */
export function attribute(element: Element | null, name: string): string | null {
  if (element === null) return null;
  for (const own of Array.from(element.attributes)) if (own.localName === name) return own.value;
  return null;
}

/** Word's twentieths of a point, in points. */
export function twips(element: Element | null, name: string): number | null {
  const value = attribute(element, name);
  return value === null || !/^-?\d+(\.\d+)?$/.test(value) ? null : Number(value) / 20;
}

/** A switch such as `<w:b/>`: on unless it says that it is off. */
export function isOn(element: Element | null): boolean {
  return element !== null && !['0', 'false', 'off', 'none'].includes(attribute(element, 'val') ?? '1');
}
