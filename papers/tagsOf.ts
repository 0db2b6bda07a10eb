import type { DXT } from 'docxtemplater';
import { openTemplate } from './openTemplate';

/** A tag of a template with the tags inside it, where it is a passage or a list. */
export interface Tag {
  readonly name: string;
  readonly passage: boolean;
  /** `{^name}`: what stands there where the field is absent. */
  readonly inverted: boolean;
  readonly inside: readonly Tag[];
}

interface Inspected {
  readonly inspect?: { readonly filePath?: string; readonly postparsed?: readonly DXT.Part[] };
}

/** The tags of a template, its footer included. Throws where they don't fit together. */
export function tagsOf(content: Buffer): readonly Tag[] {
  // docxtemplater tells modules what it has read, part by part; its own module for that needs a package it doesn't bring.
  const parts = new Map<string, readonly DXT.Part[]>();
  let file = '';
  openTemplate(content, [
    {
      name: 'TagsOf',
      set({ inspect }: Inspected): void {
        file = inspect?.filePath ?? file;
        if (inspect?.postparsed !== undefined) parts.set(file, inspect.postparsed);
      },
    },
  ]);
  return [...parts.values()].flatMap(tagsIn);
}

function tagsIn(parts: readonly DXT.Part[]): readonly Tag[] {
  return parts
    .filter(({ type }) => type === 'placeholder')
    .map(({ value, module, inverted, subparsed }) => ({
      name: value,
      passage: module === 'loop',
      inverted: inverted === true,
      inside: tagsIn(subparsed ?? []),
    }));
}

/** The names of all tags, those inside others among them. */
export function namesIn(tags: readonly Tag[]): readonly string[] {
  return tags.flatMap(({ name, inside }) => [name, ...namesIn(inside)]);
}
