import { judge } from '../domain/triage/judge';
import type { Channel } from '../domain/triage/triage';
import type { ApiDeps } from './deps';

interface Named {
  readonly code: string;
  readonly name: string;
}

/**
 * The items that triage finds likeliest for what is being written, so that whoever must name one is offered what it would
 * be judged as. Only what a report may name: a matter that no list has an item for is none.
 */
export function suggestItems(
  { catalogue, find }: Pick<ApiDeps, 'catalogue' | 'find'>,
  { channel, text, place = null }: { readonly channel: Channel; readonly text: string; readonly place?: string | null },
): readonly Named[] {
  const { patrolItem, candidates } = judge({ channel, text, place, position: null, itemCode: null }, catalogue, find);
  const items: readonly Named[] = [...catalogue.items, ...catalogue.patrolItems];
  // A score of nothing is a share that rounds to it: a word in common by chance.
  const likely = candidates.filter(({ score }) => score > 0).map(({ item }) => item);
  const codes = patrolItem === null ? likely : [patrolItem, ...likely];
  return [...new Set(codes)].flatMap((each) => {
    const item = items.findLast(({ code }) => code === each);
    return item === undefined ? [] : [{ code: item.code, name: item.name }];
  });
}
