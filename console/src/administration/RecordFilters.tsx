import { Input } from 'antd';
import { DayRange } from '../shared/DayRange';

export interface RecordFiltersProps {
  readonly person: string | undefined;
  readonly kind: string | undefined;
  /** What each kind is called; empty while the list is being read. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly setKind: (kind: string) => void;
  readonly set: (name: 'person' | 'from' | 'to', value: string) => void;
}

/** Which entries of a record are wished: whose, of which kind, from when to when. */
export function RecordFilters({ person, kind, kinds, from, to, setKind, set }: RecordFiltersProps) {
  return (
    <form className="filters" aria-label="看哪些" onSubmit={(event) => event.preventDefault()}>
      <label>
        谁（姓名或编号）
        <Input
          value={person ?? ''}
          allowClear
          maxLength={64}
          onChange={({ target }) => set('person', target.value.trim())}
        />
      </label>
      <label>
        哪一类
        <select value={kind ?? ''} onChange={({ target }) => setKind(target.value)}>
          <option value="">全部</option>
          {Object.entries(kinds).map(([each, label]) => (
            <option key={each} value={each}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <DayRange from={from ?? ''} to={to ?? ''} change={set} />
    </form>
  );
}
