import PizZip from 'pizzip';
import { attribute, inside, parseXml } from './docx/xml';

type Element = ReturnType<typeof parseXml>;

const DOCUMENT = 'word/document.xml';
const RELATIONSHIPS = 'word/_rels/document.xml.rels';

/** The pictures of a Word file: where each is kept in it, by its alternative text, which stays when a clerk saves the file anew. */
export function picturesIn(content: Buffer): ReadonlyMap<string, string> {
  const zip = new PizZip(content);
  const root = (name: string): Element | null => {
    const file = zip.file(name);
    return file === null ? null : parseXml(file.asText());
  };
  const targets = new Map(
    inside(root(RELATIONSHIPS), 'Relationship').map((one) => [attribute(one, 'Id'), attribute(one, 'Target')]),
  );
  const found = new Map<string, string>();
  for (const inline of everywhere(root(DOCUMENT), 'inline', 'anchor')) {
    const [description] = everywhere(inline, 'docPr').map((one) => attribute(one, 'descr'));
    const [target] = everywhere(inline, 'blip').map((one) => targets.get(attribute(one, 'embed')));
    if (description != null && target != null) found.set(description, `word/${target}`);
  }
  return found;
}

/** Puts PNGs in the place of a Word file's pictures, by alternative text. Throws a RangeError where there is no such picture. */
export function replacePictures(content: Buffer, pictures: Readonly<Record<string, Buffer>>): Buffer {
  const places = picturesIn(content);
  const zip = new PizZip(content);
  for (const [description, png] of Object.entries(pictures)) {
    const place = places.get(description);
    if (place === undefined) throw new RangeError(`no picture 「${description}」`);
    zip.file(place, png);
  }
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

function everywhere(element: Element | null, ...names: readonly string[]): readonly Element[] {
  return inside(element).flatMap((child) => [
    ...(names.includes(child.localName ?? '') ? [child] : []),
    ...everywhere(child, ...names),
  ]);
}
