import { useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { ApiError } from '../shared/api/ApiError';
import { post } from '../shared/api/client';
import { useSessions } from '../shared/api/reads';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { dayAndTime } from '../shared/times';
import { WideTable } from '../shared/WideTable';

/** 登录: who is signed in to the pages; a lost phone's session is ended here. */
export function SessionsPart({ mayEnd }: { readonly mayEnd: boolean }) {
  const sessions = useSessions();
  const queries = useQueryClient();
  const [fault, setFault] = useState<string | null>(null);

  async function end(id: string): Promise<void> {
    setFault(null);
    try {
      await post(`/api/v1/administration/sessions/${id}/end`, {}, {});
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFault(error.message);
    }
    await queries.invalidateQueries({ queryKey: ['sessions'] });
  }

  return (
    <Loaded of={sessions}>
      {({ sessions: found }) => (
        <Card title={`登录着的：${found.length} 次`}>
          {fault !== null && (
            <p className="fault" role="alert">
              {fault}
            </p>
          )}
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
                        <Popconfirm
                          key="end"
                          title={`结束${name ?? subject}的这次登录？`}
                          okText="结束登录"
                          cancelText="不结束"
                          onConfirm={() => void end(id)}
                        >
                          <Button>结束登录</Button>
                        </Popconfirm>,
                      ]
                    : []),
                ],
              }))}
            />
          )}
        </Card>
      )}
    </Loaded>
  );
}
