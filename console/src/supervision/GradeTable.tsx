import type { Overview } from '../shared/api/types';
import { isOpen } from '../shared/cases/isOpen';

/** The three grades: how many cases, how many closed, and which share of all that are closed. */
export function GradeTable({ overview: { cells, labels } }: { readonly overview: Overview }) {
  const closedAll = cells.filter(({ stage }) => !isOpen(stage)).reduce((sum, { cases }) => sum + cases, 0);
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">分级</th>
            <th scope="col">在办</th>
            <th scope="col">已结</th>
            <th scope="col">占已结</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(labels.grades).map(([grade, label]) => {
            const ours = cells.filter((cell) => cell.grade === grade);
            const all = ours.reduce((sum, { cases }) => sum + cases, 0);
            const closed = ours.filter(({ stage }) => !isOpen(stage)).reduce((sum, { cases }) => sum + cases, 0);
            return (
              <tr key={grade}>
                <th scope="row">{label}</th>
                <td>{all - closed}</td>
                <td>{closed}</td>
                <td>{closedAll === 0 ? '还没有已结案件' : `${Math.round((100 * closed) / closedAll)}%`}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="quiet">前两级由镇街办理，合计即“镇街办结占比”。</p>
    </>
  );
}
