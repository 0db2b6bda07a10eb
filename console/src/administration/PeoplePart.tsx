import { Input } from 'antd';
import { useState } from 'react';
import { useRoster } from '../shared/api/reads';
import type { RosterPerson } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { WideTable } from '../shared/WideTable';

/** 人员与执法证: who may act, whose certificate is over first. */
export function PeoplePart() {
  const roster = useRoster();
  const [word, setWord] = useState('');
  return (
    <Loaded of={roster}>
      {({ people }) => {
        const found = people
          .filter(({ id, name, roleLabel, orgName }) => [id, name, roleLabel, orgName].join(' ').includes(word.trim()))
          .sort((one, other) => (one.daysLeft ?? Infinity) - (other.daysLeft ?? Infinity));
        const over = people.filter(({ daysLeft, retiredAt }) => retiredAt === null && (daysLeft ?? 0) < 0).length;
        return (
          <Card title={`名册：在册 ${people.filter(({ retiredAt }) => retiredAt === null).length} 人`}>
            <p className="quiet">
              名册随部署更新（officers.csv）。执法证已过期的 {over}{' '}
              人，不能再办案；离开名册的人员不能登录，他们办过的事仍署其名。
            </p>
            <label>
              查找{' '}
              <Input
                value={word}
                allowClear
                placeholder="姓名、编号、单位或岗位"
                style={{ maxWidth: '20rem' }}
                onChange={({ target }) => setWord(target.value)}
              />
            </label>
            {found.length === 0 ? (
              <p className="quiet">没有找到，请换一个词。</p>
            ) : (
              <WideTable
                label="名册"
                columns={['姓名', '编号', '单位', '岗位', '执法证', '有效期至', '状态']}
                rows={found.map((person) => ({
                  key: person.id,
                  cells: [
                    person.name,
                    person.id,
                    person.orgName,
                    `${person.roleLabel}${person.qualified ? '（法律职业资格）' : ''}`,
                    person.certificateNo ?? '无',
                    person.certificateUntil ?? '',
                    stateOf(person),
                  ],
                }))}
              />
            )}
          </Card>
        );
      }}
    </Loaded>
  );
}

function stateOf({ retiredAt, daysLeft }: RosterPerson): string {
  if (retiredAt !== null) return '已离开名册';
  if (daysLeft === null) return '在册';
  return daysLeft < 0 ? '✗ 执法证已过期' : `在册，执法证还有 ${daysLeft} 天`;
}
