import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { answer, api } from '../shared/api/client';
import { Card } from '../shared/Card';
import { Failed } from '../shared/Failed';
import { Facts } from '../shared/Facts';
import { dayAndTime } from '../shared/times';

export interface LiveCardProps {
  readonly caseId: string;
  /** Temporal's own pages; null for everybody but administrators. */
  readonly engineUi: string | null;
}

const words = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;

/** The workflow's own answer, asked now and not read from the file. */
export function LiveCard({ caseId, engineUi }: LiveCardProps) {
  const ask = useMutation({
    mutationFn: () => answer(api.GET('/api/v1/cases/{id}/live', { params: { path: { id: caseId } } })),
  });
  const labels = (ask.data?.['labels'] ?? {}) as Readonly<Record<string, unknown>>;
  const wake = words(ask.data?.['nextWake']);
  const now = words(ask.data?.['now']);
  return (
    <Card title="流程引擎中的实时状态">
      <div className="line">
        <Button loading={ask.isPending} onClick={() => ask.mutate()}>
          询问引擎
        </Button>
        {engineUi !== null && (
          <a href={`${engineUi}/namespaces/default/workflows/${encodeURIComponent(`case/${caseId}`)}`}>
            在 Temporal 界面中打开
          </a>
        )}
      </div>
      {ask.error !== null && <Failed error={ask.error} />}
      {ask.data !== undefined && (
        <Facts
          of={[
            ['环节', words(labels['stage']) ?? words(ask.data['stage'])],
            ['事件数', words(ask.data['seq'])],
            ['引擎的时间', now === null ? null : dayAndTime(now)],
            ['定时器将响于', wake === null ? '没有定时器' : dayAndTime(wake)],
          ]}
        />
      )}
    </Card>
  );
}
