import { Link } from 'react-router';
import { useCaseClues } from '../shared/api/reads';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { dayAndTime } from '../shared/times';

interface CaseClue {
  readonly clueId: string;
  readonly text: string;
  readonly place: string | null;
  readonly receivedAt: string;
  readonly triage: { readonly similar?: readonly { readonly caseId: string | null; readonly clueId: string }[] };
}

/** The reports that the case rests on, and other cases that may be about the same. */
export function RelatedCard({ caseId }: { readonly caseId: string }) {
  const clues = useCaseClues(caseId);
  return (
    <Card title="线索和相关案件">
      <Loaded of={clues}>
        {({ clues: found }) => {
          const list = found as unknown as readonly CaseClue[];
          const others = new Set(
            list.flatMap(({ triage }) => triage.similar ?? []).flatMap((each) => each.caseId ?? []),
          );
          others.delete(caseId);
          return (
            <>
              {list.length === 0 && <State kind="empty" title="没有线索" />}
              <ol className="plain">
                {list.map(({ clueId, text, place, receivedAt }) => (
                  <li key={clueId}>
                    <p>{text}</p>
                    <p className="quiet">
                      {[place, dayAndTime(receivedAt)].filter((each) => each !== null).join(' · ')}
                    </p>
                  </li>
                ))}
              </ol>
              {others.size > 0 && (
                <p>
                  可能为同一事项：
                  {[...others].map((other) => (
                    <Link key={other} to={`/cases/${other}`}>
                      {other}{' '}
                    </Link>
                  ))}
                </p>
              )}
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}
