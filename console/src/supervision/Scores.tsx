import { useState } from 'react';
import { useScoreFormulas, useScores } from '../shared/api/reads';
import type { ScoreFormula, ScoreRow } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { FigureForm } from './FigureForm';
import { IndicatorCases } from './IndicatorCases';
import type { RangeProps } from './Indicators';
import { ScoreTable, type Part } from './ScoreTable';

/** 得分: with its interval, places only as far as they are known, and another version of the weights beside it. */
export function Scores(props: RangeProps) {
  const formulas = useScoreFormulas();
  return (
    <Loaded of={formulas}>
      {({ formulas: found }) => {
        const [first] = found.toSorted((one, other) => other.version - one.version);
        return first === undefined ? (
          <State kind="empty" title="没有得分公式">
            <p>请系统管理员在目录中登记权重。</p>
          </State>
        ) : (
          <Chosen formulas={found} first={first} {...props} />
        );
      }}
    </Loaded>
  );
}

const keyOf = ({ id, version }: ScoreFormula): string => `${id}/${version}`;
/** Short: a list on a phone shows no more. */
const nameIn = ({ label, version }: ScoreFormula): string => `${label} 第 ${version} 版`;
const wordsOf = (formula: ScoreFormula): string =>
  `${nameIn(formula)}（${formula.inForceFrom} 起${formula.verified ? '' : '，权重待核定'}）`;

interface ChosenProps extends RangeProps {
  readonly formulas: readonly ScoreFormula[];
  readonly first: ScoreFormula;
}

function Chosen({ formulas, first, range, setRange }: ChosenProps) {
  const [key, setKey] = useState(keyOf(first));
  const [against, setAgainst] = useState<number | null>(null);
  const [behind, setBehind] = useState<{ readonly row: ScoreRow; readonly part: Part } | null>(null);
  const formula = formulas.find((each) => keyOf(each) === key) ?? first;
  const others = formulas.filter(({ id, version }) => id === formula.id && version !== formula.version);
  const scores = useScores(formula.id, {
    ...range,
    per: 'whole',
    version: formula.version,
    ...(against === null ? {} : { against }),
  });
  return (
    <>
      <FigureForm
        range={range}
        change={(next) => {
          setRange(next);
          setBehind(null);
        }}
      >
        <label>
          公式
          <select
            value={key}
            onChange={({ target }) => {
              setKey(target.value);
              setAgainst(null);
              setBehind(null);
            }}
          >
            {formulas.map((each) => (
              <option key={keyOf(each)} value={keyOf(each)}>
                {nameIn(each)}
              </option>
            ))}
          </select>
        </label>
        {others.length > 0 && (
          <label>
            并列比较
            <select
              value={against ?? ''}
              onChange={({ target }) => setAgainst(target.value === '' ? null : Number(target.value))}
            >
              <option value="">不比较</option>
              {others.map((each) => (
                <option key={each.version} value={each.version}>
                  {nameIn(each)}
                </option>
              ))}
            </select>
          </label>
        )}
      </FigureForm>
      <Loaded of={scores}>
        {({ formula: shown, rows, against: other, townsWithoutCases }) => (
          <>
            <Card title="办案零突破">
              {townsWithoutCases.length === 0 ? (
                <p className="met">✓ 这段时间每个镇街都有办结的案件。</p>
              ) : (
                <p>
                  <strong>{`◇ ${townsWithoutCases.length} 个镇街没有办结案件：`}</strong>
                  {townsWithoutCases.join('、')}
                </p>
              )}
            </Card>
            <Card title={wordsOf(shown)}>
              <p className="quiet">
                {`满分 100：${shown.parts
                  .map(
                    ({ label, weight, countsAs }) => `${label}${countsAs === 'rest' ? '（越少越好）' : ''} ${weight}`,
                  )
                  .join('，')}。`}
              </p>
              {rows.length === 0 ? (
                <State kind="empty" title="这段时间没有可以计算的案件">
                  <p>可以放宽起止日期。</p>
                </State>
              ) : (
                <ScoreTable
                  {...{ formula: shown, rows }}
                  against={other}
                  choose={(row, part) => setBehind({ row, part })}
                />
              )}
            </Card>
          </>
        )}
      </Loaded>
      {behind !== null && (
        <IndicatorCases
          id={behind.part.indicator}
          query={{ ...range, who: behind.row.who, version: behind.part.version }}
          name={`${behind.row.name}，${formula.parts.find(({ indicator }) => indicator === behind.part.indicator)?.label ?? ''}`}
        />
      )}
    </>
  );
}
