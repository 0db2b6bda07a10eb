import { Button } from 'antd';
import type { CaseView } from '../shared/api/types';
import { Card } from '../shared/Card';
import { useDownload } from '../shared/useDownload';

/** 案卷: the signed file of an archived case, for whoever handled it. */
export function ArchiveCard({ case: { summary, mayTakeArchive } }: { readonly case: CaseView }) {
  const { download, busy, failed } = useDownload();
  if (summary.stage !== 'archived') return null;
  return (
    <Card title="案卷">
      {mayTakeArchive ? (
        <>
          <p className="line">
            <Button type="primary" loading={busy} onClick={() => download(`/api/v1/cases/${summary.caseId}/archive`)}>
              下载案卷
            </Button>
          </p>
          <p className="quiet">
            压缩文件，内有文书、证据、全部事件和签名，可以离线核对。载有当事人的信息，下载记录在案。
          </p>
        </>
      ) : (
        <p className="quiet">案件已归档。案卷载有当事人的姓名等信息，只有办理或者决定本案的单位可以下载。</p>
      )}
      {failed !== null && (
        <p className="fault" role="alert">
          {failed}
        </p>
      )}
    </Card>
  );
}
