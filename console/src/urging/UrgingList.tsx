import { useState } from 'react';
import { useUrgings } from '../shared/api/reads';
import type { UrgingQuery } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { Pager } from '../shared/Pager';
import { State } from '../shared/State';
import { UrgingRow } from './UrgingRow';

const STANDINGS = { '': '全部', waiting: '待答复', to_check: '已答复、待核查', done: '已办结' } as const;
const KINDS = { '': '全部', urge: '催办', order: '督办' } as const;
const PAGE = 50;

/** What was asked and what was answered; `listed`: only what hangs out for all to see. */
export function UrgingList({ listed }: { readonly listed: boolean }) {
  const [standing, setStanding] = useState<keyof typeof STANDINGS>('');
  const [kind, setKind] = useState<keyof typeof KINDS>('');
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const query: UrgingQuery = {
    limit: PAGE,
    ...(listed ? { listed: true } : kind === '' ? {} : { kind }),
    ...(standing === '' ? {} : { standing }),
    ...(cursor === undefined ? {} : { cursor }),
  };
  const urgings = useUrgings(query);
  return (
    <>
      <form className="filters card" aria-label="筛选" onSubmit={(event) => event.preventDefault()}>
        <label>
          办理情况
          <select
            value={standing}
            onChange={({ target }) => {
              setCursors([]);
              setStanding(target.value as keyof typeof STANDINGS);
            }}
          >
            {Object.entries(STANDINGS).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {!listed && (
          <label>
            种类
            <select
              value={kind}
              onChange={({ target }) => {
                setCursors([]);
                setKind(target.value as keyof typeof KINDS);
              }}
            >
              {Object.entries(KINDS).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        )}
      </form>
      <Loaded of={urgings}>
        {({ urgings: found, next }) => (
          <Card title={listed ? '挂牌督办' : '催办和督办'}>
            <p className="quiet">只列未结案件的；已结案件的见其案卷。</p>
            {found.length === 0 ? (
              <State kind="empty" title={listed ? '没有挂牌督办的案件' : '没有符合条件的催办、督办'}>
                <p>
                  {listed ? '挂牌督办由执法局负责人在“待履职事项”中下达。' : '可以放宽筛选，或到“待履职事项”下达。'}
                </p>
              </State>
            ) : (
              <ul className="plain">
                {found.map((urging) => (
                  <UrgingRow key={`${urging.caseId}/${urging.id}`} urging={urging} />
                ))}
              </ul>
            )}
            <Pager turned={cursors} next={next} turn={setCursors} />
          </Card>
        )}
      </Loaded>
    </>
  );
}
