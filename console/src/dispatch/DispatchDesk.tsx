import { useState } from 'react';
import { Link } from 'react-router';
import { useClues, useOverview, usePoints } from '../shared/api/reads';
import type { ClueQuery } from '../shared/api/types';
import { Card } from '../shared/Card';
import { LightMark } from '../shared/LightMark';
import { Loaded } from '../shared/Loaded';
import { Pager } from '../shared/Pager';
import { State } from '../shared/State';
import { TownMap } from '../shared/TownMap';
import { ClueDetail } from './ClueDetail';
import { ClueList } from './ClueList';
import { PointTable } from './PointTable';
import { Returns } from './Returns';
import './dispatch.css';

const VIEWS: Readonly<Record<string, { readonly label: string; readonly query: ClueQuery }>> = {
  waiting: { label: '待研判', query: { outcome: 'desk', settled: false, order: 'due', limit: 50 } },
  all: { label: '新到的全部线索', query: { limit: 50 } },
  not_ours: { label: '不属本部门', query: { outcome: 'not_ours', limit: 50 } },
  to_ask: { label: '待回访', query: { asked: false, limit: 50 } },
  duplicate: { label: '重复上报', query: { outcome: 'duplicate', limit: 50 } },
};

/** 派单: what comes in, what triage made of it and why, and what waits for a person. */
export function DispatchDesk() {
  const [view, setView] = useState('waiting');
  const [turned, setTurned] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const { label, query } = VIEWS[view] ?? { label: '', query: {} };
  const cursor = turned.at(-1);
  const clues = useClues({ ...query, ...(cursor === undefined ? {} : { cursor }) });
  const overview = useOverview();
  const overdue = overview.data?.clues.reduce((sum, clue) => sum + clue.overdue, 0) ?? 0;
  const points = usePoints();
  // Opened once and kept, whatever comes in or goes: what one reads, and writes about, must not change under one's hands.
  const first = clues.isFetching ? undefined : clues.data?.clues[0]?.clueId;
  if (chosen === null && first !== undefined) setChosen(first);

  function look(at: string, pages: readonly string[]): void {
    setView(at);
    setTurned(pages);
    setChosen(null);
  }

  return (
    <>
      <div className="line desk-head">
        <h1>派单</h1>
        <Link className="button primary" to="/dispatch/report">
          上报线索
        </Link>
      </div>
      <div className="two-panes">
        <Card
          title="线索"
          extra={
            <label>
              <span className="quiet">看</span>{' '}
              <select value={view} onChange={({ target }) => look(target.value, [])}>
                {Object.entries(VIEWS).map(([name, each]) => (
                  <option key={name} value={name}>
                    {each.label}
                  </option>
                ))}
              </select>
            </label>
          }
        >
          <Loaded of={clues}>
            {({ clues: found, next }) => (
              <>
                {view === 'waiting' && overdue > 0 && <LightMark light="red" label={`${overdue} 条已超期`} />}
                {found.length === 0 && (
                  <State kind="empty" title={view === 'waiting' ? '没有等着研判的线索' : `没有“${label}”的线索`}>
                    <p>新线索会自动出现在这里。</p>
                  </State>
                )}
                <ClueList clues={found} more={next !== null} chosen={chosen} choose={setChosen} />
                <Pager turned={turned} next={next} turn={(pages) => look(view, pages)} />
              </>
            )}
          </Loaded>
        </Card>
        <section aria-label="选中的线索">{chosen !== null && <ClueDetail key={chosen} clueId={chosen} />}</section>
      </div>
      <Returns />
      <Card title="各镇街">
        <p className="quiet">颜色取在办案件中最急的灯；点镇街看它的案件。有坐标的案件和待研判线索按方位标在镇街内。</p>
        <Loaded of={overview}>{(data) => <TownMap overview={data} points={points.data?.points ?? null} />}</Loaded>
        {points.data !== undefined && <PointTable points={points.data.points} more={points.data.more} />}
      </Card>
    </>
  );
}
