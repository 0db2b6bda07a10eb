import { useTimeline } from '../shared/api/reads';
import type { TimelineEntry } from '../shared/api/types';
import { articleWords } from '../shared/articleWords';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { dayAndTime } from '../shared/times';

/** Everything that happened, the newest first: what, who, on which article, and its link of the chain. */
export function TimelineCard({ caseId }: { readonly caseId: string }) {
  const timeline = useTimeline(caseId);
  return (
    <Card title="全程时间线">
      <Loaded of={timeline}>
        {({ events }) => (
          <ol className="timeline">
            {events.toReversed().map((event) => (
              <Entry key={event.seq} event={event} />
            ))}
          </ol>
        )}
      </Loaded>
    </Card>
  );
}

function Entry({ event: { seq, at, who, what, why, article, hash } }: { readonly event: TimelineEntry }) {
  const actor = who.id === 'system' ? who.roleLabel : `${who.roleLabel} ${who.name ?? who.id} · ${who.orgName}`;
  return (
    <li>
      <p className="line">
        <strong>{what}</strong>
        <time dateTime={at}>{dayAndTime(at)}</time>
      </p>
      {why !== null && <p>{why}</p>}
      <p className="quiet">
        {[actor, ...(article === null ? [] : [articleWords(article)])].join(' · ')}
        {' · '}
        <code title={`第 ${seq} 条，哈希 ${hash}`}>{`#${seq} ${hash.slice(0, 8)}`}</code>
      </p>
    </li>
  );
}
