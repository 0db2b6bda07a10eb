import type { Indicator } from '../domain/evaluation/indicator';
import { INDICATORS } from '../domain/evaluation/indicators';
import type { ScoreFormula } from '../domain/evaluation/score';

export function indicatorView({ id, version, label, unit, numerator, denominator, window, exemptions }: Indicator) {
  return { id, version, label, unit, numerator, denominator, window, exemptions };
}

export function scoreFormulaView({ id, version, label, inForceFrom, verified, parts }: ScoreFormula) {
  return {
    ...{ id, version, label, inForceFrom, verified },
    parts: parts.map(({ indicator, indicatorVersion, weight, countsAs }) => ({
      ...{ indicator, version: indicatorVersion, weight, countsAs },
      label: INDICATORS.find((one) => one.id === indicator && one.version === indicatorVersion)?.label ?? indicator,
    })),
  };
}
