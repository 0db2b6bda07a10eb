import { drafts, forgetDrafts } from '../shared/drafts';
import { filesOf, forgetFiles } from '../shared/evidence/localFiles';

/**
 * Drafts name people and photos show them: they don't stay for whoever comes next to this machine. What was written may be nowhere else,
 * so it doesn't go unsaid. Returns whether all is gone; false where the person would rather stay.
 */
export async function leaveNothing(person: string): Promise<boolean> {
  const files = (await filesOf(person)).length;
  const forms = drafts().length;
  const kept = [
    ...(forms === 0 ? [] : [`${forms} 份表单没有提交`]),
    ...(files === 0 ? [] : [`${files} 份证据文件没有传完或者没有登记，以后只能找到原文件重新上传`]),
  ];
  if (kept.length > 0 && !confirm(`还有 ${kept.join('，')}。现在退出，会从本机删除。仍要退出吗？`)) return false;
  forgetDrafts();
  await forgetFiles(person);
  return true;
}
