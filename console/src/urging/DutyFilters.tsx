import type { Overview } from '../shared/api/types';
import { FilterLists, type FilterListsProps } from '../shared/FilterLists';

export const DUTY_FILTERS = ['town', 'stage', 'kind', 'light'] as const;

export interface DutyFiltersProps extends Omit<FilterListsProps, 'lists' | 'children'> {
  readonly overview: Overview;
}

export function DutyFilters({ overview: { towns, labels }, ...chosen }: DutyFiltersProps) {
  return (
    <FilterLists
      {...chosen}
      lists={[
        ['town', '镇街', Object.fromEntries(towns.map(({ code, name }) => [code, name]))],
        ['stage', '环节', labels.stages],
        ['kind', '事项', labels.duties],
        ['light', '灯', labels.lights],
      ]}
    />
  );
}
