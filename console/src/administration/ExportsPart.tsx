import { useExports } from '../shared/api/reads';
import type { ExportQuery } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { Pager } from '../shared/Pager';
import { State } from '../shared/State';
import { dayAndTime } from '../shared/times';
import { WideTable } from '../shared/WideTable';
import { RecordFilters } from './RecordFilters';
import { useFiltered } from './useFiltered';

/** 导出记录: who took which file out of the house, when, and by which fingerprint it can be known again. */
export function ExportsPart() {
  const { filter, set, turned, turn, query } = useFiltered<Omit<ExportQuery, 'before'>>();
  const page = useExports(query);
  return (
    <Card title="导出记录">
      <RecordFilters
        person={filter.person}
        kind={filter.kind}
        kinds={page.data?.kinds ?? {}}
        from={filter.from}
        to={filter.to}
        setKind={(kind) => set('kind', kind)}
        set={set}
      />
      <Loaded of={page}>
        {({ exports, next }) => (
          <>
            {exports.length === 0 ? (
              <State kind="empty" title="没有这样的记录">
                <p>有人下载月报、案卷、文书、证据文件或研判更正记录时，记在这里。</p>
              </State>
            ) : (
              <WideTable
                label="导出记录"
                columns={['时刻', '姓名', '编号', '哪一类', '哪一份', '内容的指纹（sha256）']}
                rows={exports.map(({ id, at, person, name, kindLabel, ref, sha256 }) => ({
                  key: String(id),
                  cells: [
                    dayAndTime(at),
                    name ?? '不在名册',
                    person,
                    kindLabel,
                    ref,
                    <code key="hash" className="hash">
                      {sha256}
                    </code>,
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
