import { Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTable, useTables } from '../shared/api/reads';
import type { CatalogueTable, TableName } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { CatalogueHistoryCard } from './CatalogueHistoryCard';
import { DryRunCard } from './DryRunCard';
import { WideTable } from '../shared/WideTable';

/** Of more rows the rest is found by a word. */
const SHOWN = 100;

/** 目录: each table as it stands, and what a changed one would make of the last clues. */
export function CataloguePart({ mayTry }: { readonly mayTry: boolean }) {
  const tables = useTables();
  const [name, setName] = useState<TableName>('periods');
  return (
    <Loaded of={tables}>
      {({ version, tables: found }) => {
        const chosen = found.find((each) => each.name === name);
        return (
          <>
            <p className="quiet">
              目录版本 <code>{version}</code>
              。目录随部署更新：把改后的文件放进目录文件夹、重新启动服务即生效；已立案件仍按立案时的规定，除非在“在办案件的期限数据”中变更。
            </p>
            <form className="filters card" aria-label="看哪张表" onSubmit={(event) => event.preventDefault()}>
              <label>
                表
                <select value={name} onChange={({ target }) => setName(target.value as TableName)}>
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
                <DryRunCard key={name} table={name} label={chosen.label} />
              ))}
            <TableCard key={`${name} rows`} name={name} />
            <CatalogueHistoryCard />
          </>
        );
      }}
    </Loaded>
  );
}

function TableCard({ name }: { readonly name: TableName }) {
  const table = useTable(name);
  const [word, setWord] = useState('');
  return (
    <Loaded of={table}>
      {({ label, columns, rows }: CatalogueTable) => {
        const found = rows.filter((row) => row.some((cell) => cell.includes(word.trim())));
        return (
          <Card title={`${label}（${rows.length} 行）`}>
            <label>
              查找{' '}
              <Input
                value={word}
                allowClear
                style={{ maxWidth: '20rem' }}
                onChange={({ target }) => setWord(target.value)}
              />
            </label>
            {found.length === 0 ? (
              <p className="quiet">{rows.length === 0 ? '这张表现在没有内容。' : '没有找到，请换一个词。'}</p>
            ) : (
              <WideTable
                label={label}
                columns={columns.map((column) => column.label)}
                rows={found.slice(0, SHOWN).map((cells, at) => ({ key: String(at), cells }))}
              />
            )}
            {found.length > SHOWN && (
              <p className="quiet">
                列出前 {SHOWN} 行，共 {found.length} 行；输入词语可以缩小范围。
              </p>
            )}
          </Card>
        );
      }}
    </Loaded>
  );
}
