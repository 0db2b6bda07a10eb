import { Link } from 'react-router';
import type { Overview } from './api/types';
import { isOpen } from './cases/isOpen';

const TOWN_GRADES = ['town', 'town_bureau_review'];

export interface Figure {
  readonly name: string;
  readonly value: string | number;
  readonly note?: string;
  readonly light?: 'red' | 'yellow';
  /** Where what was counted can be seen. */
  readonly to?: string;
}

export interface FiguresProps {
  readonly overview: Overview;
  /** Others that stand before these. */
  readonly first?: readonly Figure[];
  /** Whether each leads to what it counted. */
  readonly lead?: boolean;
}

const lit = (light: string): string => `/cases?open=true&order=due&light=${light}`;

/** The counts that everybody asks for first. */
export function Figures({
  overview: { cells, clues, towns, townShareTarget },
  first = [],
  lead = false,
}: FiguresProps) {
  const total = (which: (cell: Overview['cells'][number]) => boolean): number =>
    cells.filter(which).reduce((sum, { cases }) => sum + cases, 0);
  const closed = total(({ stage }) => !isOpen(stage));
  const closedByTowns = total(({ stage, grade }) => !isOpen(stage) && TOWN_GRADES.includes(grade));
  const light = (which: string): number => total((cell) => isOpen(cell.stage) && cell.light === which);
  const burning = (which: 'red' | 'yellow') => (light(which) > 0 ? { light: which } : {});
  const overdue = clues.reduce((sum, clue) => sum + clue.overdue, 0);
  const figures: readonly Figure[] = [
    ...first,
    { name: '在办案件', value: total(({ stage }) => isOpen(stage)), to: '/cases?open=true&order=due' },
    { name: '◆ 红灯', value: light('red'), note: '已超期', ...burning('red'), to: lit('red') },
    { name: '▲ 黄灯', value: light('yellow'), note: '快到期', ...burning('yellow'), to: lit('yellow') },
    { name: '■ 灰灯', value: light('grey'), note: '时限暂停', to: lit('grey') },
    {
      name: '镇街办结占比',
      value: closed === 0 ? '—' : `${Math.round((100 * closedByTowns) / closed)}%`,
      note: `已结 ${closed} 件，目标 ${townShareTarget}%`,
    },
    {
      name: '有案件的镇街',
      value: `${new Set(cells.map(({ town }) => town)).size}/${towns.length}`,
      note: '办案零突破',
    },
    {
      name: '待人工研判',
      value: clues.reduce((sum, { open }) => sum + open, 0),
      note: overdue === 0 ? '条线索' : `其中 ${overdue} 条已超期`,
      ...(overdue > 0 ? { light: 'red' } : {}),
      to: '/dispatch',
    },
  ];
  return (
    <dl className="figures">
      {figures.map(({ name, value, note, light: burns, to }) => (
        <div key={name} className={burns ?? ''}>
          <dt>{lead && to !== undefined ? <Link to={to}>{name}</Link> : name}</dt>
          <dd>
            {value}
            {note !== undefined && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
