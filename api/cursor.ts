import { Problem } from './problem';

/** A place in a list, as text that callers pass back unread. */
export function toCursor(at: string, id: string): string {
  return Buffer.from(`${at}|${id}`).toString('base64url');
}

export function fromCursor(cursor: string): { readonly at: string; readonly id: string } {
  const [at, id, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (at === undefined || id === undefined || rest.length > 0 || Number.isNaN(Date.parse(at))) {
    throw new Problem('malformed', '翻页游标无效，请从第一页重新开始。', { at: 'querystring/cursor' });
  }
  return { at, id };
}
