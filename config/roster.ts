import { basename, dirname } from 'node:path';
import type { LawDate } from '../domain/catalogue';
import { ROLES, type Role } from '../domain/people';
import { Problems } from './problems';
import { readTable } from './readTable';

/** Somebody who may sign in, as the roster file has them. */
export interface RosterEntry {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly org: string;
  readonly certificateNo: string | null;
  readonly certificateUntil: LawDate | null;
  /** 国家统一法律职业资格. */
  readonly qualified: boolean;
}

const COLUMNS = ['id', 'name', 'role', 'org', 'certificate_no', 'certificate_until', 'legal_qualification'] as const;
const ROLES_OF_PEOPLE = ROLES.filter((role) => role !== 'system') as [Role, ...Role[]];

/** Reads a roster. Throws a CatalogueError that lists every problem with its file, line and column. */
export function loadRoster(file: string, orgs: ReadonlySet<string>): readonly RosterEntry[] {
  const problems = new Problems();
  const seen = new Set<string>();
  const people = readTable(dirname(file), basename(file), COLUMNS, problems).map((row) => {
    const id = row.matching('id', /^[a-z0-9-]{1,64}$/, '小写字母、数字和连字符，不超过 64 个');
    if (seen.has(id)) row.fail('id', '不能重复');
    seen.add(id);
    const org = row.text('org');
    if (!orgs.has(org)) row.fail('org', '应为镇街代码、bureau 或 dispatch_centre');
    const certified = row.raw('certificate_no') !== '';
    return {
      id,
      name: row.text('name'),
      role: row.oneOf('role', ROLES_OF_PEOPLE),
      org,
      certificateNo: certified ? row.text('certificate_no') : null,
      certificateUntil: certified ? row.date('certificate_until') : null,
      qualified: row.raw('legal_qualification') !== '' && row.flag('legal_qualification', 'yes', 'no'),
    };
  });
  // Whoever isn't listed is retired: an empty file would take everybody's competence away.
  if (people.length === 0) {
    problems.add({ file: basename(file), line: null, column: null, value: null, allowed: '名册里没有人' });
  }
  problems.throwIfAny();
  return people;
}
