import { useTimeline } from '../shared/api/reads';

/** Who has acted in the case, in which role, and what: from the events, so nobody is left out. */
export function RolesOf({ caseId }: { readonly caseId: string }) {
  const { data } = useTimeline(caseId);
  const people = new Map<string, { readonly who: string; readonly did: Set<string> }>();
  for (const { who, what } of data?.events ?? []) {
    if (who.id === 'system') continue;
    const known = people.get(who.id) ?? {
      who: `${who.name ?? who.id}（${who.roleLabel}，${who.orgName}）`,
      did: new Set<string>(),
    };
    if (what !== '进入环节') known.did.add(what);
    people.set(who.id, known);
  }
  if (people.size === 0) return <p className="quiet">还没有人办过这个案件。</p>;
  return (
    <ul>
      {[...people].map(([id, { who, did }]) => (
        <li key={id}>
          {who} <span className="quiet">{[...did].join('、')}</span>
        </li>
      ))}
    </ul>
  );
}
