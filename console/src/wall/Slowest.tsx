import type { CaseSummary } from '../shared/api/types';
import { LightMark } from '../shared/LightMark';
import { untilWords } from '../shared/times';

/** What is most late or due next. No names of people: a wall is read by whoever comes in. */
export function Slowest({ cases }: { readonly cases: readonly CaseSummary[] }) {
  return (
    <section className="wall-slowest" aria-label="最急的案件">
      <h2>最急的案件</h2>
      {cases.length === 0 && <p>没有在办案件</p>}
      <ol>
        {cases.map(({ caseId, light, lightLabel, itemName, ownerName, stageLabel, dueAt }) => (
          <li key={caseId}>
            <LightMark light={light} label={lightLabel} />
            <span className="what">{itemName}</span>
            <span>
              {ownerName} · {stageLabel}
            </span>
            <span>{dueAt === null ? '时限暂停' : untilWords(dueAt)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
