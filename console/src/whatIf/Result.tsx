import type { WhatIfAnswer, WhatIfFigure } from '../shared/api/types';
import { Card } from '../shared/Card';
import { BacklogChart } from './BacklogChart';
import { IntervalChart } from './IntervalChart';
import { ResultTable } from './ResultTable';

/** What came of it: pictures with their intervals first, then every number. */
export function Result({ answer }: { readonly answer: WhatIfAnswer }) {
  const { figures, compared, season } = answer;
  const of = (id: WhatIfFigure['figure'], whole: boolean): readonly WhatIfFigure[] =>
    figures.filter((one) => one.figure === id && (one.of === null) === whole);
  const past = season === 'past';
  return (
    <>
      <Card title={`结果：${past ? '以往' : '虚拟'}季节 ${answer.from} 至 ${answer.to}`}>
        <p>
          {answer.replications} 次重复，种子 {answer.seed}，目录 <code>{answer.catalogueVersion}</code>，得分公式{' '}
          {answer.formula}。每项为平均值和 95% 区间：再来一季，有 95% 的把握落在其中。
        </p>
        {compared ? (
          <ul>
            {answer.changed.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ) : (
          <p className="quiet">没有假设，只有现行。</p>
        )}
        <p className="legend">
          图例：● 现行（实线）{compared && '　◆ 假设（虚线）'}
          {past && '　✕ 实际'}；横线和色带为 95% 区间。
        </p>
      </Card>
      <Card title="各周末在办（件）">
        <BacklogChart weeks={of('backlog', false)} compared={compared} />
      </Card>
      <div className="two-panes even">
        <Card title="镇街办结率、红灯率、审核员忙碌率">
          <IntervalChart
            label="镇街办结率、红灯率和审核员忙碌率，内容同下面的表格"
            rows={[...of('town_share', true), ...of('red_share', true), ...of('review_utilisation', true)]}
            {...{ compared, past }}
          />
        </Card>
        <Card title="送审后等待审核（工作小时）、办结用时中位数（日）">
          <IntervalChart
            label="等待审核和办结用时，内容同下面的表格"
            rows={[...of('review_wait_hours', true), ...of('median_days_to_close', true)]}
            {...{ compared, past }}
          />
        </Card>
        <Card title="各环节红灯率">
          <IntervalChart label="各环节红灯率，内容同下面的表格" rows={of('red_share', false)} {...{ compared, past }} />
        </Card>
        <Card title="各镇街履职得分">
          <IntervalChart label="各镇街履职得分，内容同下面的表格" rows={of('score', false)} {...{ compared, past }} />
          {answer.unknownWeight > 0 && (
            <p className="quiet">得分中权重 {answer.unknownWeight} 的部分无从推演（如延期率），未计入。</p>
          )}
        </Card>
      </div>
      <Card title="全部数字">
        <ResultTable answer={answer} />
        {answer.assumed.length > 0 && (
          <>
            <h3>季节里没有、另行假定的</h3>
            <ul>
              {answer.assumed.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        )}
      </Card>
    </>
  );
}
