import { useCases } from '../shared/api/reads';
import { CaseRow } from '../shared/cases/CaseRow';
import { Done } from '../shared/Done';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';

/** 法制审核: what waits for a review, first what is due first. */
export function ReviewDesk() {
  const cases = useCases({ stage: 'review', open: true, order: 'due', limit: 100 });
  return (
    <>
      <Done />
      <h1>等着法制审核的案件</h1>
      <Loaded of={cases}>
        {({ cases: found }) =>
          found.length === 0 ? (
            <State kind="empty" title="没有等着审核的案件">
              <p>镇街调查终结后送审的案件会自动出现在这里。</p>
            </State>
          ) : (
            <section className="card" aria-label="待审案件">
              <ul className="cases">
                {found.map((summary) => (
                  <CaseRow key={summary.caseId} summary={summary} to={`/review/${summary.caseId}`} />
                ))}
              </ul>
            </section>
          )
        }
      </Loaded>
    </>
  );
}
