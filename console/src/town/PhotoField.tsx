import { useEffect, useState } from 'react';
import { useEvidence } from '../shared/api/reads';
import type { CaseView } from '../shared/api/types';
import { evidenceIn } from '../shared/evidence/evidenceIn';
import { fileHash } from '../shared/evidence/fileHash';
import { forgetFile, keepFile, readFile } from '../shared/evidence/localFiles';
import { sizeWords } from '../shared/evidence/sizeWords';
import type { Values } from '../shared/form/Schema';
import { useForm } from '../shared/form/useForm';
import { localOf } from '../shared/times';

export interface PhotoFieldProps {
  readonly person: string;
  readonly case: CaseView;
  /** The fingerprint that stands in the form; chosen before a reload, maybe. */
  readonly chosen: unknown;
  readonly fill: (values: Values) => void;
}

/** With `capture` a phone goes straight to its camera and offers nothing else: the gallery needs a way of its own. */
const WAYS = [
  { id: 'photo-taken', label: '拍照', accept: 'image/*', capture: 'environment' },
  { id: 'field-sha256', label: '选择照片或文件', accept: 'image/*,video/*,audio/*,.pdf' },
] as const;
const FAULT = 'field-sha256-fault';

interface Taken {
  readonly name: string;
  readonly url: string | null;
  readonly size: number;
}

/** A photo or file of evidence: its fingerprint is taken here, before it leaves the officer's hands, and it stays here until it is sent. */
export function PhotoField({ person, case: one, chosen, fill }: PhotoFieldProps) {
  const { disabled, faults } = useForm();
  const { caseId } = one.summary;
  const { data: files } = useEvidence(caseId);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [said, setSaid] = useState('');
  useEffect(
    () => () => {
      if (taken?.url != null) URL.revokeObjectURL(taken.url);
    },
    [taken],
  );

  // After a reload the form says which one it was; here it still is.
  useEffect(() => {
    if (taken !== null || typeof chosen !== 'string') return;
    let left = false;
    void readFile({ person, caseId, sha256: chosen, anew: false }).then((content) => {
      if (content !== null && !left) setTaken(shown(content, '已选的文件'));
    });
    return () => {
      left = true;
    };
  }, [caseId, chosen, person, taken]);

  async function take(photo: File): Promise<void> {
    setSaid('正在计算指纹……');
    setTaken(shown(photo, photo.name));
    try {
      const sha256 = await fileHash(photo);
      const extension = /\.[a-z0-9]{1,5}$/i.exec(photo.name)?.[0].toLowerCase() ?? '';
      fill({
        sha256,
        storeKey: `evidence/${sha256}${extension}`,
        takenAt: localOf(new Date(photo.lastModified).toISOString()),
      });
      const kept = await keep(sha256, photo);
      setSaid(kept ? '' : '本机存不下这个文件：登记并传完以前请不要刷新或者关闭页面。');
    } catch {
      setSaid('文件没有读出来，请重新选择。');
    }
  }

  /** Until it is registered and sent. The one that it replaces goes, unless that is registered already and on its way. */
  async function keep(sha256: string, photo: File): Promise<boolean> {
    if (typeof chosen === 'string' && chosen !== sha256 && !evidenceIn(one).some((each) => each.sha256 === chosen))
      await forgetFile({ person, caseId, sha256: chosen, anew: false });
    const limit = files?.limit;
    if (limit === null || (limit !== undefined && photo.size > limit)) return true;
    return keepFile({ person, caseId, sha256, anew: false }, photo);
  }

  return (
    <div className="field photo">
      <p className="line">
        {WAYS.map(({ id, label, ...how }) => (
          <span key={id}>
            <input
              {...how}
              id={id}
              className="unseen"
              type="file"
              aria-describedby={faults['sha256'] === undefined ? undefined : FAULT}
              disabled={disabled}
              onChange={({ target }) => {
                const [photo] = target.files ?? [];
                if (photo !== undefined) void take(photo);
              }}
            />
            <label className="button" htmlFor={id}>
              {label}
            </label>
          </span>
        ))}
      </p>
      {faults['sha256'] !== undefined && (
        <p className="fault" id={FAULT} role="alert">
          {typeof chosen === 'string' ? faults['sha256'] : '请先拍照或者选择文件。'}
        </p>
      )}
      {taken !== null && <span> {taken.name}</span>}
      {taken?.url != null && <img src={taken.url} alt={`所选的照片 ${taken.name}`} />}
      <p className="quiet" role="status">
        {said}
      </p>
      {typeof chosen === 'string' && <p className="quiet">指纹 sha256：{chosen}</p>}
      {files !== undefined && files.limit !== null && taken !== null && taken.size > files.limit && (
        <p className="warning" role="alert">
          {`这个文件有 ${sizeWords(taken.size)}，超过 ${sizeWords(files.limit)}，登记以后传不上去：请另行保存原件，或者换一个小的。`}
        </p>
      )}
      <p className="quiet">
        指纹在本机算出并写入案卷，事后改动一个字节都能查出。
        {files?.limit === null
          ? '文件本身不经本系统传送：请按下面的存放位置存入本单位的取证存储。'
          : '文件先存在本机，登记以后自动上传，断网会自动重传；传完即从本机删除。'}
      </p>
    </div>
  );
}

function shown(content: Blob, name: string): Taken {
  const url = content.type.startsWith('image/') ? URL.createObjectURL(content) : null;
  return { name, url, size: content.size };
}
