import { Button } from 'antd';
import type { Overview } from '../api/types';

export const FILTERS = ['town', 'stage', 'grade', 'light', 'open', 'item', 'assignee', 'owner'] as const;

export interface CaseFiltersProps {
  readonly overview: Overview;
  readonly chosen: Readonly<Record<string, string | null>>;
  readonly choose: (name: string, value: string) => void;
  readonly clear: () => void;
}

/** The browser's own lists: they open on any phone, by any key, and need nothing to be loaded. */
export function CaseFilters({ overview: { towns, labels }, chosen, choose, clear }: CaseFiltersProps) {
  const lists: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
    ['town', '镇街', Object.fromEntries(towns.map(({ code, name }) => [code, name]))],
    ['stage', '环节', labels.stages],
    ['grade', '分级', labels.grades],
    ['light', '灯', labels.lights],
    ['open', '办理情况', { true: '未结', false: '已结' }],
  ];
  return (
    <form className="filters card" aria-label="筛选" onSubmit={(event) => event.preventDefault()}>
      {lists.map(([name, title, words]) => (
        <label key={name}>
          {title}
          <select value={chosen[name] ?? ''} onChange={({ target }) => choose(name, target.value)}>
            <option value="">全部</option>
            {Object.entries(words).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label>
        排列
        <select value={chosen['order'] ?? 'newest'} onChange={({ target }) => choose('order', target.value)}>
          <option value="newest">新立卷的在前</option>
          <option value="due">先到期的在前</option>
        </select>
      </label>
      <Button onClick={clear}>清除筛选</Button>
    </form>
  );
}
