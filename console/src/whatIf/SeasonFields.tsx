import type { WhatIfBase, WhatIfBody } from '../shared/api/types';
import { DayRange } from '../shared/DayRange';

export type Season = Pick<WhatIfBody, 'season' | 'from' | 'to' | 'replications' | 'seed'>;

const LARGEST_SEED = 2 ** 31 - 1;

export interface SeasonFieldsProps {
  readonly base: WhatIfBase;
  readonly season: Season;
  readonly change: (season: Season) => void;
}

/** A made-up season, or a stretch of what is on file; from when to when, and how often. */
export function SeasonFields({ base, season, change }: SeasonFieldsProps) {
  const { earliest, months, replications, past, proposed } = base;
  const counts = [replications.least, 100, replications.most];
  return (
    <>
      <div className="filters">
        <label>
          案件
          <select
            value={season.season}
            onChange={({ target }) => change({ ...season, season: target.value as Season['season'] })}
          >
            <option value="made_up">虚拟的一季</option>
            <option value="past" disabled={past === null}>
              {past === null ? '以往案件（还没有）' : '以往案件'}
            </option>
          </select>
        </label>
        <DayRange
          from={season.from}
          to={season.to}
          earliest={earliest}
          change={(end, day) => {
            if (day !== '') change({ ...season, [end]: day });
          }}
        />
        <label>
          重复次数
          <select
            value={season.replications}
            onChange={({ target }) => change({ ...season, replications: Number(target.value) })}
          >
            {counts.map((count) => (
              <option key={count} value={count}>
                {count === replications.least ? `${count} 次（最少）` : `${count} 次`}
              </option>
            ))}
          </select>
        </label>
        <label>
          种子
          <input
            type="number"
            min={0}
            max={LARGEST_SEED}
            step={1}
            value={season.seed}
            onChange={({ target }) => {
              const seed = target.valueAsNumber;
              if (Number.isInteger(seed) && seed >= 0 && seed <= LARGEST_SEED) change({ ...season, seed });
            }}
          />
        </label>
      </div>
      <p className="quiet">
        {season.season === 'past' && past !== null
          ? `库里有 ${past.from} 至 ${past.to} 成案的 ${past.cases} 件；用时和去向从这段时间的案件得出。`
          : `虚拟的一季按建议数据生成（${proposed} 行未经核定）：结果只能用来比较，不能当作预报。`}
        {` 一季最多 ${months} 个月，次数越多区间越稳、用时越长。同一种子得同样的结果，换一个种子可看结论是否依旧。`}
      </p>
    </>
  );
}
