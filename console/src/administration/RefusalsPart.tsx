import { Input } from 'antd';
import { useState } from 'react';
import { useRefusals } from '../shared/api/reads';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { Pager } from '../shared/Pager';
import { State } from '../shared/State';
import { dayAndTime } from '../shared/times';
import { WideTable } from '../shared/WideTable';

/** 被拒绝的操作: tried and refused, with who, why and by which article. */
export function RefusalsPart() {
  const [actor, setActor] = useState('');
  const [caseId, setCaseId] = useState('');
  /** The pages that were turned, the last one shown. */
  const [turned, setTurned] = useState<readonly number[]>([]);
  const before = turned.at(-1);
  const page = useRefusals({
    ...(actor.trim() === '' ? {} : { actor: actor.trim() }),
    ...(caseId.trim() === '' ? {} : { caseId: caseId.trim() }),
    ...(before === undefined ? {} : { before }),
  });
  return (
    <Card title="被拒绝的操作">
      <form className="filters" aria-label="看哪些" onSubmit={(event) => event.preventDefault()}>
        <label>
          谁（编号）
          <Input
            value={actor}
            allowClear
            maxLength={64}
            onChange={({ target }) => {
              setActor(target.value);
              setTurned([]);
            }}
          />
        </label>
        <label>
          案件编号
          <Input
            value={caseId}
            allowClear
            style={{ width: '16rem' }}
            maxLength={40}
            onChange={({ target }) => {
              setCaseId(target.value);
              setTurned([]);
            }}
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
                columns={['时刻', '谁', '单位', '岗位', '案件', '操作', '为什么', '依据']}
                rows={refusals.map((one) => ({
                  key: String(one.id),
                  cells: [
                    dayAndTime(one.at),
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
            <Pager turned={turned} next={next} turn={setTurned} />
          </>
        )}
      </Loaded>
    </Card>
  );
}
