import type { Dimension } from '../db/readIndicator';
import { readNames } from '../db/readNames';
import { NOBODY_LABELS } from '../domain/labels';
import { orgName } from '../domain/orgName';
import type { ApiDeps } from './deps';

/** Figures of somebody, with the name of whom. */
export async function withNames<Row extends { readonly who: string }>(
  { db, catalogue }: Pick<ApiDeps, 'db' | 'catalogue'>,
  by: Dimension,
  rows: readonly Row[],
): Promise<(Row & { readonly name: string })[]> {
  const people =
    by === 'officer'
      ? await readNames(
          db,
          rows.map(({ who }) => who),
        )
      : {};
  return rows.map((row) => ({ ...row, name: nameOf(row.who) }));

  function nameOf(who: string): string {
    switch (by) {
      case 'all':
        return NOBODY_LABELS.all;
      case 'town':
      case 'org':
        return orgName(catalogue, who);
      case 'team':
        return who === '' ? NOBODY_LABELS.team : who;
      case 'officer':
        return who === '' ? NOBODY_LABELS.officer : (people[who] ?? who);
    }
  }
}
