import { Link } from 'react-router';
import { useTowns } from '../shared/api/reads';
import type { Point } from '../shared/api/types';
import { LightMark } from '../shared/LightMark';
import { State } from '../shared/State';

export interface PointTableProps {
  readonly points: readonly Point[];
  readonly more: boolean;
}

/** The points of the map in words, each leading to what it is. */
export function PointTable({ points, more }: PointTableProps) {
  const { data } = useTowns();
  const nameOf = (town: string | null): string =>
    town === null ? '不在任何镇街附近' : (data?.towns.find(({ code }) => code === town)?.name ?? town);
  return (
    <details>
      <summary>{`点位表（${points.length}${more ? '+' : ''} 个）`}</summary>
      {points.length === 0 && (
        <State kind="empty" title="没有带坐标的在办案件和待研判线索">
          <p>上报时取了位置的，会出现在图上和这里。</p>
        </State>
      )}
      <ul className="plain">
        {points.map(({ kind, id, label, town, east, north, light, lightLabel }) => (
          <li key={id} className="line">
            <LightMark light={light} label={lightLabel} />
            {kind === 'case' ? <Link to={`/cases/${id}`}>{id}</Link> : <Link to={`/dispatch/${id}`}>待研判线索</Link>}
            <span>{label}</span>
            <span>{town === null ? nameOf(town) : `${nameOf(town)}${bearing(east, north)}`}</span>
          </li>
        ))}
      </ul>
      {more && <p className="quiet">只列出最急的。</p>}
    </details>
  );
}

/** From the town's centre, as one would say it. */
function bearing(east: number, north: number): string {
  const metres = Math.hypot(east, north);
  if (metres < 200) return '中心附近';
  const eighth = Math.round((Math.atan2(east, north) / Math.PI) * 4 + 8) % 8;
  const side = ['北', '东北', '东', '东南', '南', '西南', '西', '西北'][eighth] ?? '';
  return `中心${side}约 ${(metres / 1_000).toFixed(1)} 公里`;
}
