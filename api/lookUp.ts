import { lockNumbers, readNamed, takeKeys, type NamedClue } from '../db/clueNames';
import type { Queryable } from '../db/pool';
import type { Instant } from '../domain/catalogue';
import type { ClueNames } from './clueNames';

/** What is on file under a submission's names. */
export interface Known {
  /** Another request holds the key now. */
  readonly busy: boolean;
  readonly found: readonly NamedClue[];
  readonly now: Instant;
}

/** Looks submissions up by their names and holds these until the transaction ends: three questions, however many they are. */
export async function lookUp(
  client: Queryable,
  submissions: readonly { readonly names: ClueNames }[],
): Promise<readonly Known[]> {
  const keyed = submissions.filter(({ names }) => names.key !== null);
  const taken = await takeKeys(
    client,
    keyed.flatMap(({ names }) => names.key ?? []),
  );
  const busy = new Set(keyed.filter((_, at) => taken[at] !== true));
  await lockNumbers(
    client,
    submissions.flatMap(({ names }) => names.number ?? []),
  );
  const { found, now } = await readNamed(
    client,
    submissions.flatMap(({ names }) => names.all),
  );
  const byName = new Map(found.map((clue) => [`${clue.scope}\n${clue.name}`, clue]));
  return submissions.map((submission) => ({
    busy: busy.has(submission),
    found: submission.names.all.flatMap(({ scope, name }) => byName.get(`${scope}\n${name}`) ?? []),
    now,
  }));
}
