import type { WhatIfAnswer } from '../shared/api/types';
import { WideTable } from '../shared/WideTable';
import { differenceWords, estimateWords, placeWords, valueWords } from './figureWords';

/** Every number; towns with their places. */
export function ResultTable({ answer: { figures, places, compared, season } }: { readonly answer: WhatIfAnswer }) {
  const past = season === 'past';
  const known = figures.filter(({ base, scenario, actual }) => base !== null || scenario !== null || actual !== null);
  return (
    <WideTable
      label="全部数字"
      columns={['指标', ...(past ? ['实际'] : []), '现行', ...(compared ? ['假设', '相差（假设减现行）'] : []), '名次']}
      rows={known.map(({ figure, label, unit, of, ofLabel, actual, base, scenario, difference }) => {
        const place = figure === 'score' ? places.find(({ town }) => town === of) : undefined;
        return {
          key: `${figure} ${of ?? ''}`,
          cells: [
            ofLabel === null ? label : `${label}，${ofLabel}`,
            ...(past ? [valueWords(unit, actual)] : []),
            estimateWords(unit, base),
            ...(compared ? [estimateWords(unit, scenario), differenceWords(unit, difference)] : []),
            place === undefined ? '' : [place.base, ...(compared ? [place.scenario] : [])].map(placeWords).join(' → '),
          ],
        };
      })}
    />
  );
}
