import type { Overview, WallView } from '../shared/api/types';
import { tileOf } from '../shared/tileOf';
import { percent } from './percent';

const MOST = 6;

export interface RankingProps {
  readonly overview: Overview;
  readonly ranking: WallView['ranking'];
}

/** Which towns closed how many this month, and how punctual they were at it. */
export function Ranking({ overview, ranking }: RankingProps) {
  const most = Math.max(1, ...ranking.map(({ closed }) => closed));
  return (
    <section className="wall-ranking" aria-label="本月办结">
      <h2>本月办结</h2>
      {ranking.every(({ closed }) => closed === 0) ? (
        <p>本月还没有办结的案件</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">镇街</th>
              <th scope="col">办结</th>
              <th scope="col">按时</th>
              <th scope="col">◆ 红灯</th>
            </tr>
          </thead>
          <tbody>
            {ranking.slice(0, MOST).map(({ town, name, closed, onTime }) => {
              const red = tileOf(overview, town).lights.find(([light]) => light === 'red')?.[1] ?? 0;
              return (
                <tr key={town}>
                  <th scope="row">{name}</th>
                  <td className="closed">
                    <span style={{ width: `${(80 * closed) / most}%` }} />
                    {closed}
                  </td>
                  <td>{percent(onTime)}</td>
                  <td className={red > 0 ? 'red' : ''}>{red}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
