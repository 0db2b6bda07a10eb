import type { Point } from './api/types';
import { LIGHT_SIGNS } from './matrixOf';
import { plotOf } from './plotOf';
import './points.css';

const CLUE_SIGN = '✚';

/** A town's cases and waiting clues by where they are in it: a sign for each light, a number where several stand together. */
export function PointPlot({ points }: { readonly points: readonly Point[] }) {
  if (points.length === 0) return null;
  return (
    <span className="plot" role="img" aria-label={`${points.length} 个点位`}>
      {plotOf(points).map(({ column, row, kind, worst, points: here }) => (
        <span
          key={`${column}/${row}`}
          className={`point ${worst}`}
          title={here.map(({ label, lightLabel }) => `${lightLabel} ${label}`).join('\n')}
          style={{ gridColumn: column, gridRow: row }}
        >
          {kind === 'clue' ? CLUE_SIGN : LIGHT_SIGNS[worst]}
          {here.length > 1 && here.length}
        </span>
      ))}
    </span>
  );
}
