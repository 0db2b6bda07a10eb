import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Overview } from '../shared/api/types';
import { casesAddress, LIGHT_SIGNS, matrixOf } from '../shared/matrixOf';

/** The matrix for keyboards and screen readers; each cell leads to its cases. */
export function MatrixTable({ overview }: { readonly overview: Overview }) {
  const { towns, stages, cells } = useMemo(() => matrixOf(overview), [overview]);
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="镇街和环节表">
      <table>
        <thead>
          <tr>
            <th scope="col">镇街</th>
            {stages.map(({ stage, label }) => (
              <th key={stage} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {towns.map(({ code, name }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              {stages.map(({ stage, label }) => {
                const cell = cells.find((each) => each.town === code && each.stage === stage);
                return (
                  <td key={stage} className={cell?.worst}>
                    {cell === undefined ? (
                      <span className="quiet">0</span>
                    ) : (
                      <Link
                        to={casesAddress({ town: code, stage })}
                        aria-label={`${name} ${label} ${cell.count} 件，最急为${overview.labels.lights[cell.worst] ?? cell.worst}`}
                      >
                        {LIGHT_SIGNS[cell.worst]} {cell.count}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
