import { CHANNEL_FIELDS, type ChannelRule } from '../domain/channelRule';
import { ROLES, type Role } from '../domain/people';
import { CHANNELS } from '../domain/triage/triage';
import { Problems } from './problems';
import { readTable } from './readTable';

export const CHANNELS_FILE = 'channels.csv';

const COLUMNS = [
  'code',
  'roles',
  'partners',
  'numbers_of',
  'required',
  'max_text',
  'max_attachments',
  'per_minute',
] as const;

/**
 * Who may send by each channel and how much. Every channel has its row: what isn't written here isn't taken. Not a part
 * of the catalogue that a judgement names: none of it decides what a case is.
 * Throws a CatalogueError that lists every problem with its file, line and column.
 */
export function loadChannels(dir: string): readonly ChannelRule[] {
  const problems = new Problems();
  const rules = readTable(dir, CHANNELS_FILE, COLUMNS, problems).map((row) => {
    const listed = <T extends string>(column: 'roles' | 'required', known: readonly T[]): T[] =>
      row.list(column, '|').flatMap((value) => {
        const found = known.find((each) => each === value);
        if (found === undefined) row.fail(column, `只能是 ${known.join('、')}`);
        return found === undefined ? [] : [found];
      });
    const partners = row.list('partners', '|');
    if (partners.some((partner) => !/^[a-z0-9-]{1,64}$/.test(partner)))
      row.fail('partners', '令牌的 sub：小写字母、数字和连字符，不超过 64 个');
    return {
      code: row.oneOf('code', CHANNELS),
      roles: listed<Role>('roles', ROLES),
      partners,
      numbersOf: row.oneOf('numbers_of', ['channel', 'sender']),
      required: listed('required', CHANNEL_FIELDS),
      maxText: row.whole('max_text'),
      maxAttachments: row.whole('max_attachments'),
      perMinute: row.whole('per_minute'),
    } satisfies ChannelRule;
  });
  for (const code of CHANNELS) {
    const rows = rules.filter((rule) => rule.code === code).length;
    if (rows !== 1)
      problems.add({ file: CHANNELS_FILE, line: null, column: 'code', value: code, allowed: '每个渠道一行，不多不少' });
  }
  problems.throwIfAny();
  return rules;
}
