import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ItemWeighing } from '../../domain/triage/opinionModel';
import type { OpinionModel, Weighing } from '../../domain/triage/opinionModel';
import { OPINION_CLASSES } from '../../domain/triage/secondOpinion';
import type { Problems } from '../problems';

export const SECOND_OPINION_FILE = 'second_opinion.json';

/** What `npm run train` writes. Rows of bytes are base64, so that the file stays small and a diff stays one line. */
export interface SecondOpinionFile {
  readonly format: 'linear-grams-1';
  readonly classes: readonly string[];
  readonly trainedOn: Readonly<Record<string, number>>;
  readonly measured: Readonly<Record<string, number>>;
  readonly weighing: Weighing;
  readonly bias: readonly number[];
  /** One byte stands for so much. */
  readonly weightUnit: number;
  readonly rarityUnit: number;
  /** Separated by blanks, in the order of the rows. */
  readonly grams: string;
  readonly rarity: string;
  readonly weights: string;
  /** For each item the rows of its grams, in base 36, and a byte of 1/255 for each. */
  readonly items: Readonly<Record<string, { readonly rows: string; readonly weights: string }>>;
  readonly itemWeighing: ItemWeighing;
}

/** Null where a catalogue has none: then the rules judge alone. */
export function readSecondOpinion(dir: string, problems: Problems): OpinionModel | null {
  const path = join(dir, SECOND_OPINION_FILE);
  if (!existsSync(path)) return null;
  const content = readFileSync(path, 'utf8');
  const fail = (column: string, allowed: string): null => {
    problems.add({ file: SECOND_OPINION_FILE, line: null, column, value: null, allowed });
    return null;
  };
  let file: SecondOpinionFile;
  try {
    file = JSON.parse(content) as SecondOpinionFile;
  } catch {
    return fail('', '应为 npm run train 生成的 JSON');
  }
  if (file.format !== 'linear-grams-1') return fail('format', '应为 linear-grams-1，请重新运行 npm run train');
  if (file.classes.join() !== OPINION_CLASSES.join()) return fail('classes', `应为 ${OPINION_CLASSES.join()}`);
  const grams = file.grams.split(' ');
  const rarity = Buffer.from(file.rarity, 'base64');
  const weights = Buffer.from(file.weights, 'base64');
  if (rarity.length !== grams.length || weights.length !== grams.length * OPINION_CLASSES.length) {
    return fail('weights', '行数与 grams 不符，文件不完整');
  }
  const itemGrams = new Map<number, { item: string; weight: number }[]>();
  for (const [item, { rows, weights: bytes }] of Object.entries(file.items)) {
    const shares = Buffer.from(bytes, 'base64');
    for (const [at, row] of rows.split(' ').entries()) {
      const found = itemGrams.get(parseInt(row, 36)) ?? [];
      found.push({ item, weight: (shares[at] ?? 0) / 255 });
      itemGrams.set(parseInt(row, 36), found);
    }
  }
  return {
    version: createHash('sha256').update(content).digest('hex').slice(0, 12),
    grams: new Map(grams.map((gram, row) => [gram, row])),
    rarity: Float32Array.from(rarity, (byte) => byte * file.rarityUnit),
    weights: Float32Array.from(weights, (byte) => (byte > 127 ? byte - 256 : byte) * file.weightUnit),
    bias: file.bias,
    weighing: file.weighing,
    itemGrams,
    itemWeighing: file.itemWeighing,
  };
}
