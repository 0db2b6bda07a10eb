import { Link } from 'react-router';
import type { Overview, Point } from './api/types';
import { LightMark } from './LightMark';
import { PointPlot } from './PointPlot';
import { tileOf } from './tileOf';
import { LEGEND_TILE, TOWN_TILES } from './townTiles';

export interface TownMapProps {
  readonly overview: Overview;
  /** null: none are shown. */
  readonly points: readonly Point[] | null;
}

/** The towns where they lie to each other, each with its lights and what has a position. Each leads to its cases. */
export function TownMap({ overview, points }: TownMapProps) {
  const { towns, labels } = overview;
  const [legendRow, legendColumn] = LEGEND_TILE;
  return (
    <div className="map">
      {towns.map(({ code, name }) => {
        const { lights, worst, closed } = tileOf(overview, code);
        const [row, column] = TOWN_TILES[code] ?? [];
        return (
          <Link
            key={code}
            className={`tile ${worst ?? 'none'}`}
            style={row === undefined ? {} : { gridRow: row, gridColumn: column }}
            to={`/cases?${new URLSearchParams({ town: code, open: 'true', order: 'due' }).toString()}`}
          >
            <strong>{name}</strong>
            {worst === null && <span>{closed > 0 ? '无在办' : '尚无案件'}</span>}
            {lights.length > 0 && (
              <span className="lights">
                {lights.map(([light, count]) => (
                  <LightMark key={light} light={light} label={labels.lights[light] ?? light} count={count} />
                ))}
              </span>
            )}
            {closed > 0 && <small>已结 {closed}</small>}
            {points !== null && <PointPlot points={points.filter(({ town }) => town === code)} />}
          </Link>
        );
      })}
      <p className="legend" style={{ gridRow: legendRow, gridColumn: legendColumn }}>
        北 ↑<br />
        示意图，不是测绘图
        {points !== null && (
          <>
            <br />
            ◆▲●■ 案件，✚ 线索
          </>
        )}
      </p>
    </div>
  );
}
