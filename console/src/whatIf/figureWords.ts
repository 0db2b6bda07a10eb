import type { WhatIfAnswer, WhatIfFigure } from '../shared/api/types';

type Unit = WhatIfFigure['unit'];
type Estimate = WhatIfFigure['base'];

const UNKNOWN = '无从得知';

export function valueWords(unit: Unit, value: number | null): string {
  if (value === null) return UNKNOWN;
  switch (unit) {
    case 'share':
      return `${rounded(100 * value, 1)}%`;
    case 'count':
      return rounded(value, 0);
    case 'number':
      return rounded(value, 1);
  }
}

export function estimateWords(unit: Unit, estimate: Estimate): string {
  if (estimate === null) return UNKNOWN;
  const { mean, low, high } = estimate;
  return `${valueWords(unit, mean)} [${valueWords(unit, low)}, ${valueWords(unit, high)}]`;
}

/** A difference has its sign, and whether it is one at all. */
export function differenceWords(unit: Unit, difference: Estimate): string {
  if (difference === null) return UNKNOWN;
  const { mean, low, high } = difference;
  const signed = (value: number): string => {
    const words = rounded(unit === 'share' ? 100 * value : value, unit === 'count' ? 0 : 1);
    return Number(words) > 0 ? `+${words}` : words;
  };
  const [from, to] = [signed(low), signed(high)];
  if (Number(from) === 0 && Number(to) === 0) return '不变';
  // Shares differ by points: a tenth of a half isn't a tenth.
  const points = unit === 'share' ? ' 个百分点' : '';
  const unsure = low <= 0 && high >= 0 ? '，说不准' : '';
  return `${signed(mean)} [${from}, ${to}]${points}${unsure}`;
}

export function placeWords(place: WhatIfAnswer['places'][number]['base']): string {
  if (place === null) return '样本太少';
  return place.best === place.worst ? `第 ${place.best} 名` : `第 ${place.best}–${place.worst} 名`;
}

/** What rounds to nought from below is nought, not −0. */
function rounded(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text;
}
