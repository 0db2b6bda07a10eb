import { useState } from 'react';
import { useIndicator, useIndicators } from '../shared/api/reads';
import type { Indicator } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Facts } from '../shared/Facts';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { FigureForm } from './FigureForm';
import { IndicatorCases } from './IndicatorCases';
import { IndicatorTable, type IndicatorRow } from './IndicatorTable';
import type { Range } from './RangeFields';

export interface RangeProps {
  readonly range: Range;
  readonly setRange: (range: Range) => void;
}

/** Each indicator with its formula, its interval, and the cases that it was reckoned from. */
export function Indicators(props: RangeProps) {
  const indicators = useIndicators();
  return <Loaded of={indicators}>{({ indicators: found }) => <Chosen indicators={found} {...props} />}</Loaded>;
}

function Chosen({ indicators, range, setRange }: RangeProps & { readonly indicators: readonly Indicator[] }) {
  // An older version is looked at under 公式.
  const newest = indicators.filter(
    ({ id, version }) => !indicators.some((other) => other.id === id && other.version > version),
  );
  const [id, setId] = useState(newest[0]?.id ?? '');
  const [whose, setWhose] = useState<IndicatorRow | null>(null);
  const page = useIndicator(id, { ...range, per: 'whole' });
  return (
    <>
      <FigureForm
        range={range}
        change={(next) => {
          setRange(next);
          if (next.by !== range.by) setWhose(null);
        }}
      >
        <label>
          指标
          <select
            value={id}
            onChange={({ target }) => {
              setId(target.value);
              setWhose(null);
            }}
          >
            {newest.map((each) => (
              <option key={each.id} value={each.id}>
                {each.label}
              </option>
            ))}
          </select>
        </label>
      </FigureForm>
      <Loaded of={page}>
        {({ indicator, rows }) => (
          <Card title={indicator.label}>
            <Facts
              of={[
                ['分子', indicator.numerator],
                ['分母', indicator.denominator],
                ['计入', indicator.window],
                ['不计', indicator.exemptions],
              ]}
            />
            {rows.length === 0 ? (
              <State kind="empty" title="这段时间没有可以计算的案件">
                <p>可以放宽起止日期。</p>
              </State>
            ) : (
              <IndicatorTable unit={indicator.unit} rows={rows} chosen={whose} choose={setWhose} />
            )}
          </Card>
        )}
      </Loaded>
      {whose !== null && <IndicatorCases id={id} query={{ ...range, who: whose.who }} name={whose.name} />}
    </>
  );
}
