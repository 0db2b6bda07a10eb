import { filesOf, forgetFile } from './localFiles';
import { uploads, useUploads } from './uploads';

/** On every page: how many files are on their way, for whoever would sign out or switch off now. */
export function UploadsLine({ person }: { readonly person: string }) {
  const all = [...useUploads().values()];
  const refused = all.filter(({ kind }) => kind === 'refused').length;
  const underWay = all.length - refused;
  if (all.length === 0) return null;
  return (
    <p className="away" role="status">
      {underWay > 0 && `${underWay} 份证据文件正在上传，断网会自动重传；传完以前请不要退出登录。`}
      {refused > 0 && (
        <>
          {`${refused} 份证据文件没有传上去，原因见其案件页的“证据”。`}
          <button type="button" className="link" onClick={() => void giveUp(person)}>
            不再上传，从本机删除
          </button>
        </>
      )}
    </p>
  );
}

/** What the service will never take lies here no longer than somebody wants it to. */
async function giveUp(person: string): Promise<void> {
  for (const file of await filesOf(person)) {
    if (uploads.of(file)?.kind !== 'refused') continue;
    await forgetFile(file);
    uploads.set(file, null);
  }
}
