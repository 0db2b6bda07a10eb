import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { dateOf } from '../shared/times';
import { Indicators } from './Indicators';
import type { Range } from './RangeFields';
import { Scores } from './Scores';

const DAYS_BACK = 90;
const VIEWS = { scores: '得分和名次', indicators: '单项指标' } as const;

/** 履职评估: scores and places as far as they are known, and each figure down to the cases that it was reckoned from. */
export function Evaluation() {
  const [given] = useSearchParams();
  const view = given.get('view') === 'indicators' ? 'indicators' : 'scores';
  const [range, setRange] = useState<Range>({
    from: dateOf(Date.now() - DAYS_BACK * 86_400_000),
    to: dateOf(Date.now()),
    by: 'town',
  });
  return (
    <>
      <h1>履职评估</h1>
      <p className="quiet">罚没数额不作为评估指标（行政处罚法第七十四条）。样本太少的不排名。</p>
      <nav className="views" aria-label="看什么">
        {Object.entries(VIEWS).map(([each, label]) => (
          <Link key={each} className="button" to={`?view=${each}`} aria-current={each === view ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      {view === 'scores' ? (
        <Scores range={range} setRange={setRange} />
      ) : (
        <Indicators range={range} setRange={setRange} />
      )}
    </>
  );
}
