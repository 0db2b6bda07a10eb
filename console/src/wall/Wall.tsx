import { useEffect } from 'react';
import { useCases, useClues, useIndicator, useMe, useOverview, usePoints } from '../shared/api/reads';
import { ApiError } from '../shared/api/ApiError';
import { Figures } from '../shared/Figures';
import { TownMap } from '../shared/TownMap';
import { dateOf } from '../shared/times';
import { Away } from '../shell/Away';
import { toSignIn } from '../shell/toSignIn';
import { useLive } from '../shell/useLive';
import { Ranking } from './Ranking';
import { Slowest } from './Slowest';
import { WallClock } from './WallClock';
import { useFreshness } from './useFreshness';
import './wall.css';

/** 大屏: one screen, readable from five metres, that nobody touches for days. */
export function Wall() {
  const { data: me, error } = useMe();
  useLive(me !== undefined);
  const overview = useOverview();
  const points = usePoints();
  const today = dateOf(Date.now());
  const clues = useClues({ from: today, limit: 100 });
  const slowest = useCases({ open: true, order: 'due', limit: 7 });
  const onTime = useIndicator('duties_on_time', {
    from: `${today.slice(0, 7)}-01`,
    to: today,
    by: 'all',
    per: 'whole',
  });
  useFreshness();
  const unknown = me === undefined && error instanceof ApiError && error.status === 401;
  useEffect(() => {
    if (unknown) toSignIn('first');
  }, [unknown]);
  const { data } = overview;
  if (data === undefined) return <p className="opening">正在打开大屏……</p>;
  const share = onTime.data?.rows[0]?.share ?? null;
  return (
    <main className="wall" id="main">
      <header>
        <h1>崇州市分级办案</h1>
        <WallClock />
      </header>
      <Away />
      <dl className="wall-figures">
        <div>
          <dt>今日线索</dt>
          <dd>{clues.data === undefined ? '—' : `${clues.data.clues.length}${clues.data.next === null ? '' : '+'}`}</dd>
        </div>
        <div>
          <dt>本月按时履职</dt>
          <dd>{share === null ? '样本不足' : `${(100 * share).toFixed(0)}%`}</dd>
        </div>
      </dl>
      <Figures overview={data} />
      <section className="wall-map" aria-label="各镇街">
        <h2>各镇街</h2>
        <TownMap overview={data} points={points.data?.points ?? null} />
      </section>
      <Ranking overview={data} />
      <Slowest cases={slowest.data?.cases ?? []} />
    </main>
  );
}
