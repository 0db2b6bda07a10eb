import { Button } from 'antd';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import type { DryRunResult } from '../shared/api/types';
import { Card } from '../shared/Card';
import { dayAndTime } from '../shared/times';
import { WideTable } from '../shared/WideTable';
import { Fault } from './Fault';
import { useTrial } from './useTrial';

/** A thousand clues are judged twice, in a thread that first reads two catalogues: on a busy machine that takes its time. */
const PATIENCE_MS = 120_000;

export interface DryRunCardProps {
  readonly table: string;
  readonly label: string;
  /** The whole file as it was changed on this page; null: nothing was. */
  readonly edited: string | null;
}

/** 试算: a changed file is chosen, and what it would have made of the last clues is shown. Nothing changes by it. */
export function DryRunCard({ table, label, edited }: DryRunCardProps) {
  const input = useRef<HTMLInputElement>(null);
  const { busy, fault, result, run } = useTrial<DryRunResult>('/api/v1/administration/dry-run', PATIENCE_MS);
  const [wrong, setWrong] = useState<string | null>(null);

  async function choose(file: File): Promise<void> {
    const text = await file.text();
    const isArchive = text.startsWith('PK');
    setWrong(isArchive ? '这是 Excel 工作簿；请另存为“CSV UTF-8（逗号分隔）”，再选一次。' : null);
    if (!isArchive) await run({ table, text });
  }

  return (
    <Card title={`试算：改“${label}”会怎样`}>
      <p>用改后的文件（CSV，UTF-8）重新研判最近 1000 条线索，并看在办案件的时限会怎样移动：只试算，不改动任何数据。</p>
      <div className="line">
        {edited !== null && (
          <Button type="primary" loading={busy} onClick={() => void run({ table, text: edited })}>
            试算改好的表
          </Button>
        )}
        <Button loading={busy} onClick={() => input.current?.click()}>
          选择改后的文件
        </Button>
      </div>
      <input
        ref={input}
        hidden
        type="file"
        accept=".csv,text/csv"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) void choose(file);
          // The same file, mended, can be chosen again.
          target.value = '';
        }}
      />
      <div role="status">
        {busy && <p>正在试算……</p>}
        {result !== null && <Result result={result} />}
      </div>
      <Fault text={wrong ?? fault} />
    </Card>
  );
}

function Result({
  result: { before, after, clues, changed, tally, examples, law },
}: {
  readonly result: DryRunResult;
}) {
  if (before === after) return <p>与现行目录（版本 {before}）内容相同。</p>;
  return (
    <>
      <p>
        <strong>
          最近 {clues} 条线索中，{changed} 条的研判会改变
        </strong>
        （目录版本 {before} → {after}）。
      </p>
      {tally.length > 0 && (
        <WideTable
          label="会怎样改变"
          columns={['研判', '现在', '改后', '线索数']}
          rows={tally.map(({ whatLabel, beforeLabel, afterLabel, clues: count }) => ({
            key: `${whatLabel}${beforeLabel}${afterLabel}`,
            cells: [whatLabel, beforeLabel, afterLabel, count],
          }))}
        />
      )}
      <Moves law={law} />
      {examples.length > 0 && (
        <details>
          <summary>逐条查看（前 {examples.length} 条）</summary>
          <ul className="plain">
            {examples.map(({ clueId, changes }) => (
              <li key={clueId}>
                <Link to={`/dispatch/${clueId}`}>{clueId.slice(0, 8)}</Link>{' '}
                {changes
                  .map(({ whatLabel, beforeLabel, afterLabel }) => `${whatLabel}：${beforeLabel} → ${afterLabel}`)
                  .join('；')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Due instants that would move in running cases, once the file is in force and they take it over. */
function Moves({ law: { seen, all, moved, examples } }: { readonly law: DryRunResult['law'] }) {
  return (
    <>
      <p>
        <strong>{`${all ? '' : '先看的 '}${seen} 件在办案件中，${moved} 件有时限会移动`}</strong>
        （启用并在“在办案件的期限数据”中变更以后）。
      </p>
      {examples.length > 0 && (
        <WideTable
          label="会移动的时限"
          columns={['案件', '时限', '现在到期', '改后到期']}
          rows={examples.flatMap(({ caseId, moved: clocks }) =>
            clocks.map(({ clockId, name, from, to }) => ({
              key: `${caseId}/${clockId}`,
              cells: [
                <Link key="case" to={`/cases/${caseId}`}>
                  {caseId}
                </Link>,
                name,
                dayAndTime(from),
                dayAndTime(to),
              ],
            })),
          )}
        />
      )}
      {moved > examples.length && <p className="quiet">列出前 {examples.length} 件。</p>}
    </>
  );
}
