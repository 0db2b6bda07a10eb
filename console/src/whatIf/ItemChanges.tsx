import { Input } from 'antd';
import { useState } from 'react';
import { WideTable } from '../shared/WideTable';
import type { ChangesProps } from './Changes';

/** As many as are looked through; the others are found by a word. */
const SHOWN = 20;

/** 赋权清单: which items the towns handle, and by which procedure. */
export function ItemChanges({ base, changes, change }: ChangesProps) {
  const [word, setWord] = useState('');
  const { items } = changes;
  type As = (typeof items)[number]['as'];
  const set = (code: string, now: As, as: As): void => {
    const others = items.filter((one) => one.code !== code);
    change({ ...changes, items: as === now ? others : [...others, { code, as }] });
  };
  const isChanged = (code: string): boolean => items.some((one) => one.code === code);
  const found = base.items
    .filter(({ code, name, fieldLabel }) => `${code} ${name} ${fieldLabel}`.includes(word.trim()))
    .toSorted((one, other) => Number(isChanged(other.code)) - Number(isChanged(one.code)));
  return (
    <details>
      <summary>赋权清单{items.length > 0 && `（改了 ${items.length} 项）`}</summary>
      <label>
        查找事项{' '}
        <Input value={word} allowClear style={{ maxWidth: '20rem' }} onChange={({ target }) => setWord(target.value)} />
      </label>
      {found.length === 0 ? (
        <p className="quiet">没有找到，请换一个词。</p>
      ) : (
        <WideTable
          label="赋权清单"
          columns={['事项', '领域', '现行', '假设']}
          rows={found.slice(0, SHOWN).map(({ code, name, fieldLabel, as }) => ({
            key: code,
            cells: [
              `${code} ${name}`,
              fieldLabel,
              base.handledAsLabels[as] ?? as,
              <select
                key="new"
                aria-label={`假设：${code} ${name}`}
                value={items.find((one) => one.code === code)?.as ?? as}
                onChange={({ target }) => set(code, as, target.value as As)}
              >
                {Object.entries(base.handledAsLabels).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>,
            ],
          }))}
        />
      )}
      {found.length > SHOWN && (
        <p className="quiet">
          列出前 {SHOWN} 项，共 {found.length} 项；改过的排在前面。
        </p>
      )}
    </details>
  );
}
