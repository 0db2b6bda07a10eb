import { TO_SIMPLIFIED } from './traditional';

/** A text made comparable, with the way back to where each of its characters stood. */
export interface NormalText {
  readonly text: string;
  /**
   * `origin[i]` is where character i began in the original (UTF-16 units); one more entry for the end. Null where
   * each stands where it stood, as in most texts.
   */
  readonly origin: readonly number[] | null;
}

// Invisible characters that phones, web forms and people dodging word lists leave inside words.
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]|\u034F|\p{Variation_Selector}/u;
const BLANK = /[\t \u00A0\u2000-\u200A\u3000]/;

/**
 * Full width to half width, Latin capitals to small, traditional to simplified for the characters we use; without
 * invisible characters and without blanks between Chinese characters. Never longer than the original.
 */
export function normalise(original: string): NormalText {
  let text = '';
  // Most texts lose nothing, and only their commas and brackets change: the runs between these go over whole.
  let run = 0;
  for (let i = 0; i < original.length; i += 1) {
    const unit = original.charCodeAt(i);
    const simple = SIMPLE[unit] ?? DROPPED;
    if (simple === unit && unit > SPACE) continue;
    const last = SIMPLE[original.charCodeAt(i - 1)] ?? 0;
    if (simple === DROPPED || (simple === SPACE && isHan(last) && isHan(nextVisible(original, i + 1))))
      return withLosses(original);
    if (simple === unit) continue;
    text += original.slice(run, i) + String.fromCharCode(simple);
    run = i + 1;
  }
  return { text: run === 0 ? original : text + original.slice(run), origin: null };
}

function withLosses(original: string): NormalText {
  const units: number[] = [];
  const origin: number[] = [];
  let last = 0;
  for (let i = 0; i < original.length; i += 1) {
    const unit = SIMPLE[original.charCodeAt(i)] ?? DROPPED;
    if (unit === DROPPED) continue;
    if (unit === SPACE && isHan(last) && isHan(nextVisible(original, i + 1))) continue;
    units.push(unit);
    origin.push(i);
    last = unit;
  }
  origin.push(original.length);
  return { text: textOf(units), origin };
}

/** Where a stretch of the normalised text stood in the original, as [start, end). */
export function originalSpan({ origin }: NormalText, start: number, end: number): readonly [number, number] {
  if (origin === null) return [start, end];
  const first = origin[start] ?? 0;
  const last = origin[end - 1] ?? first;
  return [first, last + 1];
}

const DROPPED = 0;
const SPACE = 32;
/** What each UTF-16 unit becomes, looked up and not worked out: texts are long, and every character passes here. */
const SIMPLE = Uint16Array.from({ length: 65_536 }, (_, code) => simple(code));

function simple(code: number): number {
  const character = String.fromCharCode(code);
  if (INVISIBLE.test(character)) return DROPPED;
  if (code >= 0xff01 && code <= 0xff5e) return simple(code - 0xfee0);
  if (BLANK.test(character)) return SPACE;
  if (character >= 'A' && character <= 'Z') return code + 32;
  return (TO_SIMPLIFIED.get(character) ?? character).charCodeAt(0);
}

/** `占 道 经 营` is one word; `KTV 门口` and an English sentence keep their blanks. */
function nextVisible(original: string, from: number): number {
  for (let i = from; i < original.length; i += 1) {
    const unit = SIMPLE[original.charCodeAt(i)] ?? DROPPED;
    if (unit !== DROPPED && unit !== SPACE) return original.charCodeAt(i);
  }
  return 0;
}

function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

const CHUNK = 4_096;

function textOf(units: readonly number[]): string {
  if (units.length <= CHUNK) return String.fromCharCode(...units);
  let text = '';
  for (let at = 0; at < units.length; at += CHUNK) text += String.fromCharCode(...units.slice(at, at + CHUNK));
  return text;
}
