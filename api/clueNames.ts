import type { ClueName } from '../db/clueNames';
import type { ChannelRule } from '../domain/channelRule';

export interface ClueNames {
  readonly key: ClueName | null;
  readonly number: ClueName | null;
  readonly all: readonly (ClueName & { readonly sent: string | null })[];
}

/** The names under which a clue is sent and can be sent again: the caller's key, the channel's number, or both. */
export function clueNames(
  rule: ChannelRule,
  from: {
    readonly caller: string;
    readonly key: string | null;
    readonly number: string | null;
    readonly fingerprint: string;
  },
): ClueNames {
  if (from.key === null && from.number === null) throw new Error('a clue needs a key or a number');
  const key = from.key === null ? null : { scope: `key\n${from.caller}`, name: from.key };
  const whose = rule.numbersOf === 'sender' ? `\n${from.caller}` : '';
  const number = from.number === null ? null : { scope: `number\n${rule.code}${whose}`, name: from.number };
  return {
    key,
    number,
    all: [
      ...(key === null ? [] : [{ ...key, sent: from.fingerprint }]),
      ...(number === null ? [] : [{ ...number, sent: null }]),
    ],
  };
}
