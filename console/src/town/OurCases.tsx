import { useCases } from '../shared/api/reads';
import type { Me } from '../shared/api/types';
import { Loaded } from '../shared/Loaded';
import { ByLight } from './ByLight';
import { WaitingCase } from './WaitingCase';

const MOST = 100;

/** Open cases, whoever's turn it is: those that one handles, or all that concern the organisation. */
export function OurCases({ me, mine }: { readonly me: Me; readonly mine: boolean }) {
  const cases = useCases({ open: true, order: 'due', limit: MOST, ...(mine ? { assignee: me.id } : {}) });
  return (
    <Loaded of={cases}>
      {({ cases: found, next }) => (
        <ByLight
          all={found.map((summary) => ({
            id: summary.caseId,
            light: summary.light,
            card: <WaitingCase summary={summary} org={me.org} />,
          }))}
          more={next === null ? null : `只列出最急的 ${MOST} 件，其余见“案件”。`}
        />
      )}
    </Loaded>
  );
}
