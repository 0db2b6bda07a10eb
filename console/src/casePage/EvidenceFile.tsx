import type { EvidenceList } from '../shared/api/types';
import type { Evidence } from '../shared/evidence/evidenceIn';
import { sizeWords } from '../shared/evidence/sizeWords';
import { useUpload } from '../shared/evidence/uploads';
import { ChooseAgain } from './ChooseAgain';
import { EvidencePhoto } from './EvidencePhoto';

export interface EvidenceFileProps {
  readonly evidence: Evidence;
  /** undefined: not known yet. */
  readonly files: EvidenceList | undefined;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'video/mp4': '视频',
  'video/quicktime': '视频',
  'image/heic': 'HEIC 照片',
};

/** The file behind a piece of evidence: to be seen, on its way here, or missing. */
export function EvidenceFile({ evidence, files }: EvidenceFileProps) {
  const { id, sha256, description, storeKey } = evidence;
  const upload = useUpload({ caseId: files?.caseId ?? '', sha256 });
  const file = files?.files.find((each) => each.id === id);
  const where = <p className="quiet">存放位置 {storeKey}</p>;
  if (files === undefined || file === undefined || file.stored === null) return where;
  const { caseId } = files;
  const chooseAgain = (anew: boolean) =>
    file.mayHandIn && <ChooseAgain file={{ caseId, sha256, anew }} description={description} />;

  switch (upload?.kind) {
    case 'moving': {
      const percent = Math.floor(upload.share * 100);
      return (
        <p className="line">
          <progress aria-label={`上传“${description}”`} max={100} value={percent} />
          <span>{percent < 100 ? `正在上传 ${percent}%` : '正在存入……'}</span>
        </p>
      );
    }
    case 'waiting':
      return <p className="warning">还没有传完，会自动重试：{upload.why}</p>;
    case 'refused':
      return (
        <>
          <p className="fault">文件没有传上去：{upload.why}</p>
          {chooseAgain(file.stored)}
        </>
      );
    case undefined:
      break;
  }
  if (!file.stored) {
    return (
      <>
        <p className="warning">文件未上传</p>
        {where}
        {chooseAgain(false)}
      </>
    );
  }
  if (!files.maySee) {
    return <p className="quiet">文件已存。里面可能有当事人等人的信息，本环节您不能查看。</p>;
  }
  const path = `/api/v1/cases/${caseId}/evidence/${sha256}`;
  const kind = file.type === null ? '文件' : (TYPE_WORDS[file.type] ?? '照片');
  const take = `下载${kind}（${sizeWords(file.size ?? 0)}）`;
  return (
    <>
      {file.shown && <EvidencePhoto path={path} description={description} instead={chooseAgain(true)} />}
      <p>
        <a href={`${path}?download=true`} download aria-label={`${take}：${description}`}>
          {take}
        </a>
      </p>
    </>
  );
}
