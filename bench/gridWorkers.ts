import type { Town } from '../domain/catalogue';
import type { Sent } from './clueStream';
import { sendClue, type Answered } from './sendClues';

/**
 * Sends clues one by one as each town's own people in turn: a channel takes so many of one sender in a minute, and whoever
 * sends hundreds is many.
 */
export async function gridWorkers(
  url: string,
  towns: readonly Town[],
  headersOf: (person: string) => Promise<Readonly<Record<string, string>>>,
): Promise<(sent: Sent) => Promise<Answered>> {
  const doors = await Promise.all(
    towns.map(async ({ code }) => ({ url, headers: await headersOf(`assistant-${code}-1`) })),
  );
  let turn = 0;
  return ({ key, clue }) => {
    turn += 1;
    const door = doors[turn % doors.length];
    if (door === undefined) throw new Error('there are no towns');
    return sendClue(door, { key, clue: { ...clue, channel: 'grid_worker' } });
  };
}
