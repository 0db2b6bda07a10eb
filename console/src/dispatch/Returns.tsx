import { Link } from 'react-router';
import { useCases } from '../shared/api/reads';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { CaseRow } from '../shared/cases/CaseRow';

/** Cases that a town has sent back: they wait for a dispatcher. */
export function Returns() {
  const cases = useCases({ stage: 'dispatch', open: true, order: 'due', limit: 50 });
  return (
    <Card title="退回待改派">
      <Loaded of={cases}>
        {({ cases: found }) =>
          found.length === 0 ? (
            <State kind="empty" title="没有退回的案件" />
          ) : (
            <ul className="cases">
              {found.map((summary) => (
                <CaseRow key={summary.caseId} summary={summary} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <p className="quiet">
        打开案件，可以改派或维持派遣。全部案件见<Link to="/cases">案件</Link>。
      </p>
    </Card>
  );
}
