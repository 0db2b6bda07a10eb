/** What an administrator looks after; the first part of a role is where they begin. */
export const PARTS = {
  catalogue: '目录与试算',
  formulas: '公式',
  law: '在办案件的期限数据',
  notices: '未送达的通知',
  people: '人员与执法证',
  roles: '岗位与权限',
  sessions: '登录',
  'sign-ins': '登录记录',
  refusals: '被拒绝的操作',
  exports: '导出记录',
} as const;
export type Part = keyof typeof PARTS;

/** Three kept apart: who runs the system, who lets people in, and who looks at what both have done. */
export function partsOf(role: string): readonly Part[] {
  switch (role) {
    case 'admin':
      return ['catalogue', 'formulas', 'law', 'notices'];
    case 'security_admin':
      return ['people', 'roles', 'sessions', 'sign-ins'];
    case 'auditor':
      return ['refusals', 'exports', 'people', 'roles', 'sessions', 'sign-ins', 'catalogue', 'formulas'];
    default:
      return [];
  }
}
