import { useState } from 'react';
import { Link } from 'react-router';
import { useClues, useOverview, usePoints } from '../shared/api/reads';
import type { ClueQuery } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { TownMap } from '../shared/TownMap';
import { ClueDetail } from './ClueDetail';
import { ClueList } from './ClueList';
import { PointTable } from './PointTable';
import { Returns } from './Returns';
import './dispatch.css';

const VIEWS: Readonly<Record<string, { readonly label: string; readonly query: ClueQuery }>> = {
  waiting: { label: '待研判', query: { outcome: 'desk', settled: false, limit: 50 } },
  all: { label: '新到的全部线索', query: { limit: 50 } },
  not_ours: { label: '不属本部门', query: { outcome: 'not_ours', limit: 50 } },
  to_ask: { label: '待回访', query: { asked: false, limit: 50 } },
  duplicate: { label: '重复上报', query: { outcome: 'duplicate', limit: 50 } },
};

/** 派单: what comes in, what triage made of it and why, and what waits for a person. */
export function DispatchDesk() {
  const [view, setView] = useState('waiting');
  const [chosen, setChosen] = useState<string | null>(null);
  const { label, query } = VIEWS[view] ?? { label: '', query: {} };
  const clues = useClues(query);
  const overview = useOverview();
  const points = usePoints();
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
              <select value={view} onChange={({ target }) => setView(target.value)}>
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
            {({ clues: found, next }) =>
              found.length === 0 ? (
                <State kind="empty" title={view === 'waiting' ? '没有等着研判的线索' : `没有“${label}”的线索`}>
                  <p>新线索会自动出现在这里。</p>
                </State>
              ) : (
                <ClueList
                  clues={found}
                  more={next !== null}
                  chosen={chosen ?? found[0]?.clueId ?? null}
                  choose={setChosen}
                />
              )
            }
          </Loaded>
        </Card>
        <section aria-label="选中的线索">
          <Loaded of={clues}>
            {({ clues: found }) => {
              const clueId = found.find((each) => each.clueId === chosen)?.clueId ?? found[0]?.clueId;
              return clueId === undefined ? null : <ClueDetail key={clueId} clueId={clueId} />;
            }}
          </Loaded>
        </section>
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
