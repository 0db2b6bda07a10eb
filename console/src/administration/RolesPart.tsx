import { useState } from 'react';
import { useRoles } from '../shared/api/reads';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { WideTable } from '../shared/WideTable';

/** 岗位与权限: what each role may do in a case, at which stage, in whose cases, and by which article. */
export function RolesPart() {
  const roles = useRoles();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Loaded of={roles}>
      {({ roles: found }) => {
        const role = found.find((each) => each.role === chosen) ?? found[0];
        return (
          <Card title="岗位与权限">
            <p className="quiet">
              权限由办案程序规定，随程序的版本更新；谁在哪个岗位，见“人员与执法证”。系统自动办的不列。
            </p>
            <form className="filters" aria-label="看哪个岗位" onSubmit={(event) => event.preventDefault()}>
              <label>
                岗位
                <select value={role?.role ?? ''} onChange={({ target }) => setChosen(target.value)}>
                  {found.map(({ role: each, label }) => (
                    <option key={each} value={each}>
                      {label}
                    </option>
                  ))}
                </select>
              </label>
            </form>
            {role === undefined || role.acts.length === 0 ? (
              <State kind="empty" title="这个岗位在案件中没有可办的事">
                <p>能看什么，见各工作台；不能办案。</p>
              </State>
            ) : (
              <WideTable
                label="岗位与权限"
                columns={['能办什么', '程序', '在哪些环节', '限于', '依据']}
                rows={role.acts.map(({ act, label, procedure, version, stages, whose, grades, article }) => ({
                  key: [procedure, version, act, whose, ...grades].join(),
                  cells: [
                    label,
                    `${procedure}（${version}）`,
                    stages.join('、'),
                    [whose, ...grades].filter((word) => word !== '').join('、'),
                    article === '' ? '内部管理' : article,
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
