import { useState } from 'react';
import { Link } from 'react-router';
import { useCases, useMe } from '../shared/api/reads';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { ReturnedCase } from './ReturnedCase';

/** Cases that a town has sent back: they wait for a dispatcher, who sees why and sends them on. */
export function Returns() {
  const cases = useCases({ stage: 'dispatch', open: true, order: 'due', limit: 50 });
  const { data: me } = useMe();
  const [done, setDone] = useState<{ readonly caseId: string; readonly what: string } | null>(null);
  return (
    <Card title="退回待改派">
      {done !== null && (
        <p role="status">
          {done.what}：<Link to={`/cases/${done.caseId}`}>{done.caseId}</Link>
        </p>
      )}
      <Loaded of={cases}>
        {({ cases: found }) =>
          found.length === 0 ? (
            <State kind="empty" title="没有退回的案件" />
          ) : (
            <ul className="plain">
              {found.map((summary) => (
                <ReturnedCase
                  key={summary.caseId}
                  summary={summary}
                  maySend={me?.role === 'dispatcher'}
                  done={(what) => setDone({ caseId: summary.caseId, what })}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      <p className="quiet">
        全部案件见<Link to="/cases">案件</Link>。
      </p>
    </Card>
  );
}
