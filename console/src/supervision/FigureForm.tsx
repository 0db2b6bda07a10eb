import type { ReactNode } from 'react';
import { RangeFields, type Range } from './RangeFields';

export interface FigureFormProps {
  readonly label?: string;
  readonly range: Range;
  readonly change: (range: Range) => void;
  readonly children: ReactNode;
}

/** What is looked at, then of whom and from when to when. */
export function FigureForm({ label = '看什么', range, change, children }: FigureFormProps) {
  return (
    <form className="filters card" aria-label={label} onSubmit={(event) => event.preventDefault()}>
      {children}
      <RangeFields range={range} change={change} />
    </form>
  );
}
