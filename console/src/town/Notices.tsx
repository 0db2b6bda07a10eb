import { Link } from 'react-router';
import { useNotices } from '../shared/api/reads';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { dayAndTime } from '../shared/times';

/** What the organisation was told, the newest first. */
export function Notices() {
  const notices = useNotices();
  return (
    <Card title="通知">
      <Loaded of={notices}>
        {({ notices: found }) =>
          found.length === 0 ? (
            <State kind="empty" title="没有通知" />
          ) : (
            <ul className="plain">
              {found.map(({ id, caseId, text, createdAt }) => (
                <li key={id}>
                  <Link to={`/cases/${caseId}`}>{caseId}</Link> {text}{' '}
                  <time className="quiet">{dayAndTime(createdAt)}</time>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}
