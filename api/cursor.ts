import { Problem } from './problem';

/** A place in a list, as text that callers pass back unread. */
export function toCursor(at: string, id: string): string {
  return Buffer.from(`${at}|${id}`).toString('base64url');
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Ids of each list: a cursor of another list, or one that somebody made, is refused before Postgres reads it. */
export const CURSOR_IDS = {
  cases: /^CZ\d{4}-\d{6,15}$/,
  duties: /^CZ\d{4}-\d{6,15}\/[A-Za-z0-9_-]{1,40}$/,
  clues: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
} as const;

export function fromCursor(
  cursor: string,
  list: keyof typeof CURSOR_IDS,
): { readonly at: string; readonly id: string } {
  const [at = '', id = '', ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (!INSTANT.test(at) || Number.isNaN(Date.parse(at)) || !CURSOR_IDS[list].test(id) || rest.length > 0) {
    throw new Problem('malformed', '翻页游标无效，请从第一页重新开始。', { at: 'querystring/cursor' });
  }
  return { at, id };
}
