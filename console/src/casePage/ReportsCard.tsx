import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCaseClues, useClue, useMe } from '../shared/api/reads';
import { Card } from '../shared/Card';
import { Facts } from '../shared/Facts';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { dayAndTime } from '../shared/times';
import { desksOf } from '../shell/desks';

interface CaseClue {
  readonly clueId: string;
  readonly channelLabel: string;
  readonly text: string;
  readonly place: string | null;
  readonly position: { readonly lng: number; readonly lat: number } | null;
  readonly occurredAt: string | null;
  readonly receivedAt: string;
  readonly mayAskReporter: boolean;
  readonly triage: { readonly similar?: readonly { readonly caseId: string | null; readonly clueId: string }[] };
}

/** The reports that the case rests on, and other cases that may be about the same. */
export function ReportsCard({ caseId }: { readonly caseId: string }) {
  const clues = useCaseClues(caseId);
  return (
    <Card title="反映内容">
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
                {list.map((clue) => (
                  <OneReport key={clue.clueId} clue={clue} />
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

function OneReport({ clue }: { readonly clue: CaseClue }) {
  const { clueId, channelLabel, text, place, position, occurredAt, receivedAt, mayAskReporter } = clue;
  const { data: me } = useMe();
  const [asked, setAsked] = useState(false);
  const atTheDesk = me !== undefined && desksOf(me.role).some(({ to }) => to === '/dispatch');
  return (
    <li>
      <p>{text}</p>
      <Facts
        of={[
          ['渠道', channelLabel],
          ['地点', place],
          ['坐标', position === null ? null : `东经 ${position.lng}，北纬 ${position.lat}`],
          ['发生', occurredAt === null ? null : dayAndTime(occurredAt)],
          ['收到', dayAndTime(receivedAt)],
        ]}
      />
      {mayAskReporter &&
        (asked ? <Reporter clueId={clueId} /> : <Button onClick={() => setAsked(true)}>查看反映人</Button>)}
      {atTheDesk && <Link to={`/dispatch/${clueId}`}>打开线索</Link>}
    </li>
  );
}

/** Asked for by whoever needs it, and by nobody who merely reads the case. */
function Reporter({ clueId }: { readonly clueId: string }) {
  const clue = useClue(clueId);
  return (
    <Loaded of={clue}>
      {({ reporter }) => (
        <Facts
          of={[
            ['反映人', reporter?.name ?? '没有留下姓名'],
            ['电话', reporter?.phone == null ? '没有留下电话' : <a href={`tel:${reporter.phone}`}>{reporter.phone}</a>],
          ]}
        />
      )}
    </Loaded>
  );
}
