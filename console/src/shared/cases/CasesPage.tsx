import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCases, useOverview } from '../api/reads';
import type { CaseQuery } from '../api/types';
import { Loaded } from '../Loaded';
import { Pager } from '../Pager';
import { State } from '../State';
import { CaseRow } from './CaseRow';
import { CaseFilters, FILTERS } from './CaseFilters';
import './cases.css';
import { CaseSearch } from './CaseSearch';

const PAGE = 20;

/** 案件: all that the reader may see. The filters stand in the address, so that a desk can lead to any cut of it. */
export function CasesPage() {
  const [given, setGiven] = useSearchParams();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const filters = Object.fromEntries(
    FILTERS.flatMap((name) => (given.get(name) === null ? [] : [[name, given.get(name)]])),
  );
  const cursor = cursors.at(-1);
  const order = given.get('order') === 'due' ? 'due' : 'newest';
  const { open, ...others } = filters;
  const query = {
    limit: PAGE,
    order,
    ...others,
    ...(open === undefined || open === null ? {} : { open: open === 'true' }),
    ...(cursor === undefined ? {} : { cursor }),
  } as CaseQuery;
  const cases = useCases(query);
  const { data: overview } = useOverview();
  const choose = (name: string, value: string): void => {
    setCursors([]);
    setGiven((before) => {
      const next = new URLSearchParams(before);
      if (value === '') next.delete(name);
      else next.set(name, value);
      return next;
    });
  };
  return (
    <>
      <h1>案件</h1>
      <CaseSearch key={filters['q'] ?? ''} sought={filters['q'] ?? ''} seek={(text) => choose('q', text)} />
      {overview !== undefined && (
        <CaseFilters
          overview={overview}
          chosen={{ ...filters, order }}
          choose={choose}
          clear={() => {
            setCursors([]);
            setGiven({});
          }}
        />
      )}
      <Loaded of={cases}>
        {({ cases: found, next }) => (
          <section className="card" aria-label="案件列表">
            {found.length === 0 ? (
              Object.keys(filters).length > 0 ? (
                <State kind="empty" title="没有符合筛选条件的案件">
                  <p>可以放宽或清除筛选。</p>
                </State>
              ) : (
                <State kind="empty" title="还没有案件">
                  <p>上报的线索成案后会出现在这里。</p>
                </State>
              )
            ) : (
              <>
                {/* For the eye: each row says the same by itself. */}
                <p className="case-heads" aria-hidden="true">
                  <span>灯</span>
                  <span>事项、编号</span>
                  <span>发生地、承办</span>
                  <span>环节、分级</span>
                  <span>到期</span>
                </p>
                <ul className="cases">
                  {found.map((summary) => (
                    <CaseRow key={summary.caseId} summary={summary} />
                  ))}
                </ul>
              </>
            )}
            <Pager turned={cursors} next={next} turn={setCursors} />
          </section>
        )}
      </Loaded>
    </>
  );
}
