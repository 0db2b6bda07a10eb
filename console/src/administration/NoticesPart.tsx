import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { ApiError } from '../shared/api/ApiError';
import { post } from '../shared/api/client';
import { useDeadNotices } from '../shared/api/reads';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { dayAndTime } from '../shared/times';
import { WideTable } from '../shared/WideTable';

/** 未送达的通知: what no sink took after all its tries, to be sent again once the other side is mended. */
export function NoticesPart() {
  const dead = useDeadNotices();
  const queries = useQueryClient();
  const [fault, setFault] = useState<string | null>(null);

  async function resend(id: number): Promise<void> {
    setFault(null);
    try {
      await post(`/api/v1/deliveries/${id}/resend`, {}, {});
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFault(error.message);
    }
    await queries.invalidateQueries({ queryKey: ['dead-notices'] });
  }

  return (
    <Loaded of={dead}>
      {({ deliveries }) => (
        <Card title={`未送达的通知：${deliveries.length} 条`}>
          {fault !== null && (
            <p className="fault" role="alert">
              {fault}
            </p>
          )}
          {deliveries.length === 0 ? (
            <State kind="empty" title="没有送不出去的通知" />
          ) : (
            <WideTable
              label="未送达的通知"
              columns={['时刻', '送往', '案件', '单位', '试过几次', '最后的错误', '操作']}
              rows={deliveries.map(({ id, sink, caseId, org, attempts, lastError, createdAt }) => ({
                key: String(id),
                cells: [
                  dayAndTime(createdAt),
                  sink,
                  caseId,
                  org,
                  attempts,
                  lastError ?? '',
                  <Button key="again" onClick={() => void resend(id)}>
                    再送
                  </Button>,
                ],
              }))}
            />
          )}
        </Card>
      )}
    </Loaded>
  );
}
