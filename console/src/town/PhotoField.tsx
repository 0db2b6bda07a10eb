import { useEffect, useId, useState } from 'react';
import type { Values } from '../shared/form/Schema';
import { useForm } from '../shared/form/useForm';
import { localOf } from '../shared/times';
import { photoHash } from './photoHash';

interface Taken {
  readonly name: string;
  readonly url: string | null;
}

/** A photo or file of evidence: its fingerprint is taken here, before it leaves the officer's hands. */
export function PhotoField({ fill }: { readonly fill: (values: Values) => void }) {
  const id = useId();
  const { disabled } = useForm();
  const [taken, setTaken] = useState<Taken | null>(null);
  const [said, setSaid] = useState('');
  useEffect(
    () => () => {
      if (taken?.url != null) URL.revokeObjectURL(taken.url);
    },
    [taken],
  );

  async function take(photo: File): Promise<void> {
    setSaid('正在计算指纹……');
    setTaken({ name: photo.name, url: photo.type.startsWith('image/') ? URL.createObjectURL(photo) : null });
    try {
      const sha256 = await photoHash(photo);
      const extension = /\.[a-z0-9]{1,5}$/i.exec(photo.name)?.[0].toLowerCase() ?? '';
      fill({
        sha256,
        storeKey: `evidence/${sha256}${extension}`,
        takenAt: localOf(new Date(photo.lastModified).toISOString()),
      });
      setSaid(`指纹 sha256：${sha256}`);
    } catch {
      setSaid('文件没有读出来，请重新选择。');
    }
  }

  return (
    <div className="field photo">
      <input
        id={id}
        className="unseen"
        type="file"
        accept="image/*,video/*,audio/*,.pdf"
        capture="environment"
        disabled={disabled}
        onChange={({ target }) => {
          const [photo] = target.files ?? [];
          if (photo !== undefined) void take(photo);
        }}
      />
      <label className="button" htmlFor={id}>
        拍照或选择文件
      </label>
      {taken !== null && <span> {taken.name}</span>}
      {taken?.url != null && <img src={taken.url} alt={`所选的照片 ${taken.name}`} />}
      <p className="quiet" role="status">
        {said}
      </p>
      <p className="quiet">
        指纹在本机算出并写入案卷，事后改动一个字节都能查出。文件本身不经本系统传送：请按下面的存放位置存入本单位的取证存储。
      </p>
    </div>
  );
}
