import type { Overview } from '../api/types';
import { FilterLists, type FilterListsProps } from '../FilterLists';

export const FILTERS = ['q', 'town', 'stage', 'grade', 'light', 'open', 'item', 'assignee', 'owner'] as const;

export interface CaseFiltersProps extends Omit<FilterListsProps, 'lists' | 'children'> {
  readonly overview: Overview;
}

export function CaseFilters({ overview: { towns, labels }, ...chosen }: CaseFiltersProps) {
  return (
    <FilterLists
      {...chosen}
      lists={[
        ['town', '镇街', Object.fromEntries(towns.map(({ code, name }) => [code, name]))],
        ['stage', '环节', labels.stages],
        ['grade', '分级', labels.grades],
        ['light', '灯', labels.lights],
        ['open', '办理情况', { true: '未结', false: '已结' }],
      ]}
    >
      <label>
        排列
        <select
          value={chosen.chosen['order'] ?? 'newest'}
          onChange={({ target }) => chosen.choose('order', target.value)}
        >
          <option value="newest">新立卷的在前</option>
          <option value="due">先到期的在前</option>
        </select>
      </label>
    </FilterLists>
  );
}
