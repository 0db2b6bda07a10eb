import { Link } from 'react-router';
import { useCases } from '../shared/api/reads';
import { CaseRow } from '../shared/cases/CaseRow';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';

export function UrgentCases() {
  const cases = useCases({ open: true, order: 'due', limit: 20 });
  return (
    <Card title="最急的案件">
      <Loaded of={cases}>
        {({ cases: found }) =>
          found.length === 0 ? (
            <State kind="empty" title="没有在办案件" />
          ) : (
            <ul className="cases">
              {found.map((summary) => (
                <CaseRow key={summary.caseId} summary={summary} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Link to="/cases?open=true&order=due">按到期先后看全部</Link>
    </Card>
  );
}
