import { forgetDrafts } from '../shared/drafts';
import { filesOf, forgetFiles } from '../shared/evidence/localFiles';

/**
 * Drafts name people and photos show them: they don't stay for whoever comes next to this machine. A photo may be nowhere else, so it
 * doesn't go unsaid. Returns whether all is gone; false where the person would rather stay.
 */
export async function leaveNothing(person: string): Promise<boolean> {
  const count = (await filesOf(person)).length;
  if (
    count > 0 &&
    !confirm(
      `还有 ${count} 份证据文件没有传完或者没有登记。现在退出，会从本机删除，以后只能找到原文件重新上传。仍要退出吗？`,
    )
  )
    return false;
  forgetDrafts();
  await forgetFiles(person);
  return true;
}
