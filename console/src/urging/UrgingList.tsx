import { useState } from 'react';
import { useUrgings } from '../shared/api/reads';
import type { UrgingQuery } from '../shared/api/types';
import { Card } from '../shared/Card';
import { FilterLists, type FilterList } from '../shared/FilterLists';
import { Loaded } from '../shared/Loaded';
import { Pager } from '../shared/Pager';
import { State } from '../shared/State';
import { UrgingRow } from './UrgingRow';

const STANDINGS: FilterList = [
  'standing',
  '办理情况',
  { waiting: '待答复', to_check: '已答复、待核查', done: '已办结' },
];
const KINDS: FilterList = ['kind', '种类', { urge: '催办', order: '督办' }];
const PAGE = 50;

/** Undefined: all. */
interface Chosen {
  readonly standing?: UrgingQuery['standing'] | undefined;
  readonly kind?: UrgingQuery['kind'] | undefined;
}

/** What was asked and what was answered; `listed`: only what hangs out for all to see. */
export function UrgingList({ listed }: { readonly listed: boolean }) {
  const [chosen, setChosen] = useState<Chosen>({});
  const { standing, kind } = chosen;
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const query: UrgingQuery = {
    limit: PAGE,
    ...(listed ? { listed: true } : kind === undefined ? {} : { kind }),
    ...(standing === undefined ? {} : { standing }),
    ...(cursor === undefined ? {} : { cursor }),
  };
  const urgings = useUrgings(query);
  return (
    <>
      <FilterLists
        lists={listed ? [STANDINGS] : [STANDINGS, KINDS]}
        chosen={{ standing: standing ?? null, kind: kind ?? null }}
        choose={(name, value) => {
          setCursors([]);
          setChosen({ ...chosen, [name]: value === '' ? undefined : value });
        }}
      />
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
