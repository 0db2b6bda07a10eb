import { Button } from 'antd';
import type { ReactNode } from 'react';

/** A filter by its name in the query, its title, and what can be chosen with its words. */
export type FilterList = readonly [name: string, title: string, words: Readonly<Record<string, string>>];

export interface FilterListsProps {
  readonly lists: readonly FilterList[];
  readonly chosen: Readonly<Record<string, string | null>>;
  readonly choose: (name: string, value: string) => void;
  /** Absent: too few lists to need it. */
  readonly clear?: () => void;
  /** What else there is to choose. */
  readonly children?: ReactNode;
}

/** The browser's own lists: they open on any phone, by any key, and need nothing to be loaded. */
export function FilterLists({ lists, chosen, choose, clear, children }: FilterListsProps) {
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
      {children}
      {clear !== undefined && <Button onClick={clear}>清除筛选</Button>}
    </form>
  );
}
