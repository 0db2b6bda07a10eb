import { useState } from 'react';
import { useCatalogueChanges, useCatalogueHistory } from '../shared/api/reads';
import type { CatalogueVersion } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { dayAndTime } from '../shared/times';
import { WideTable } from '../shared/WideTable';

/** 历次版本: since when the service has run on which tables, and what each version changed, row by row. */
export function CatalogueHistoryCard() {
  const history = useCatalogueHistory();
  return (
    <Card title="目录的历次版本">
      <Loaded of={history}>
        {({ versions }) =>
          versions.length === 0 ? (
            <State kind="empty" title="还没有记录">
              <p>服务每次启动时，目录与上次不同的，记为新的一版。</p>
            </State>
          ) : (
            <ul className="plain">
              {versions.map((one) => (
                <Version key={one.id} one={one} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}

function Version({ one: { id, at, version, first, changed } }: { readonly one: CatalogueVersion }) {
  const [open, setOpen] = useState(false);
  const words = (
    <>
      {dayAndTime(at)} 起 <code>{version}</code> {first ? '记录中的第一版' : `改动：${changed.join('、')}`}
    </>
  );
  return (
    <li>
      {first ? (
        words
      ) : (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{words}</summary>
          {open && <Changes id={id} />}
        </details>
      )}
    </li>
  );
}

function Changes({ id }: { readonly id: number }) {
  const changes = useCatalogueChanges(id);
  return (
    <Loaded of={changes}>
      {({ tables }) =>
        tables.map(({ name, label, columns, added, removed, rows }) => (
          <section key={name} aria-label={label}>
            <p>
              <strong>{label}</strong>：去掉 {removed} 行，加上 {added} 行
              {rows.length < added + removed && '（列出前面的）'}
            </p>
            {rows.length === 0 ? (
              <p className="quiet">各行的内容没有变，只是排列或者书写不同。</p>
            ) : (
              <WideTable
                label={`${label}的改动`}
                columns={['改动', ...columns]}
                rows={rows.map(({ is, cells }, at) => ({
                  key: String(at),
                  cells: [is === 'added' ? '＋ 加上' : '－ 去掉', ...cells],
                }))}
              />
            )}
          </section>
        ))
      }
    </Loaded>
  );
}
