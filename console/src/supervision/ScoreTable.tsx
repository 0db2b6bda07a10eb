import type { ScorePage, ScoreRow } from '../shared/api/types';
import { IntervalBar } from './IntervalBar';
import './scores.css';

export type Part = ScoreRow['parts'][number];

export interface ScoreTableProps {
  readonly formula: ScorePage['formula'];
  readonly rows: readonly ScoreRow[];
  readonly against: ScorePage['against'];
  /** Leads to the cases behind a part; without it the parts are only told. */
  readonly choose?: (row: ScoreRow, part: Part) => void;
}

/** Best first; whoever too little is known of has a score and no place, and stands below. */
export function ScoreTable({ formula, rows, against, choose }: ScoreTableProps) {
  const labelOf = (part: Part): string =>
    formula.parts.find(({ indicator }) => indicator === part.indicator)?.label ?? part.indicator;
  const sorted = rows.toSorted((one, other) => Number(one.rank === null) - Number(other.rank === null));
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="得分">
      <table className="scores">
        <thead>
          <tr>
            <th scope="col">单位或人员</th>
            <th scope="col">得分</th>
            <th scope="col">95% 区间</th>
            <th scope="col">名次</th>
            {against !== null && <th scope="col">{`第 ${against.formula.version} 版得分和名次`}</th>}
            <th scope="col">{choose === undefined ? '各项指标' : '各项指标（点开看案件）'}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => {
            const other = against?.rows.find(({ who }) => who === row.who);
            return (
              <tr key={row.who}>
                <th scope="row">
                  {row.name}
                  {row.note !== null && <small>{row.note}</small>}
                </th>
                <td>{row.points === null ? '没有样本' : row.points.toFixed(1)}</td>
                <td>
                  {row.low !== null && row.high !== null && (
                    <>
                      {`${row.low.toFixed(1)} – ${row.high.toFixed(1)}`}
                      <IntervalBar low={row.low} high={row.high} points={row.points} />
                    </>
                  )}
                </td>
                <td>{placeWords(row)}</td>
                {against !== null && (
                  <td>
                    {other === undefined
                      ? '没有样本'
                      : `${other.points?.toFixed(1) ?? '没有样本'}，${placeWords(other)}`}
                    <small>{difference(row, other)}</small>
                  </td>
                )}
                <td>
                  {row.parts.map((part) => (
                    <button
                      key={part.indicator}
                      type="button"
                      className="link"
                      disabled={part.n === 0 || choose === undefined}
                      onClick={() => choose?.(row, part)}
                    >
                      {`${labelOf(part)} ${part.n === 0 ? '没有样本' : `${part.hits}/${part.n}`}`}
                    </button>
                  ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function placeWords({ rank, smallest }: ScoreRow): string {
  if (rank === null) return `不排名（最小样本 ${smallest}）`;
  return rank.best === rank.worst ? `第 ${rank.best} 名` : `第 ${rank.best}–${rank.worst} 名`;
}

function difference(one: ScoreRow, other: ScoreRow | undefined): string {
  if (one.points === null || other?.points == null) return '';
  const by = other.points - one.points;
  return Math.abs(by) < 0.05 ? '得分不变' : `${by > 0 ? '高' : '低'} ${Math.abs(by).toFixed(1)} 分`;
}
