import { Button } from 'antd';
import { useState } from 'react';
import { useDuties } from '../shared/api/reads';
import type { Duty, Me } from '../shared/api/types';
import { Loaded } from '../shared/Loaded';
import { ByLight } from './ByLight';
import { byUrgency } from './byUrgency';
import { DutyCard } from './DutyCard';

/** As many as a phone on a bad link gets at once; more where they are wished. */
const FEW = 40;
const MOST = 200;

/** What this organisation owes, whoever has the case: its own steps, its help to others, its answers. */
export function OurDuties({ me }: { readonly me: Me }) {
  const [limit, setLimit] = useState(FEW);
  const duties = useDuties({ org: me.org, limit });
  return (
    <Loaded of={duties}>
      {({ duties: found, next }) => (
        <ByLight
          all={casesOf(found).map((owed) => ({
            id: owed[0].caseId,
            light: owed[0].light,
            card: <DutyCard me={me} duties={owed} />,
          }))}
          more={
            next === null ? null : limit === FEW ? (
              <Button onClick={() => setLimit(MOST)}>{`这是最急的 ${FEW} 项，再列出一些`}</Button>
            ) : (
              `只列出最急的 ${MOST} 项，其余见“案件”。`
            )
          }
        />
      )}
    </Loaded>
  );
}

/** A case stands once in the list, with all that is owed in it, the most urgent first. */
function casesOf(duties: readonly Duty[]): readonly (readonly [Duty, ...Duty[]])[] {
  const byCase = new Map<string, [Duty, ...Duty[]]>();
  for (const duty of duties.toSorted(byUrgency)) {
    const before = byCase.get(duty.caseId);
    if (before === undefined) byCase.set(duty.caseId, [duty]);
    else before.push(duty);
  }
  return [...byCase.values()];
}
