import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { answer, api } from '../shared/api/client';
import { Card } from '../shared/Card';
import { Failed } from '../shared/Failed';

/** Reckons the file's chain anew and says whether anything was changed since it was written. */
export function VerifyCard({ caseId }: { readonly caseId: string }) {
  const check = useMutation({
    mutationFn: () => answer(api.GET('/api/v1/cases/{id}/verification', { params: { path: { id: caseId } } })),
  });
  return (
    <Card title="核对案卷">
      <p className="quiet">每个事件都带着前一个的哈希；重新计算一遍，改动、删去、插入任何一条都会露出来。</p>
      <Button loading={check.isPending} onClick={() => check.mutate()}>
        核对
      </Button>
      {check.error !== null && <Failed error={check.error} />}
      {check.data !== undefined && (
        <div role="status">
          <p className={check.data.chainIntact && check.data.stateIntact ? 'met' : 'unmet'}>
            {check.data.chainIntact && check.data.stateIntact
              ? `✓ 完好：${check.data.events} 个事件的哈希逐一重算一致，案件状态与事件一致。`
              : `✗ 不完好：${check.data.brokenAt === null ? '' : `第 ${check.data.brokenAt} 条事件起不一致；`}${
                  check.data.stateIntact ? '' : '案件状态与事件不一致；'
                }请立即告知系统管理员。`}
          </p>
          <code className="hash">链尾 {check.data.head}</code>
        </div>
      )}
    </Card>
  );
}
