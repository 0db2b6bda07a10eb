import type { PartyKind, Penalty } from '../../domain/case';
import type { FineRange, PenaltyItem } from '../../domain/catalogue';
import { NO_PENALTY } from '../../domain/penalty';

/** The cost, the income or the area that a fine by share is reckoned on in the play. */
const BASIS = { percent_of_cost: 200_000, multiple_of_illegal_income: 20_000, per_m2: 40 } as const;

/** A penalty that the item's article allows and the limit too: a fine where it knows one, else a warning. */
export function penaltyFor(item: PenaltyItem, kind: PartyKind, limit: number): Penalty {
  const { fine, basisAmount } = fineFor(item, kind, limit);
  return { ...NO_PENALTY, warning: fine === 0, fine, basisAmount };
}

function fineFor(item: PenaltyItem, kind: PartyKind, limit: number): Pick<Penalty, 'fine' | 'basisAmount'> {
  const none = { fine: 0, basisAmount: null };
  switch (item.fineBasis) {
    case 'none':
      return none;
    case 'fixed': {
      const fine = within(kind === 'citizen' ? item.fineCitizen : item.fineOrganisation, limit);
      return fine === null ? none : { fine, basisAmount: null };
    }
    case 'percent_of_cost':
    case 'multiple_of_illegal_income':
    case 'per_m2': {
      const basisAmount = BASIS[item.fineBasis];
      const rate = item.fineRate;
      const times = (share: number | null) => (share === null ? null : Math.round(share * basisAmount));
      const fine = rate === null ? null : within({ min: times(rate.min), max: times(rate.max) }, limit);
      return fine === null ? none : { fine, basisAmount };
    }
  }
}

/** A quarter of the most, as the standards of discretion begin; null where the limit lies below the least. */
function within({ min, max }: FineRange, limit: number): number | null {
  if (max === null) return null;
  const least = Math.max(min ?? 0, 1);
  const fine = Math.min(Math.max(least, Math.round(max / 4)), max, limit);
  return fine < least ? null : fine;
}
