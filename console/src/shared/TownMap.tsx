import { Link } from 'react-router';
import type { Overview, Point } from './api/types';
import { isOpen } from './cases/isOpen';
import { LightMark } from './LightMark';
import { PointPlot } from './PointPlot';
import { LEGEND_TILE, TOWN_TILES } from './townTiles';

const LIGHTS = ['grey', 'green', 'yellow', 'red'];
type Cell = Overview['cells'][number];

const total = (cells: readonly Cell[], which: (cell: Cell) => boolean): number =>
  cells.filter(which).reduce((sum, { cases }) => sum + cases, 0);

export interface TownMapProps {
  readonly overview: Overview;
  /** null: none are shown. */
  readonly points: readonly Point[] | null;
}

/** The towns where they lie to each other, each with its lights and what has a position. Each leads to its cases. */
export function TownMap({ overview: { cells, towns, labels }, points }: TownMapProps) {
  const [legendRow, legendColumn] = LEGEND_TILE;
  return (
    <div className="map">
      {towns.map(({ code, name }) => {
        const here = cells.filter(({ town }) => town === code);
        const lights = LIGHTS.map(
          (light) => [light, total(here, (cell) => isOpen(cell.stage) && cell.light === light)] as const,
        ).filter(([, count]) => count > 0);
        const closed = total(here, (cell) => !isOpen(cell.stage));
        const worst = lights.at(-1)?.[0] ?? 'none';
        const [row, column] = TOWN_TILES[code] ?? [];
        return (
          <Link
            key={code}
            className={`tile ${worst}`}
            style={row === undefined ? {} : { gridRow: row, gridColumn: column }}
            to={`/cases?${new URLSearchParams({ town: code, open: 'true', order: 'due' }).toString()}`}
          >
            <strong>{name}</strong>
            {worst === 'none' && <span>{closed > 0 ? '无在办' : '尚无案件'}</span>}
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
