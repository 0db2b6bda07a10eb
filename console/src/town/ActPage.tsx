import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useActForm, useCase, useMe, useTimeline } from '../shared/api/reads';
import type { TimelineEntry } from '../shared/api/types';
import { Loaded } from '../shared/Loaded';
import { ActForm } from './ActForm';
import { asksAgain } from './carriedFor';
import './town.css';

/** One act of one case, on a page of its own: a phone has room for nothing else. */
export function ActPage() {
  const { caseId = '', act = '' } = useParams();
  const { data: me } = useMe();
  const one = useCase(caseId);
  const form = useActForm(act);
  return (
    <Loaded of={one}>
      {(found) => (
        <Loaded of={form}>
          {({ label, schema, previewed }) =>
            me !== undefined && (
              <Earlier key={`${caseId}/${act}`} caseId={caseId} act={act}>
                {(events) => <ActForm {...{ me, act, label, schema, previewed, events }} case={found} />}
              </Earlier>
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}

interface EarlierProps {
  readonly caseId: string;
  readonly act: string;
  readonly children: (events: readonly TimelineEntry[]) => ReactNode;
}

/** What happened so far is waited for only where the form begins with it: every other act opens without. */
function Earlier({ caseId, act, children }: EarlierProps) {
  return asksAgain(act) ? <WithTimeline caseId={caseId}>{children}</WithTimeline> : children([]);
}

function WithTimeline({ caseId, children }: Omit<EarlierProps, 'act'>) {
  const timeline = useTimeline(caseId);
  return <Loaded of={timeline}>{({ events }) => children(events)}</Loaded>;
}
