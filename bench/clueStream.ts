import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fieldOfItem } from '../commands/labelled/fieldOfItem';
import { readLabelled } from '../commands/labelled/readLabelled';
import type { Catalogue } from '../domain/catalogue';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A prime that no set of ours is a multiple of. */
const STRIDE = 7_919;

export interface Sent {
  readonly key: string;
  readonly clue: object;
}

/** Texts of the labelled set, each at a place of its own in another town, so that none repeats another. */
export function clueStream(catalogue: Catalogue): () => Sent {
  const texts = readLabelled(join(ROOT, 'data/labelled/hand.csv'), fieldOfItem(catalogue)).map(({ clue }) => clue);
  const { towns } = catalogue;
  // No number twice, nor one of an earlier run on the same database: the clues on file would be repeated.
  let number = Date.now();
  return () => {
    number += 1;
    // With a stride: the set is sorted by what the texts are about.
    const clue = texts[(number * STRIDE) % texts.length];
    if (clue === undefined) throw new Error('the labelled set is empty');
    const key = `bench-${number}`;
    const place = `${towns[number % towns.length]?.name ?? ''}创新路${number}号`;
    // What a patrol or a camera must bring isn't in the labelled texts.
    const channel = ['patrol', 'video'].includes(clue.channel) ? 'grid_worker' : clue.channel;
    return { key, clue: { channel, number: key, text: `${clue.text}（${number}）`, place } };
  };
}
