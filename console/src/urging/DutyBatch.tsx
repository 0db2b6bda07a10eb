import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useDuties, useOverview } from '../shared/api/reads';
import type { Duty, Me } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { BatchForm } from './BatchForm';
import { BatchProgress } from './BatchProgress';
import { DutyFilters, DUTY_FILTERS } from './DutyFilters';
import { DutyRow } from './DutyRow';
import { useBatch } from './useBatch';

const MOST = 200;
const idOf = ({ caseId, id }: Duty): string => `${caseId}/${id}`;

/** What is owed, the earliest due first: ticked, and urged or ordered together. */
export function DutyBatch({ me }: { readonly me: Me }) {
  const [given, setGiven] = useSearchParams();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { batch, sending, start, again, putAway } = useBatch(me.id);
  const { data: overview } = useOverview();
  const filters = Object.fromEntries(
    DUTY_FILTERS.flatMap((name) => (given.get(name) === null ? [] : [[name, given.get(name)]])),
  );
  const duties = useDuties({ ...filters, limit: MOST });
  const choose = (name: string, value: string): void =>
    setGiven((before) => {
      const next = new URLSearchParams(before);
      if (value === '') next.delete(name);
      else next.set(name, value);
      return next;
    });
  const tick = (duty: Duty, on: boolean): void => {
    const next = new Set(ticked);
    if (on) next.add(idOf(duty));
    else next.delete(idOf(duty));
    setTicked(next);
  };
  if (batch !== null) return <BatchProgress batch={batch} sending={sending} again={again} putAway={putAway} />;
  return (
    <>
      {overview !== undefined && (
        <DutyFilters overview={overview} chosen={filters} choose={choose} clear={() => setGiven({})} />
      )}
      <Loaded of={duties}>
        {({ duties: found, next }) => {
          // What was ticked and has been done meanwhile is not asked for any more.
          const chosen = found.filter((duty) => ticked.has(idOf(duty)));
          return found.length === 0 ? (
            <State kind="empty" title={given.size > 0 ? '没有符合筛选条件的事项' : '没有待履职事项'}>
              <p>{given.size > 0 ? '可以放宽或清除筛选。' : '有案件在办时，应办的事会出现在这里。'}</p>
            </State>
          ) : (
            <div className="two-panes duties-and-form">
              <Card
                title={`待履职事项 ${found.length}${next === null ? '' : '+'}`}
                extra={
                  <label className="tick">
                    <input
                      type="checkbox"
                      checked={chosen.length === found.length}
                      onChange={({ target }) => setTicked(target.checked ? new Set(found.map(idOf)) : new Set())}
                    />
                    全选
                  </label>
                }
              >
                <ul className="plain duties">
                  {found.map((duty) => (
                    <DutyRow
                      key={idOf(duty)}
                      duty={duty}
                      ticked={ticked.has(idOf(duty))}
                      tick={(on) => tick(duty, on)}
                    />
                  ))}
                </ul>
                {next !== null && <p className="quiet">只列出最急的 {MOST} 项，其余请用筛选缩小范围。</p>}
              </Card>
              <BatchForm
                me={me}
                duties={chosen}
                send={(act, body) => {
                  setTicked(new Set());
                  start(act, body, chosen);
                }}
              />
            </div>
          );
        }}
      </Loaded>
    </>
  );
}
