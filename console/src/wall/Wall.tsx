import { useEffect } from 'react';
import { ApiError } from '../shared/api/ApiError';
import { useWall } from '../shared/api/reads';
import { Failed } from '../shared/Failed';
import { Figures } from '../shared/Figures';
import { Away } from '../shell/Away';
import { toSignIn } from '../shell/toSignIn';
import { HangUp } from './HangUp';
import { percent } from './percent';
import { Ranking } from './Ranking';
import { Slowest } from './Slowest';
import { useAwake } from './useAwake';
import { useFreshness } from './useFreshness';
import { WallClock } from './WallClock';
import { WallMap } from './WallMap';
import './wall.css';

const DAY_MS = 24 * 3_600_000;

/** 大屏: one screen, readable from five metres, that nobody touches for days. */
export function Wall() {
  const { data, error } = useWall();
  // A new release comes by itself, and whatever leaked is gone.
  useFreshness(DAY_MS);
  useAwake();
  const unknown = data === undefined && error instanceof ApiError && error.status === 401;
  useEffect(() => {
    if (unknown) toSignIn('first');
  }, [unknown]);
  if (data === undefined)
    return (
      <main className="wall opening" id="main">
        <h1>崇州市分级办案</h1>
        {error === null || unknown ? <p>正在打开大屏……</p> : <Failed error={error} />}
      </main>
    );
  const { screen, overview, points, cluesToday, onTime, ranking, slowest } = data;
  return (
    <main className="wall" id="main">
      <header>
        <h1>崇州市分级办案</h1>
        {screen === null ? <HangUp /> : <span className="quiet">{screen.place} · 常开</span>}
        <WallClock />
      </header>
      <Away />
      <Figures
        overview={overview}
        first={[
          { name: '今日线索', value: cluesToday, note: '条' },
          { name: '本月按时履职', value: percent(onTime), note: onTime === null ? '样本不足' : '到期或办完的事项' },
        ]}
      />
      <WallMap overview={overview} points={points} />
      <Ranking overview={overview} ranking={ranking} />
      <Slowest duties={slowest} />
    </main>
  );
}
