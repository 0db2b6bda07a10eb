import type { Article } from '../domain/catalogue';
import type { Row } from './row';

/** Cells that several tables share. */

export function oneOfOrNull<C extends string, T extends string>(
  row: Row<C>,
  column: C,
  values: readonly [T, ...T[]],
): T | null {
  return row.raw(column) === '' ? null : row.oneOf(column, values);
}

/** The statute and the article, both or neither. */
export function articleOrNull(row: Row<'statute' | 'article'> | Row<string>): Article | null {
  const cells = row as Row<string>;
  const statute = cells.raw('statute');
  const article = cells.raw('article');
  if ((statute === '') !== (article === '')) cells.fail('article', '法律和条文应同时填写或同时留空');
  return statute === '' ? null : { statute, article };
}
