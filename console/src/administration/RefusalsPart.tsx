import { Input } from 'antd';
import { useRefusals } from '../shared/api/reads';
import type { RefusalQuery } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { Pager } from '../shared/Pager';
import { State } from '../shared/State';
import { dayAndTime } from '../shared/times';
import { WideTable } from '../shared/WideTable';
import { useFiltered } from './useFiltered';

/** 被拒绝的操作: tried and refused, with who, why and by which article. */
export function RefusalsPart() {
  const { filter, set, turned, turn, query } = useFiltered<Omit<RefusalQuery, 'before'>>();
  const page = useRefusals(query);
  return (
    <Card title="被拒绝的操作">
      <form className="filters" aria-label="看哪些" onSubmit={(event) => event.preventDefault()}>
        <label>
          谁（姓名或编号）
          <Input
            value={filter.actor ?? ''}
            allowClear
            maxLength={64}
            onChange={({ target }) => set('actor', target.value.trim())}
          />
        </label>
        <label>
          案件编号
          <Input
            value={filter.caseId ?? ''}
            allowClear
            style={{ width: '16rem' }}
            maxLength={40}
            onChange={({ target }) => set('caseId', target.value.trim())}
          />
        </label>
      </form>
      <Loaded of={page}>
        {({ refusals, next }) => (
          <>
            {refusals.length === 0 ? (
              <State kind="empty" title="没有这样的记录" />
            ) : (
              <WideTable
                label="被拒绝的操作"
                columns={['时刻', '姓名', '编号', '单位', '岗位', '案件', '操作', '为什么', '依据']}
                rows={refusals.map((one) => ({
                  key: String(one.id),
                  cells: [
                    dayAndTime(one.at),
                    one.name ?? '不在名册',
                    one.actor,
                    one.orgName,
                    one.roleLabel,
                    one.caseId ?? '',
                    one.actLabel,
                    `${one.title}：${one.detail}`,
                    one.articles.join('；'),
                  ],
                }))}
              />
            )}
            <Pager turned={turned} next={next} turn={turn} />
          </>
        )}
      </Loaded>
    </Card>
  );
}
