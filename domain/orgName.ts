import type { Catalogue } from './catalogue';
import { ORG_LABELS } from './labels';

/** An organisation as people call it: a town's by the catalogue; the code itself of one that isn't there any more. */
export function orgName({ towns }: Pick<Catalogue, 'towns'>, org: string): string {
  return ORG_LABELS[org] ?? towns.find(({ code }) => code === org)?.name ?? org;
}
