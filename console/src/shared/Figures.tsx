import type { Overview } from './api/types';
import { isOpen } from './cases/isOpen';

const TOWN_GRADES = ['town', 'town_bureau_review'];

/** The counts that everybody asks for first. */
export function Figures({ overview: { cells, clues, towns } }: { readonly overview: Overview }) {
  const total = (which: (cell: Overview['cells'][number]) => boolean): number =>
    cells.filter(which).reduce((sum, { cases }) => sum + cases, 0);
  const closed = total(({ stage }) => !isOpen(stage));
  const closedByTowns = total(({ stage, grade }) => !isOpen(stage) && TOWN_GRADES.includes(grade));
  const light = (which: string): number => total((cell) => isOpen(cell.stage) && cell.light === which);
  const figures: readonly (readonly [string, string | number, string, string])[] = [
    ['在办案件', total(({ stage }) => isOpen(stage)), '', ''],
    ['◆ 红灯', light('red'), '已超期', light('red') > 0 ? 'red' : ''],
    ['▲ 黄灯', light('yellow'), '快到期', light('yellow') > 0 ? 'yellow' : ''],
    ['■ 灰灯', light('grey'), '时限暂停', ''],
    [
      '镇街办结占比',
      closed === 0 ? '—' : `${Math.round((100 * closedByTowns) / closed)}%`,
      `已结 ${closed} 件，目标 80% 以上`,
      '',
    ],
    ['有案件的镇街', `${new Set(cells.map(({ town }) => town)).size}/${towns.length}`, '办案零突破', ''],
    ['待人工研判', clues.reduce((sum, { open }) => sum + open, 0), '条线索', ''],
  ];
  return (
    <dl className="figures">
      {figures.map(([name, value, note, kind]) => (
        <div key={name} className={kind}>
          <dt>{name}</dt>
          <dd>
            {value}
            {note !== '' && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
