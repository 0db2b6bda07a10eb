import { useId, useState } from 'react';
import { useMe } from '../shared/api/reads';
import { fileHash } from '../shared/evidence/fileHash';
import { keepFile, type LocalFile } from '../shared/evidence/localFiles';
import { uploads } from '../shared/evidence/uploads';
import { sendSoon } from '../shared/evidence/useSendFiles';

export interface ChooseAgainProps {
  readonly file: Omit<LocalFile, 'person'>;
  readonly description: string;
}

/** The very file that was registered, chosen from this machine once more. */
export function ChooseAgain({ file, description }: ChooseAgainProps) {
  const id = useId();
  const { data: me } = useMe();
  const [said, setSaid] = useState('');

  async function take(chosen: File, person: string): Promise<void> {
    setSaid('正在核对指纹……');
    try {
      if ((await fileHash(chosen)) !== file.sha256) {
        setSaid('这不是登记的那个文件：指纹不同。请选择原文件，不要选编辑、压缩或者转发过的。');
        return;
      }
      await keepFile({ ...file, person }, chosen);
      setSaid('');
      uploads.set(file, { kind: 'moving', share: 0 });
      sendSoon();
    } catch {
      setSaid('文件没有读出来，请重新选择。');
    }
  }

  return (
    <div className="photo">
      <input
        id={id}
        className="unseen"
        type="file"
        aria-label={`选择文件上传：${description}`}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen !== undefined && me !== undefined) void take(chosen, me.id);
          // The same file again is a choice again.
          target.value = '';
        }}
      />
      <label className="button" htmlFor={id}>
        选择文件上传
      </label>
      <p className="fault" role="status">
        {said}
      </p>
    </div>
  );
}
