import { TO_SIMPLIFIED } from './traditional';

/** A text made comparable, with the way back to where each of its characters stood. */
export interface NormalText {
  readonly text: string;
  /** `origin[i]` is where character i began in the original (UTF-16 units); one more entry for the end. */
  readonly origin: readonly number[];
}

// Invisible characters that phones, web forms and people dodging word lists leave inside words.
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]|\u034F|\p{Variation_Selector}/u;
const BLANK = /[\t \u00A0\u2000-\u200A\u3000]/;
const HAN = /[\u3400-\u9FFF]/;

/**
 * Full width to half width, Latin capitals to small, traditional to simplified for the characters we use; without
 * invisible characters and without blanks between Chinese characters. Never longer than the original.
 */
export function normalise(original: string): NormalText {
  const characters: string[] = [];
  const origin: number[] = [];
  for (let i = 0; i < original.length; i++) {
    const character = original.charAt(i);
    if (INVISIBLE.test(character)) continue;
    if (BLANK.test(character) && betweenHan(characters, original, i)) continue;
    characters.push(simple(character));
    origin.push(i);
  }
  origin.push(original.length);
  return { text: characters.join(''), origin };
}

/** Where a stretch of the normalised text stood in the original, as [start, end). */
export function originalSpan({ origin }: NormalText, start: number, end: number): readonly [number, number] {
  const first = origin[start] ?? 0;
  const last = origin[end - 1] ?? first;
  return [first, last + 1];
}

function simple(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return simple(String.fromCharCode(code - 0xfee0));
  if (BLANK.test(character)) return ' ';
  if (character >= 'A' && character <= 'Z') return character.toLowerCase();
  return TO_SIMPLIFIED.get(character) ?? character;
}

/** `占 道 经 营` is one word; `KTV 门口` and an English sentence keep their blanks. */
function betweenHan(before: readonly string[], original: string, at: number): boolean {
  const last = before[before.length - 1];
  if (last === undefined || !HAN.test(last)) return false;
  let next = at + 1;
  while (next < original.length && (BLANK.test(original.charAt(next)) || INVISIBLE.test(original.charAt(next)))) next++;
  return HAN.test(original.charAt(next));
}
