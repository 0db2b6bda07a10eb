import { BUREAU, type OrgId } from '../domain/people';

/** The queue of the legal reviewers, beside those of the towns and of the bureau. */
export const REVIEWERS = 'reviewers';
/** A queue of work: a town's, the bureau's or the reviewers'. */
export type Pool = OrgId;

/** People by pool: a town's or the bureau's certified officers, or reviewers. */
export type Staffing = Readonly<Record<Pool, number>>;

/** Staffing from an instant on, ms. */
export interface Posting {
  readonly from: number;
  readonly staffing: Staffing;
}

/** How many can work at once: officers work in pairs (行政处罚法 42: the limit `officers_min`), a reviewer alone. */
export function handsOf(staffing: Staffing, pool: Pool, officersMin: number): number {
  const people = staffing[pool] ?? 0;
  return pool === REVIEWERS ? people : Math.floor(people / officersMin);
}

/** What somebody wrote of a change of staffing that can't be done; in Chinese. */
export class BadStaffing extends Error {
  override readonly name = 'BadStaffing';
}

/** So many people more or fewer in a pool; a town by its code or its name. */
export interface StaffChange {
  readonly pool: string;
  readonly by: number;
}

/** Reads `510184107=+2,bureau=-3,reviewers=+1`. Throws a BadStaffing that shows how it is written. */
export function readStaffChanges(text: string): readonly StaffChange[] {
  return text.split(',').map((part) => {
    const match = /^\s*([^=\s]+)\s*=\s*([+-]\d{1,3})\s*$/.exec(part);
    if (match === null) throw new BadStaffing(`看不懂“${part}”：应形如 510184107=+2,${BUREAU}=-3,${REVIEWERS}=+1。`);
    const [, pool = '', by = ''] = match;
    return { pool, by: Number(by) };
  });
}

/** Changes on top of a staffing. Throws a BadStaffing that names what is possible. */
export function changeStaffing(
  staffing: Staffing,
  changes: readonly StaffChange[],
  towns: readonly { readonly code: string; readonly name: string }[],
): Staffing {
  const changed: Record<Pool, number> = { ...staffing };
  const seen = new Set<Pool>();
  for (const { pool: named, by } of changes) {
    const pool = towns.find(({ code, name }) => code === named || name === named)?.code ?? named;
    if (staffing[pool] === undefined) {
      const known = towns.map(({ code, name }) => `${code} ${name}`).join('、');
      throw new BadStaffing(`没有“${named}”。可以是 ${BUREAU}（执法局）、${REVIEWERS}（法制审核员）或镇街：${known}。`);
    }
    if (seen.has(pool)) throw new BadStaffing(`“${named}”写了两次。`);
    seen.add(pool);
    const people = staffing[pool] + by;
    if (people < 0) throw new BadStaffing(`“${named}”只有 ${staffing[pool]} 人，不能减少 ${-by} 人。`);
    changed[pool] = people;
  }
  return changed;
}
