import { Fragment, useState, type ReactNode } from 'react';
import { State } from '../shared/State';
import { LightCounts } from './LightCounts';
import { byUrgency } from './byUrgency';

export interface Lit {
  readonly id: string;
  readonly light: string;
  readonly card: ReactNode;
}

/** What waits, the most urgent first, with how many there are of each light: of this list and no other. */
export function ByLight({ all, more }: { readonly all: readonly Lit[]; readonly more: ReactNode }) {
  const [light, setLight] = useState<string | null>(null);
  const shown = all.filter((each) => light === null || each.light === light).toSorted(byUrgency);
  return (
    <>
      <LightCounts lights={all.map((each) => each.light)} chosen={light} choose={setLight} />
      {shown.length === 0 ? (
        <State kind="empty" title="没有等着办的案件">
          <p>{light === null ? '新派来的案件会自动出现在这里。' : '可以点上面的灯取消筛选。'}</p>
        </State>
      ) : (
        <ul className="waiting">
          {shown.map(({ id, card }) => (
            <Fragment key={id}>{card}</Fragment>
          ))}
        </ul>
      )}
      {more !== null && <div className="quiet">{more}</div>}
    </>
  );
}
