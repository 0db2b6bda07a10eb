import type { WallView } from '../shared/api/types';
import { untilWords } from '../shared/times';
import { WallLight } from './WallLight';

/** What is most late or due next. No names of people: a wall is read by whoever comes in. */
export function Slowest({ duties }: { readonly duties: WallView['slowest'] }) {
  return (
    <section className="wall-slowest" aria-label="最慢的履职事项">
      <h2>最慢的履职事项</h2>
      {duties.length === 0 && <p>没有等着办的事项</p>}
      <ol>
        {duties.map(({ caseId, id, light, lightLabel, kindLabel, orgName, townName, dueAt }) => (
          <li key={`${caseId}/${id}`}>
            <WallLight light={light} label={lightLabel} />
            <span className="what">{kindLabel}</span>
            <span className="what">{orgName === townName ? orgName : `${orgName} · ${townName}`}</span>
            <span className="when">{untilWords(dueAt)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
