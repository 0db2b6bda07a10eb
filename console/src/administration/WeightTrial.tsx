import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CatalogueTable, FormulaHistory, ScoreDryRun, ScoreFormula } from '../shared/api/types';
import { Card } from '../shared/Card';
import { saveFile } from '../shared/saveFile';
import { State } from '../shared/State';
import { dateOf } from '../shared/times';
import { WideTable } from '../shared/WideTable';
import { FigureForm } from '../supervision/FigureForm';
import type { Range } from '../supervision/RangeFields';
import { ScoreTable } from '../supervision/ScoreTable';
import { Fault } from './Fault';
import { useTrial } from './useTrial';
import { weightsFile } from './weightsFile';

const DAYS_BACK = 90;

export interface WeightTrialProps {
  readonly history: FormulaHistory;
  readonly weights: CatalogueTable;
}

/** 试算: other weights over the same figures, old and new places side by side; and the file that would bring them. */
export function WeightTrial({ history, weights }: WeightTrialProps) {
  const newest = history.formulas.filter(
    ({ id, version }) => !history.formulas.some((other) => other.id === id && other.version > version),
  );
  const [id, setId] = useState(newest[0]?.id ?? '');
  const formula = newest.find((each) => each.id === id);
  if (formula === undefined) return null;
  return (
    <Trial key={formula.id} {...{ history, weights, formula }}>
      {newest.length > 1 && (
        <label>
          公式
          <select value={id} onChange={({ target }) => setId(target.value)}>
            {newest.map((each) => (
              <option key={each.id} value={each.id}>
                {each.label}
              </option>
            ))}
          </select>
        </label>
      )}
    </Trial>
  );
}

type Part = ScoreFormula['parts'][number];

interface TrialProps extends WeightTrialProps {
  readonly formula: ScoreFormula;
  readonly children: ReactNode;
}

function Trial({ history, weights, formula, children }: TrialProps) {
  const [parts, setParts] = useState<readonly Part[]>(formula.parts);
  const [inForceFrom, setInForceFrom] = useState(dateOf(Date.now()));
  const [range, setRange] = useState<Range>({
    from: dateOf(Date.now() - DAYS_BACK * 86_400_000),
    to: dateOf(Date.now()),
    by: 'town',
  });
  const { busy, fault, result, run, forget } = useTrial<ScoreDryRun>('/api/v1/administration/score-dry-run');
  const version = formula.version + 1;
  const counted = parts.filter(({ weight }) => weight > 0);
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  const text = weightsFile(weights, {
    ...{ formula: formula.id, version, label: formula.label, inForceFrom },
    parts: counted,
  });
  // What could be counted too: shares, in their newest version, that aren't there yet.
  const others = history.indicators.filter(
    ({ id, unit, version: own }) =>
      unit === 'share' &&
      !parts.some(({ indicator }) => indicator === id) &&
      !history.indicators.some((each) => each.id === id && each.version > own),
  );

  const change = (next: readonly Part[]): void => {
    setParts(next);
    forget();
  };
  const set = (indicator: string, changed: Partial<Part>): void =>
    change(parts.map((part) => (part.indicator === indicator ? { ...part, ...changed } : part)));

  return (
    <Card title={`试算：改“${formula.label}”的权重会怎样`}>
      <p>在第 {formula.version} 版的基础上改；权重为 0 的不计。只试算，不改动任何数据。</p>
      <FigureForm
        label="试算的范围"
        range={range}
        change={(next) => {
          setRange(next);
          forget();
        }}
      >
        {children}
      </FigureForm>
      <WideTable
        label="试算的权重"
        columns={['指标', `第 ${formula.version} 版`, `第 ${version} 版（试算）`, '计分方式']}
        rows={parts.map((part) => ({
          key: part.indicator,
          cells: [
            part.label,
            formula.parts.find(({ indicator }) => indicator === part.indicator)?.weight ?? '没有',
            <input
              key="weight"
              type="number"
              min={0}
              max={100}
              aria-label={`试算的权重：${part.label}`}
              value={part.weight}
              onChange={({ target }) => set(part.indicator, { weight: Math.max(0, Math.floor(Number(target.value))) })}
            />,
            <select
              key="as"
              aria-label={`计分方式：${part.label}`}
              value={part.countsAs}
              onChange={({ target }) => set(part.indicator, { countsAs: target.value as Part['countsAs'] })}
            >
              <option value="share">按份额</option>
              <option value="rest">越少越好</option>
            </select>,
          ],
        }))}
      />
      <div className="filters">
        <label>
          加一项指标
          <select
            value=""
            onChange={({ target }) => {
              const added = others.find(({ id }) => id === target.value);
              if (added === undefined) return;
              const { id, version: own, label } = added;
              change([...parts, { indicator: id, version: own, label, weight: 0, countsAs: 'share' }]);
            }}
          >
            <option value="">请选择</option>
            {others.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          施行日期
          <input
            type="date"
            value={inForceFrom}
            onChange={({ target }) => target.value !== '' && setInForceFrom(target.value)}
          />
        </label>
        <Button
          type="primary"
          loading={busy}
          disabled={total !== 100}
          onClick={() => void run({ formula: formula.id, text, ...range })}
        >
          试算
        </Button>
        <Button
          disabled={total !== 100}
          onClick={() => saveFile('score_weights.csv', new Blob([text], { type: 'text/csv' }))}
        >
          下载改后的文件
        </Button>
      </div>
      <p className={total === 100 ? 'quiet' : 'fault'} role="status">
        {total === 100
          ? '权重共 100。下载的文件放进目录文件夹、重新启动服务后，新的一版即施行，旧版保留。'
          : `权重共 ${total}，应为 100。`}
      </p>
      <Fault text={fault} />
      {result !== null &&
        (result.after.rows.length === 0 ? (
          <State kind="empty" title="这段时间没有可以计算的案件">
            <p>可以放宽起止日期。</p>
          </State>
        ) : (
          <>
            <h3>{`第 ${version} 版（试算）与第 ${formula.version} 版`}</h3>
            <ScoreTable formula={result.after.formula} rows={result.after.rows} against={result.before} />
          </>
        ))}
    </Card>
  );
}
