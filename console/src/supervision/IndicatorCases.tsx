import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useIndicatorCases } from '../shared/api/reads';
import type { IndicatorCasesQuery } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { durationWords } from './durationWords';

export interface IndicatorCasesProps {
  readonly id: string;
  readonly query: IndicatorCasesQuery;
  readonly name: string;
}

/** The cases behind a figure, shown where they were asked for; those that don't count for it first. */
export function IndicatorCases({ id, query, name }: IndicatorCasesProps) {
  const cases = useIndicatorCases(id, query);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It stands below everything: whoever asked for it would not see that it came.
    place.current?.scrollIntoView();
    place.current?.focus({ preventScroll: true });
  }, [name, id]);
  return (
    <div ref={place} tabIndex={-1}>
      <Card title={`${name}：背后的案件`}>
        <Loaded of={cases}>
          {({ cases: found, more }) =>
            found.length === 0 ? (
              <State kind="empty" title="没有案件" />
            ) : (
              <>
                <ul className="plain">
                  {found.map(({ caseId, day, hit, ms }, at) => (
                    <li key={`${caseId}${at}`}>
                      <span className="tag">{hit ? '计入分子' : '不在分子'}</span>{' '}
                      <Link to={`/cases/${caseId}`}>{caseId}</Link> {day}
                      {ms > 0 && `，${durationWords(ms)}`}
                    </li>
                  ))}
                </ul>
                {more && <p className="quiet">只列出前 500 件，请缩短起止日期。</p>}
              </>
            )
          }
        </Loaded>
      </Card>
    </div>
  );
}
