import type { Clock } from '../shared/api/types';
import { articleWords } from '../shared/articleWords';
import { Card } from '../shared/Card';
import { LightMark } from '../shared/LightMark';
import { State } from '../shared/State';
import { dayAndTime } from '../shared/times';

export function ClocksCard({ clocks }: { readonly clocks: readonly Clock[] }) {
  return (
    <Card title="时限">
      {clocks.length === 0 ? (
        <State kind="empty" title="现在没有在走的时限" />
      ) : (
        <ul className="clocks">
          {clocks.map((clock) => (
            <OneClock key={clock.id} clock={clock} />
          ))}
        </ul>
      )}
    </Card>
  );
}

/** How far it has come is told by its budget: what was paused isn't used. */
function OneClock({ clock }: { readonly clock: Clock }) {
  const gone = Math.round((100 * clock.used) / Math.max(1, clock.used + clock.left));
  return (
    <li>
      <p className="line">
        <LightMark light={clock.light} label={clock.lightLabel} />
        <strong>{clock.name}</strong>
      </p>
      <span className="bar" aria-hidden="true">
        <i className={clock.light} style={{ width: `${gone}%` }} />
      </span>
      <p>
        {clock.paused ? '暂停中，恢复后重新推算到期时间' : `${dayAndTime(clock.dueAt)} 到期，最后一日 ${clock.lastDay}`}
      </p>
      <p>{`期限 ${clock.budget.text}，已用 ${clock.used}${clock.unitLabel}，尚余 ${clock.left}${clock.unitLabel}`}</p>
      <p className="quiet">
        {dayAndTime(clock.startedAt)} 起算，由{clock.ownerName}负责
        {clock.article !== null && `，${articleWords(clock.article)}`}
      </p>
      {clock.pauses.map(({ from, until, reason }) => (
        <p key={from} className="quiet">
          {dayAndTime(from)} 至 {until === null ? '今' : dayAndTime(until)} 暂停：{reason}
        </p>
      ))}
      {clock.extensions.map(({ at, text, by, reason }) => (
        <p key={at} className="quiet">
          经{by}批准延长{text}：{reason}
        </p>
      ))}
      {clock.uncertainYears.length > 0 && (
        <p className="quiet">{clock.uncertainYears.join('、')} 年放假安排尚未公布，期限可能变动。</p>
      )}
    </li>
  );
}
