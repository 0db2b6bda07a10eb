import { Card } from '../shared/Card';
import { State } from '../shared/State';
import { dayAndTime } from '../shared/times';

interface Evidence {
  readonly sha256: string;
  readonly kind: string;
  readonly description: string;
  readonly takenAt: string;
  readonly place: string;
  readonly storeKey: string;
}

export function EvidenceCard({ state }: { readonly state: Readonly<Record<string, unknown>> }) {
  const evidence = (state['evidence'] ?? []) as readonly Evidence[];
  return (
    <Card title={`证据（${evidence.length}）`}>
      {evidence.length === 0 ? (
        <State kind="empty" title="还没有登记证据" />
      ) : (
        <ol className="plain">
          {evidence.map(({ sha256, description, takenAt, place, storeKey }) => (
            <li key={sha256}>
              <strong>{description}</strong>
              <p className="quiet">
                {dayAndTime(takenAt)} · {place}
              </p>
              <p className="quiet">存放位置 {storeKey}</p>
              <code className="hash">sha256 {sha256}</code>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
