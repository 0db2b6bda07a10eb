/** Which desks somebody works at; the first is where they begin. */
export interface Desk {
  readonly to: string;
  readonly label: string;
}

const TOWN = { to: '/town', label: '办案' };
const DISPATCH = { to: '/dispatch', label: '派单' };
const REPORT = { to: '/dispatch/report', label: '上报线索' };
const REVIEW = { to: '/review', label: '法制审核' };
const SUPERVISION = { to: '/supervision', label: '督查' };
const URGING = { to: '/supervision/urging', label: '催办督办' };
const EVALUATION = { to: '/supervision/evaluation', label: '履职评估' };
const WHAT_IF = { to: '/supervision/what-if', label: '推演' };
const CASES = { to: '/cases', label: '案件' };
const ADMINISTRATION = { to: '/administration', label: '系统管理' };
const WALL = { to: '/wall', label: '大屏' };

const ALL: readonly Desk[] = [
  ...[TOWN, DISPATCH, REPORT, REVIEW, SUPERVISION, URGING, EVALUATION, WHAT_IF, CASES, ADMINISTRATION, WALL],
];

/** The desk that an address belongs to; null: it is everybody's. */
export function deskOf(path: string): string | null {
  const within = ALL.filter(({ to }) => path === to || path.startsWith(`${to}/`));
  return within.sort((one, other) => other.to.length - one.to.length)[0]?.to ?? null;
}

export function desksOf(role: string): readonly [Desk, ...Desk[]] {
  switch (role) {
    case 'dispatcher':
      return [DISPATCH, REPORT, CASES, SUPERVISION, WALL];
    case 'legal_reviewer':
      return [REVIEW, CASES];
    case 'bureau_officer':
      return [TOWN, REPORT, CASES];
    case 'leader':
    case 'supervisor':
      return [SUPERVISION, URGING, EVALUATION, WHAT_IF, DISPATCH, CASES, WALL];
    case 'admin':
      return [ADMINISTRATION, SUPERVISION, EVALUATION, WHAT_IF, DISPATCH, CASES, WALL];
    case 'security_admin':
      return [ADMINISTRATION];
    case 'auditor':
      return [ADMINISTRATION, CASES];
    default:
      return [TOWN, REPORT, CASES];
  }
}
