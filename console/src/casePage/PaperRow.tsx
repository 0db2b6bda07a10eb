import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Paper } from '../shared/api/types';
import { useDownload } from '../shared/useDownload';

export interface PaperRowProps {
  readonly caseId: string;
  readonly paper: Paper;
  readonly extra?: ReactNode;
  /** What is opened of it. */
  readonly children?: ReactNode;
}

export function PaperRow({ caseId, paper, extra, children }: PaperRowProps) {
  const { download, busy, failed } = useDownload();
  const { id, label, number, date, allowed, complete, missing } = paper;
  const button = (kind: 'docx' | 'pdf', word: string) => (
    <Button
      aria-label={`下载 ${label} ${number} ${word}`}
      disabled={busy}
      onClick={() => download(`/api/v1/cases/${caseId}/papers/${id}.${kind}`)}
    >
      {word}
    </Button>
  );
  return (
    <li>
      <p className="line">
        <strong>{label}</strong>
        <span>{number}</span>
        <time>{date}</time>
      </p>
      {!allowed ? (
        <p className="quiet">载有当事人信息，本环节您不能查看。</p>
      ) : complete ? (
        <p className="line">
          {extra}
          {button('docx', 'Word')}
          {button('pdf', 'PDF')}
          {busy && <span role="status">正在制作……</span>}
        </p>
      ) : (
        <p className="quiet">缺 {missing.map(({ field, reason }) => `${field}（${reason}）`).join('、')}</p>
      )}
      {failed !== null && (
        <p className="fault" role="alert">
          {failed}
        </p>
      )}
      {children}
    </li>
  );
}
