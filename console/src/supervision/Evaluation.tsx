import { useState } from 'react';
import { useIndicator, useIndicators, useOverview } from '../shared/api/reads';
import type { Indicator, IndicatorQuery } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { dateOf } from '../shared/times';
import { IndicatorCases } from './IndicatorCases';
import { IndicatorTable } from './IndicatorTable';

const DAYS_BACK = 90;
const BY = { town: '发生地镇街', org: '责任单位', officer: '承办人', all: '不分' } as const;

/** 履职评估: each figure with its formula, its interval, and the cases that it was reckoned from. */
export function Evaluation() {
  const indicators = useIndicators();
  return (
    <>
      <h1>履职评估</h1>
      <p className="quiet">罚没数额不作为评估指标（行政处罚法第七十四条）。样本太少的不宜排名。</p>
      <Loaded of={indicators}>{({ indicators: found }) => <Chosen indicators={found} />}</Loaded>
    </>
  );
}

function Chosen({ indicators }: { readonly indicators: readonly Indicator[] }) {
  const [id, setId] = useState(indicators[0]?.id ?? '');
  const [from, setFrom] = useState(dateOf(Date.now() - DAYS_BACK * 86_400_000));
  const [to, setTo] = useState(dateOf(Date.now()));
  const [by, setBy] = useState<IndicatorQuery['by']>('town');
  const [who, setWho] = useState<string | null>(null);
  const { data: overview } = useOverview();
  const query = { from, to, by };
  const page = useIndicator(id, { ...query, per: 'whole' });
  const nameOf = (each: string): string =>
    overview?.towns.find(({ code }) => code === each)?.name ??
    ({ bureau: '市综合执法局', dispatch_centre: '指挥调度中心', all: '全部' } as Readonly<Record<string, string>>)[
      each
    ] ??
    each;
  return (
    <>
      <form className="filters card" aria-label="看什么" onSubmit={(event) => event.preventDefault()}>
        <label>
          指标
          <select
            value={id}
            onChange={({ target }) => {
              setId(target.value);
              setWho(null);
            }}
          >
            {indicators.map((each) => (
              <option key={each.id} value={each.id}>
                {each.label}
              </option>
            ))}
          </select>
        </label>
        <label>
          按
          <select
            value={by}
            onChange={({ target }) => {
              setBy(target.value as IndicatorQuery['by']);
              setWho(null);
            }}
          >
            {Object.entries(BY).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          从
          <input
            type="date"
            value={from}
            max={to}
            onChange={({ target }) => target.value !== '' && setFrom(target.value)}
          />
        </label>
        <label>
          到
          <input
            type="date"
            value={to}
            min={from}
            onChange={({ target }) => target.value !== '' && setTo(target.value)}
          />
        </label>
      </form>
      <Loaded of={page}>
        {({ indicator, rows }) => (
          <Card title={indicator.label}>
            <dl className="facts">
              <div>
                <dt>分子</dt>
                <dd>{indicator.numerator}</dd>
              </div>
              <div>
                <dt>分母</dt>
                <dd>{indicator.denominator}</dd>
              </div>
              <div>
                <dt>计入</dt>
                <dd>{indicator.window}</dd>
              </div>
              <div>
                <dt>不计</dt>
                <dd>{indicator.exemptions}</dd>
              </div>
            </dl>
            {rows.length === 0 ? (
              <State kind="empty" title="这段时间没有可以计算的案件">
                <p>可以放宽起止日期。</p>
              </State>
            ) : (
              <IndicatorTable unit={indicator.unit} rows={rows} nameOf={nameOf} chosen={who} choose={setWho} />
            )}
          </Card>
        )}
      </Loaded>
      {who !== null && <IndicatorCases id={id} query={{ ...query, who }} name={nameOf(who)} />}
    </>
  );
}
