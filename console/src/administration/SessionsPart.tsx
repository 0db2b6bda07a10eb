import { useSessions } from '../shared/api/reads';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { dayAndTime } from '../shared/times';
import { WideTable } from '../shared/WideTable';
import { EndButton } from './EndButton';
import { ScreensCard } from './ScreensCard';

/** 登录: who is signed in to the pages, and which screens show the wall; a lost phone's session is ended here. */
export function SessionsPart({ mayEnd }: { readonly mayEnd: boolean }) {
  const sessions = useSessions();
  return (
    <>
      <Loaded of={sessions}>
        {({ sessions: found }) => (
          <Card title={`登录着的：${found.length} 次`}>
            {found.length === 0 ? (
              <State kind="empty" title="现在没有人登录" />
            ) : (
              <WideTable
                label="登录"
                columns={['姓名', '编号', '登录时刻', '最迟到', ...(mayEnd ? ['操作'] : [])]}
                rows={found.map(({ id, subject, name, openedAt, until }) => ({
                  key: id,
                  cells: [
                    name ?? '不在名册',
                    subject,
                    dayAndTime(openedAt),
                    dayAndTime(until),
                    ...(mayEnd
                      ? [
                          <EndButton
                            key="end"
                            what="sessions"
                            id={id}
                            question={`结束${name ?? subject}的这次登录？`}
                            label="结束登录"
                          />,
                        ]
                      : []),
                  ],
                }))}
              />
            )}
          </Card>
        )}
      </Loaded>
      <ScreensCard mayEnd={mayEnd} />
    </>
  );
}
