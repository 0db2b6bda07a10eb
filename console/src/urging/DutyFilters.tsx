import { Button } from 'antd';
import type { Overview } from '../shared/api/types';

export const DUTY_FILTERS = ['town', 'stage', 'kind', 'light'] as const;

export interface DutyFiltersProps {
  readonly overview: Overview;
  readonly chosen: Readonly<Record<string, string | null>>;
  readonly choose: (name: string, value: string) => void;
  readonly clear: () => void;
}

export function DutyFilters({ overview: { towns, labels }, chosen, choose, clear }: DutyFiltersProps) {
  const lists: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
    ['town', '镇街', Object.fromEntries(towns.map(({ code, name }) => [code, name]))],
    ['stage', '环节', labels.stages],
    ['kind', '事项', labels.duties],
    ['light', '灯', labels.lights],
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
      <Button onClick={clear}>清除筛选</Button>
    </form>
  );
}
