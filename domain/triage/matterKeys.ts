import { barePlace, bigrams, isSpot, type ReportedMatter } from './sameMatter';

/**
 * What reports of one matter are likely to have in common, as 32-bit numbers for an index: the spot by name, a cell of a
 * grid, and bands of a MinHash over the text's pairs of characters. Each key is bound to a stretch of time, so that a
 * search reads the days it is about and not the years on file. Keys only find candidates; `compareMatters` decides, so
 * that a collision costs time and never a verdict.
 *
 * How finely the keys are cut is no rule of the city's: the limits for days and metres decide which keys are looked for.
 * What is changed here needs the stored keys reckoned anew.
 */
export function keysOf(matter: Keyed): readonly number[] {
  return keysIn(matter, [stretchOf(Date.parse(matter.at))], cellsWithin(matter, 0));
}

/** The keys that an earlier report within the days and metres would have. */
export function keysToFind(matter: Keyed, days: number, metres: number): readonly number[] {
  const until = Date.parse(matter.at);
  const stretches: number[] = [];
  for (let stretch = stretchOf(until - days * DAY_MS); stretch <= stretchOf(until); stretch += 1)
    stretches.push(stretch);
  return keysIn(matter, stretches, cellsWithin(matter, metres));
}

type Keyed = Pick<ReportedMatter, 'place' | 'position' | 'text' | 'at'>;

const DAY_MS = 86_400_000;
const STRETCH_MS = 4 * DAY_MS;
/** About 220 m by 190 m here. */
const CELL_DEGREES = 0.002;
const METRES_PER_DEGREE = 111_195;
/**
 * 20 bands of 3: texts that are 70 % alike share a band 97 times in 100, 55 % alike 2 times in 3 (those of one item in one
 * town are found by that), and of unrelated ones (10 %) 1 in 50.
 */
const BANDS = 20;
const ROWS = 3;

function keysIn(matter: Keyed, stretches: readonly number[], cells: readonly string[]): readonly number[] {
  const spot = barePlace(matter.place);
  const bands = bandsOfMatter(matter);
  return [
    ...new Set(
      stretches.flatMap((stretch) => [
        ...(isSpot(spot) ? [hash(`place/${stretch}/${spot}`)] : []),
        ...cells.map((cell) => hash(`cell/${stretch}/${cell}`)),
        ...bands.map((band) => mix(band, stretch)),
      ]),
    ),
  ];
}

function stretchOf(ms: number): number {
  return Math.floor(ms / STRETCH_MS);
}

function cellsWithin({ position }: Pick<ReportedMatter, 'position'>, metres: number): readonly string[] {
  if (position === null) return [];
  const { lng, lat } = position;
  const dLat = metres / METRES_PER_DEGREE;
  const dLng = dLat / Math.max(Math.cos((lat * Math.PI) / 180), 0.01);
  const cell = (degrees: number) => Math.floor(degrees / CELL_DEGREES);
  const cells: string[] = [];
  for (let x = cell(lng - dLng); x <= cell(lng + dLng); x += 1)
    for (let y = cell(lat - dLat); y <= cell(lat + dLat); y += 1) cells.push(`${x}/${y}`);
  return cells;
}

const banded = new WeakMap<Keyed, readonly number[]>();

/** Most of the work, and the same for whoever is looked for and then put on file. */
function bandsOfMatter(matter: Keyed): readonly number[] {
  const bands = banded.get(matter) ?? bandsOf(matter.text);
  banded.set(matter, bands);
  return bands;
}

function bandsOf(text: string): readonly number[] {
  const least = new Int32Array(BANDS * ROWS).fill(MOST);
  let any = false;
  for (const pair of bigrams(text).keys()) {
    const code = Math.imul(pair.charCodeAt(0), 0x10001) ^ pair.charCodeAt(1);
    any = true;
    for (let row = 0; row < least.length; row += 1) {
      const value = mix(code, row);
      if (value < (least[row] ?? MOST)) least[row] = value;
    }
  }
  if (!any) return [];
  return Array.from({ length: BANDS }, (_, band) => {
    let key = mix(band, BAND_SEED);
    for (let row = 0; row < ROWS; row += 1) key = mix(key, least[band * ROWS + row] ?? MOST);
    return key;
  });
}

const MOST = 0x7fffffff;
const BAND_SEED = 0x5bd1e995;

/** Two numbers into one signed 32-bit number that looks like chance: the finaliser of MurmurHash3. */
function mix(a: number, b: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}

function hash(text: string): number {
  let h = 0;
  for (let i = 0; i < text.length; i += 1) h = mix(h, text.charCodeAt(i));
  return h;
}
