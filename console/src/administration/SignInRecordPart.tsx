import { useSignIns } from '../shared/api/reads';
import type { SignInQuery } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { Pager } from '../shared/Pager';
import { State } from '../shared/State';
import { dayAndTime } from '../shared/times';
import { WideTable } from '../shared/WideTable';
import { RecordFilters } from './RecordFilters';
import { useFiltered } from './useFiltered';

/** 登录记录: who came in and left, and who ended whose session or which screen. */
export function SignInRecordPart() {
  const { filter, set, turned, turn, query } = useFiltered<Omit<SignInQuery, 'before'>>();
  const page = useSignIns(query);
  return (
    <Card title="登录记录">
      <RecordFilters
        person={filter.person}
        kind={filter.what}
        kinds={page.data?.kinds ?? {}}
        from={filter.from}
        to={filter.to}
        setKind={(kind) => set('what', kind)}
        set={set}
      />
      <Loaded of={page}>
        {({ entries, next }) => (
          <>
            {entries.length === 0 ? (
              <State kind="empty" title="没有这样的记录">
                <p>登录、退出、结束他人的登录、设为或者结束常开大屏，都记在这里；登录到时自行失效的不另记。</p>
              </State>
            ) : (
              <WideTable
                label="登录记录"
                columns={['时刻', '哪一类', '谁办的', '编号', '谁的登录，或者哪块屏幕']}
                rows={entries.map(({ id, at, whatLabel, person, name, concerns, concernsName }) => ({
                  key: String(id),
                  cells: [
                    dayAndTime(at),
                    whatLabel,
                    name ?? '不在名册',
                    person,
                    concerns === person ? '本人' : concernsName === null ? concerns : `${concernsName}（${concerns}）`,
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
