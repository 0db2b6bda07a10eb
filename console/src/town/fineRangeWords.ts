import type { CaseView } from '../shared/api/types';
import type { Values } from '../shared/form/Schema';

interface FineRange {
  readonly min: number | null;
  readonly max: number | null;
}

interface Said {
  readonly item?: {
    readonly fineBasis: string;
    readonly statute: string;
    readonly article: string;
    readonly verified: boolean;
    readonly fineCitizen: FineRange;
    readonly fineOrganisation: FineRange;
  };
  readonly party?: { readonly kind: string } | null;
}

/** The amounts that the item's article allows for this party; null where they aren't amounts, or the party isn't known yet. */
export function fineRangeWords({ state }: CaseView, values: Values): string | null {
  const { item, party } = state as Said;
  const kind = party?.kind ?? (values['party'] as Values | undefined)?.['kind'];
  if (item === undefined || !item.verified || item.fineBasis !== 'fixed' || kind === undefined) return null;
  const { min, max } = kind === 'organisation' ? item.fineOrganisation : item.fineCitizen;
  const amounts = max === null ? '条文没有对此类当事人规定数额' : `${min ?? 0}—${max} 元`;
  return `法定幅度：${amounts}（《${item.statute}》${item.article}）`;
}
