import { join } from 'node:path';
import type { Catalogue } from '../../domain/catalogue';
import { fieldOfItem } from '../labelled/fieldOfItem';
import { readLabelled, type LabelledClue } from '../labelled/readLabelled';
import type { Lesson } from './learn';

export interface Lessons {
  /** Written by hand, of the training part: what the weighing is learned on, a part at a time left out. */
  readonly hand: readonly Lesson[];
  /** Composed clues, the demo's, confirmed corrections, and the catalogue's own words. */
  readonly more: readonly Lesson[];
  readonly heldOut: readonly Lesson[];
}

/** `corrections`: files of what dispatchers confirmed or put right, with the columns of data/labelled. */
export function readLessons(root: string, catalogue: Catalogue, corrections: readonly string[]): Lessons {
  const fieldOf = fieldOfItem(catalogue);
  const read = (file: string) => readLabelled(file, fieldOf);
  const hand = read(join(root, 'data/labelled/hand.csv'));
  const composed = read(join(root, 'data/labelled/composed.csv'));
  const rest = [join(root, 'demo/clues.csv'), ...corrections].flatMap(read);
  return {
    hand: lessonsOf(hand.filter(({ split }) => split === 'train')),
    more: [
      ...lessonsOf([...composed.filter(({ split }) => split === 'train'), ...rest]),
      ...catalogueLessons(catalogue),
    ],
    heldOut: lessonsOf([...hand, ...composed].filter(({ split }) => split === 'held_out')),
  };
}

function lessonsOf(clues: readonly LabelledClue[]): Lesson[] {
  return clues.flatMap(({ clue, domain, secondDomain, item }) =>
    domain === null ? [] : [{ text: clue.text, domain, secondDomain, item }],
  );
}

/** The lists' names and words are texts too: short, and right by definition. */
function catalogueLessons({ items, patrolItems, notOurs }: Catalogue): Lesson[] {
  const plain = (keywords: readonly string[]) => keywords.flatMap((written) => written.split(/[+/]/)).join('，');
  return [
    ...items.map(({ code, name, field, keywords }) => ({
      text: `${name.replace(/^对|的处罚$/g, '')}。${plain(keywords)}`,
      domain: field,
      secondDomain: null,
      item: code,
    })),
    ...patrolItems.map(({ code, name, signs, field, keywords, penaltyItem }) => ({
      text: `${name}。${signs}。${plain(keywords)}`,
      domain: field,
      secondDomain: null,
      item: penaltyItem ?? code,
    })),
    ...notOurs.map(({ reason, keywords }) => ({
      text: `${reason}。${plain(keywords)}`,
      domain: 'out_of_scope' as const,
      secondDomain: null,
      item: null,
    })),
  ];
}
