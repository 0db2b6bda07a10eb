import { useWhatIf } from '../shared/api/reads';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { Question } from './Question';
import { Result } from './Result';
import { useRun } from './useRun';
import './whatIf.css';

/** 推演: what a season would come to under other rules, periods or staffing, beside what it comes to as things are. */
export function WhatIfPage() {
  const base = useWhatIf();
  const { run, start, giveUp } = useRun();
  return (
    <>
      <h1>推演</h1>
      <p className="quiet">
        改规则、时限或人员之前，先看同样的一季案件会怎样：按现行和假设各过一遍，重复多次，给出平均值和区间。只推演，不改动任何数据。
      </p>
      <Loaded of={base}>
        {(data) => (
          <>
            <Question base={data} running={run.kind === 'running'} ask={start} />
            <div role="status">
              {run.kind === 'running' && (
                <Card title={run.done === 0 ? '正在准备……' : `正在推演：第 ${run.done} / ${run.of} 次`}>
                  <div className="line">
                    <progress aria-label="推演进度" max={run.of} value={run.done} />
                    <button type="button" className="button" onClick={giveUp}>
                      停止
                    </button>
                  </div>
                  <p className="quiet">离开本页也会停止。</p>
                </Card>
              )}
            </div>
            {run.kind === 'failed' && (
              <p className="warning" role="alert">
                {run.why}
              </p>
            )}
            {run.kind === 'answered' && <Result answer={run.answer} />}
            <Card title="推演没有计入的">
              <ul>
                {data.notModelled.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </Card>
          </>
        )}
      </Loaded>
    </>
  );
}
