import { join } from 'node:path';
import { loadCatalogue } from '../config/catalogue';
import { loadRoster } from '../config/roster';
import { ORG_LABELS, ROLE_LABELS } from '../domain/labels';
import { BUREAU, DISPATCH_CENTRE } from '../domain/people';
import type { DemoPerson } from './choosePerson';

/** Everybody on the roster, the city's two organisations first. */
export function demoPeople(catalogueDir: string): readonly DemoPerson[] {
  const { towns } = loadCatalogue(catalogueDir);
  const names = new Map([
    ...[DISPATCH_CENTRE, BUREAU].map((org) => [org, ORG_LABELS[org] ?? org] as const),
    ...towns.map(({ code, name }) => [code, name] as const),
  ]);
  const orgs = [...names.keys()];
  return loadRoster(join(catalogueDir, 'officers.csv'), new Set(orgs))
    .toSorted((one, other) => orgs.indexOf(one.org) - orgs.indexOf(other.org))
    .map(({ id, name, role, org }) => ({ id, name, roleLabel: ROLE_LABELS[role], orgName: names.get(org) ?? org }));
}
