import { useCallback } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { NextSteps } from '../casePage/NextSteps';
import { useActForm, useMe } from '../shared/api/reads';
import type { CaseView } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { ActForm } from '../town/ActForm';

/** The verdict, written beside the file: which one stands in the address, so that a reload keeps it. Once sent, the queue again. */
export function Verdict({ case: one }: { readonly case: CaseView }) {
  const [asked] = useSearchParams();
  const chosen = asked.get('verdict');
  return (
    <aside className="verdict" aria-label="审核意见">
      {one.availableActs.length === 0 ? (
        <NextSteps case={one} />
      ) : (
        <Card title="您的审核意见">
          <ul className="acts">
            {one.availableActs.map(({ act, label }) => (
              <li key={act}>
                <Link
                  className="button"
                  to={`?verdict=${act}`}
                  replace
                  preventScrollReset
                  aria-current={act === chosen ? 'true' : undefined}
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
          {chosen === null && <p className="quiet">选定一种后，在这里填写；案卷和文书一直在旁边。</p>}
        </Card>
      )}
      {chosen !== null && <VerdictForm key={chosen} case={one} act={chosen} />}
    </aside>
  );
}

function VerdictForm({ case: one, act }: { readonly case: CaseView; readonly act: string }) {
  const { caseId } = one.summary;
  const { data: me } = useMe();
  const form = useActForm(act);
  const navigate = useNavigate();
  const label = form.data?.label ?? '';
  const sent = useCallback(
    () => void navigate('/review', { state: { done: `${label}，${caseId}` } }),
    [caseId, label, navigate],
  );
  return (
    <Loaded of={form}>
      {({ schema, previewed }) =>
        // A verdict repeats nothing that was said before.
        me !== undefined && <ActForm {...{ me, case: one, act, label, schema, previewed, sent }} events={[]} />
      }
    </Loaded>
  );
}
