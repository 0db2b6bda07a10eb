import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';

/** 思源宋体 (Noto Serif SC, OFL), whole: names of people and places have rare characters. Only what is used is embedded. */
export const FONT = 'NotoSerifSC';

const { resolve } = createRequire(import.meta.url);
const FILES = {
  normal: resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
};

export const FONTS = { [FONT]: FILES };

export function isFont(path: string): boolean {
  return path === FILES.normal || path === FILES.bold;
}

const face = fontkit.create(readFileSync(FILES.normal)) as fontkit.Font;

/** The height of a line of this type, for a size of one point. */
export const LINE_HEIGHT = (face.ascent - face.descent) / face.unitsPerEm;

/** The characters of a text that the font lacks: they would be printed blank. */
export function withoutGlyph(text: string): readonly string[] {
  return [...new Set(text)].filter((char) => !/\s/.test(char) && !face.hasGlyphForCodePoint(char.codePointAt(0) ?? 0));
}
