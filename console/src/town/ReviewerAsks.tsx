import type { TimelineEntry } from '../shared/api/types';
import { dayAndTime } from '../shared/times';

/** What the reviewer wants of an investigation that came back: it is answered with the form below. */
export function ReviewerAsks({ events }: { readonly events: readonly TimelineEntry[] }) {
  const last = events.findLast(({ type }) => type === 'reviewed' || type === 'investigation_ended');
  if (last === undefined || last.type !== 'reviewed' || last.data['verdict'] === 'pass') return null;
  return (
    <section className="warning" aria-label="审核人的要求">
      <strong>法制审核没有通过，审核人的要求：</strong>
      <p className="lines">{last.why}</p>
      <p className="quiet">
        {last.who.name ?? last.who.roleLabel} {dayAndTime(last.at)}
      </p>
    </section>
  );
}
