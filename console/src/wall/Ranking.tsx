import type { Overview } from '../shared/api/types';
import { isOpen } from '../shared/cases/isOpen';

const MOST = 6;

/** Which towns have closed how many; the ones with red lights are named for them. */
export function Ranking({ overview: { cells, towns } }: { readonly overview: Overview }) {
  const rows = towns
    .map(({ code, name }) => {
      const ours = cells.filter(({ town }) => town === code);
      const count = (which: (cell: Overview['cells'][number]) => boolean): number =>
        ours.filter(which).reduce((sum, { cases }) => sum + cases, 0);
      return {
        name,
        closed: count(({ stage }) => !isOpen(stage)),
        open: count(({ stage }) => isOpen(stage)),
        red: count(({ stage, light }) => isOpen(stage) && light === 'red'),
      };
    })
    .sort((one, other) => other.closed - one.closed || other.open - one.open)
    .slice(0, MOST);
  return (
    <section className="wall-ranking" aria-label="办结排行">
      <h2>办结排行</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">镇街</th>
            <th scope="col">已结</th>
            <th scope="col">在办</th>
            <th scope="col">◆ 红灯</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, closed, open, red }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{closed}</td>
              <td>{open}</td>
              <td className={red > 0 ? 'red' : ''}>{red}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
