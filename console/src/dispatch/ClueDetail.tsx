import { Link } from 'react-router';
import { useClue, useMe } from '../shared/api/reads';
import type { Clue } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Facts } from '../shared/Facts';
import { Loaded } from '../shared/Loaded';
import { dayAndTime } from '../shared/times';
import { Judgement } from './Judgement';
import { MarkedText } from './MarkedText';
import { RepeatOf } from './RepeatOf';
import { Satisfaction } from './Satisfaction';
import { Settle } from './Settle';
import { SimilarOnes } from './SimilarOnes';

/** One clue: what was said, what triage made of it and why, and what a dispatcher may do with it. */
export function ClueDetail({ clueId }: { readonly clueId: string }) {
  const clue = useClue(clueId);
  const { data: me } = useMe();
  return (
    <Loaded of={clue}>
      {(found) => (
        <>
          <Card title="反映内容">
            <MarkedText text={found.text} reasons={found.triage.reasons} />
            <Facts
              of={[
                ['渠道', found.channelLabel],
                ['地点', found.place],
                ['收到', dayAndTime(found.receivedAt)],
                ['反映人', found.reporter === null ? null : [found.reporter.name, found.reporter.phone].join(' ')],
              ]}
            />
          </Card>
          {me?.role === 'dispatcher' && <Settle clue={found} />}
          {found.ratingChoices.length + found.satisfaction.length > 0 && <Satisfaction clue={found} />}
          <Judgement outcomeLabel={found.outcomeLabel} triage={found.triage} caseId={found.caseId} />
          <RepeatOf clue={found} />
          <SimilarOnes clue={found} />
          {found.changes.length > 0 && <Changes changes={found.changes} />}
        </>
      )}
    </Loaded>
  );
}

const KINDS = { settled: '人工研判', redispatched: '改派', merged: '并案', split: '拆出' } as const;

function Changes({ changes }: { readonly changes: Clue['changes'] }) {
  return (
    <Card title="研判的变更">
      <ol className="plain">
        {changes.map(({ at, byName, kind, reason, after }) => (
          <li key={at}>
            <strong>{KINDS[kind]}</strong> {dayAndTime(at)} {byName}：{reason}
            {after.caseId !== null && (
              <>
                {' '}
                <Link to={`/cases/${after.caseId}`}>{after.caseId}</Link>
              </>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
