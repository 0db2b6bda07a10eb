import { useState } from 'react';
import { Link } from 'react-router';
import { useTable, useTables } from '../shared/api/reads';
import type { TableName } from '../shared/api/types';
import { Loaded } from '../shared/Loaded';
import { CatalogueHistoryCard } from './CatalogueHistoryCard';
import { DryRunCard } from './DryRunCard';
import { TableCard } from './TableCard';

/** 目录: each table as it stands, and what a changed one would make of the last clues. */
export function CataloguePart({ mayTry }: { readonly mayTry: boolean }) {
  const tables = useTables();
  const [name, setName] = useState<TableName>('periods');
  const table = useTable(name);
  const [edited, setEdited] = useState<string | null>(null);
  return (
    <Loaded of={tables}>
      {({ version, tables: found }) => {
        const chosen = found.find((each) => each.name === name);
        return (
          <>
            <p className="quiet">
              目录版本 <code>{version}</code>
              。目录随部署更新：在下面改好、试算，取走改后的文件，放进目录文件夹、重新启动服务即生效；已立案件仍按立案时的规定，除非在“在办案件的期限数据”中变更。
            </p>
            <form className="filters card" aria-label="看哪张表" onSubmit={(event) => event.preventDefault()}>
              <label>
                表
                <select
                  value={name}
                  onChange={({ target }) => {
                    setName(target.value as TableName);
                    setEdited(null);
                  }}
                >
                  {found.map((each) => (
                    <option key={each.name} value={each.name}>
                      {each.label}
                    </option>
                  ))}
                </select>
              </label>
            </form>
            {mayTry &&
              chosen !== undefined &&
              (name === 'score_weights' ? (
                <p>
                  权重在<Link to="/administration/formulas">公式</Link>里试算。
                </p>
              ) : (
                <DryRunCard key={name} table={name} label={chosen.label} edited={edited} />
              ))}
            <Loaded of={table}>
              {(shown) => (
                <TableCard
                  key={`${name} rows`}
                  table={shown}
                  change={mayTry && name !== 'score_weights' ? setEdited : null}
                />
              )}
            </Loaded>
            <CatalogueHistoryCard />
          </>
        );
      }}
    </Loaded>
  );
}
