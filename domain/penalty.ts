import type { Penalty } from './case';

export const NO_PENALTY: Penalty = { warning: false, fine: 0, basisAmount: null, confiscation: 0, others: [] };

export function isEmpty({ warning, fine, confiscation, others }: Penalty): boolean {
  return !warning && fine === 0 && confiscation === 0 && others.length === 0;
}

/**
 * Whether `one` weighs more than `other` in any of its parts (行政处罚法 45). A warning in place of something is not
 * heavier; a warning on top of it is.
 */
export function isHeavier(one: Penalty, other: Penalty): boolean {
  const addsWarning = one.warning && !other.warning && (one.fine > 0 || one.confiscation > 0 || one.others.length > 0);
  return (
    one.fine > other.fine ||
    one.confiscation > other.confiscation ||
    one.others.some((kind) => !other.others.includes(kind)) ||
    (one.warning && isEmpty(other)) ||
    addsWarning
  );
}

export function isSame(one: Penalty, other: Penalty): boolean {
  return !isHeavier(one, other) && !isHeavier(other, one) && one.warning === other.warning;
}

/** The larger of what the party is to pay: what the law calls a large sum is a large fine or a large confiscation. */
export function largestSum({ fine, confiscation }: Penalty): number {
  return Math.max(fine, confiscation);
}

/** As a person reads it: `警告，罚款 20000 元，停业整顿`. */
export function penaltyText(penalty: Penalty): string {
  const parts = [
    penalty.warning ? '警告' : '',
    penalty.fine > 0 ? `罚款 ${penalty.fine} 元` : '',
    penalty.confiscation > 0 ? `没收违法所得 ${penalty.confiscation} 元` : '',
    ...penalty.others,
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join('，') : '不予处罚';
}
