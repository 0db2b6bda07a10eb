import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pick, random as randomFrom } from '../commands/labelled/random';
import { fieldOfItem } from '../commands/labelled/fieldOfItem';
import { readLabelled } from '../commands/labelled/readLabelled';
import type { Catalogue } from '../domain/catalogue';
import type { ReportedMatter } from '../domain/triage/sameMatter';

export interface MadeUp extends Omit<ReportedMatter, 'ref'> {
  readonly id: string;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SAID_BEFORE = ['你好，我想反映一下，', '市民来电：', '昨天就打过电话了，', '麻烦再派人来看看，'];

/**
 * Clues put together from clauses of the project's labelled ones, so that unrelated clues share whole clauses as letters
 * do. A quarter of the town's clues is of one item, a third has no position, one in ten lies on the desk without item or town.
 */
export function madeUpClues(
  catalogue: Catalogue,
  { seed, from, until }: { seed: number; from: number; until: number },
) {
  const random = randomFrom(seed);
  const under = (n: number) => Math.floor(random() * n);
  const oneOf = <T>(values: readonly T[]): T => pick(values, random);
  const fieldOf = fieldOfItem(catalogue);
  const clauses = ['hand.csv', 'composed.csv']
    .flatMap((file) => readLabelled(join(ROOT, 'data/labelled', file), fieldOf))
    .flatMap(({ clue }) => clue.text.split(/[，。！？\n]/))
    .filter((clause) => clause.length >= 5);
  const hex = (digits: number) => Array.from({ length: digits }, () => under(16).toString(16)).join('');

  return {
    next(): MadeUp {
      // Few towns have most clues, as few streets have most people.
      const town = catalogue.towns[Math.floor(random() * random() * catalogue.towns.length)];
      const item = under(4) === 0 ? catalogue.items[14] : oneOf(catalogue.items);
      const judged = under(10) > 0;
      return {
        id: `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
        item: judged ? (item?.code ?? null) : null,
        town: judged ? (town?.code ?? null) : null,
        place: under(2) === 0 ? null : `${town?.name ?? ''}第${under(5_000)}号小区${under(300)}栋`,
        position: under(3) === 0 ? null : { lng: 103.4 + random() * 0.4, lat: 30.5 + random() * 0.4 },
        text: Array.from({ length: 3 + under(4) }, () => oneOf(clauses)).join('，'),
        at: new Date(from + random() * (until - from)).toISOString(),
      };
    },
    /** Somebody else about the same: another opening, a clause less, some characters other, a place only by chance. */
    again({ id, item, town, place, position, text }: MadeUp, at: string): MadeUp & { readonly of: string } {
      const said = text.split('，');
      said.splice(under(said.length), said.length > 4 ? 1 : 0);
      const slipped = [...said.join('，')].map((character) =>
        under(25) === 0 ? oneOf(['的', '了', '在']) : character,
      );
      const kept = under(2) === 0;
      return {
        id,
        of: id,
        item,
        town,
        place: kept ? place : null,
        position: kept && position !== null ? { lng: position.lng + 0.0005, lat: position.lat - 0.0003 } : null,
        text: oneOf(SAID_BEFORE) + slipped.join(''),
        at,
      };
    },
  };
}
