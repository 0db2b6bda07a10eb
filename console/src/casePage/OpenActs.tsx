import { Link } from 'react-router';
import type { CaseView } from '../shared/api/types';
import { Card } from '../shared/Card';
import { State } from '../shared/State';

/** What the reader may do now. Each leads to its form, which is made from the act's schema. */
export function OpenActs({ case: { summary, availableActs } }: { readonly case: CaseView }) {
  return (
    <Card title="您现在可以办">
      {availableActs.length === 0 ? (
        <State kind="empty" title="现在没有您可以办的事">
          <p>轮到您时会出现在这里；各环节由谁办，见下面的程序图。</p>
        </State>
      ) : (
        <ul className="acts">
          {availableActs.map(({ act, label }) => (
            <li key={act}>
              <Link className="button" to={`/cases/${summary.caseId}/acts/${act}`}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
