import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useCases, useMe } from '../shared/api/reads';
import type { CaseQuery, CaseSummary, Me } from '../shared/api/types';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { LightCounts } from './LightCounts';
import { Notices } from './Notices';
import { WaitingCase } from './WaitingCase';

const WHOSE = { ours: '本单位承办', mine: '我承办的', all: '与本单位有关' } as const;
type Whose = keyof typeof WHOSE;
const PAGE = 50;
const URGENCY = ['red', 'yellow', 'green', 'grey'];

/** 办案: what waits, the most urgent first. Made for one hand and a phone. */
export function TownDesk() {
  const { data: me } = useMe();
  return me === undefined ? null : <Waiting me={me} />;
}

function Waiting({ me }: { readonly me: Me }) {
  const [whose, setWhose] = useState<Whose>('ours');
  const [light, setLight] = useState<string | null>(null);
  const [limit, setLimit] = useState(PAGE);
  const query: CaseQuery = {
    open: true,
    order: 'due',
    limit,
    ...(whose === 'ours' ? { owner: me.org } : whose === 'mine' ? { assignee: me.id } : {}),
    ...(light === null ? {} : { light: light as NonNullable<CaseQuery['light']> }),
  };
  const cases = useCases(query);
  return (
    <div className="narrow">
      <h1>{`${me.orgName}：等着办的案件`}</h1>
      <LightCounts me={me} chosen={light} choose={setLight} />
      <Segmented<Whose>
        block
        aria-label="看哪些案件"
        options={Object.entries(WHOSE).map(([value, label]) => ({ value: value as Whose, label }))}
        value={whose}
        onChange={setWhose}
      />
      <Loaded of={cases}>
        {({ cases: found, next }) =>
          found.length === 0 ? (
            <State kind="empty" title="没有等着办的案件">
              <p>{light === null ? '新派来的案件会自动出现在这里。' : '可以点上面的灯取消筛选。'}</p>
            </State>
          ) : (
            <>
              <ul className="waiting">
                {found.toSorted(byLight).map((summary) => (
                  <WaitingCase key={summary.caseId} summary={summary} org={me.org} />
                ))}
              </ul>
              {next !== null && limit < 100 && (
                <Button block onClick={() => setLimit(100)}>
                  再看更多
                </Button>
              )}
              {next !== null && limit >= 100 && <p className="quiet">只列出最急的 100 件，其余见“案件”。</p>}
            </>
          )
        }
      </Loaded>
      <Notices />
    </div>
  );
}

/** They come by due time; what is red stands above what isn't, and what is paused last. */
const byLight = (one: CaseSummary, other: CaseSummary): number =>
  URGENCY.indexOf(one.light) - URGENCY.indexOf(other.light);
