import type { Overview, Point } from '../shared/api/types';
import { LIGHTS } from '../shared/matrixOf';
import { PointPlot } from '../shared/PointPlot';
import { tileOf } from '../shared/tileOf';
import { LEGEND_TILE, TOWN_TILES } from '../shared/townTiles';
import { WallLight } from './WallLight';

export interface WallMapProps {
  readonly overview: Overview;
  readonly points: readonly Point[];
}

/** The towns where they lie to each other. Nothing leads anywhere: nobody touches a wall. */
export function WallMap({ overview, points }: WallMapProps) {
  const [legendRow, legendColumn] = LEGEND_TILE;
  return (
    <section className="wall-map" aria-label="各镇街">
      <h2>各镇街在办案件</h2>
      <div className="wall-tiles">
        {overview.towns.map(({ code, name }) => {
          const { lights, worst, closed } = tileOf(overview, code);
          const [row, column] = TOWN_TILES[code] ?? [];
          const here = points.filter(({ town }) => town === code);
          return (
            <div
              key={code}
              className={`wall-tile ${worst ?? 'none'}`}
              style={row === undefined ? {} : { gridRow: row, gridColumn: column }}
            >
              <strong>{name}</strong>
              <p>
                {lights.map(([light, count]) => (
                  <WallLight key={light} light={light} label={overview.labels.lights[light] ?? light} count={count} />
                ))}
                {worst === null && (closed > 0 ? '无在办' : '尚无案件')}
              </p>
              <PointPlot points={here} />
            </div>
          );
        })}
        <div className="wall-legend" style={{ gridRow: legendRow, gridColumn: legendColumn }}>
          {LIGHTS.map((light) => (
            <WallLight key={light} light={light} label={overview.labels.lights[light] ?? light} />
          ))}
          <span>✚ 线索</span>
          <span>北 ↑ 示意</span>
        </div>
      </div>
    </section>
  );
}
