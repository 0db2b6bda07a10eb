import type { CaseView } from '../shared/api/types';
import { ActLink } from '../shared/cases/ActLink';
import { Card } from '../shared/Card';

/** What the reader may do beside the way forward. Each leads to its form, which is made from the act's schema. */
export function OpenActs({ case: { summary, availableActs, next } }: { readonly case: CaseView }) {
  const onTheWay = next.flatMap(({ acts, missing }) => [...acts, ...missing.flatMap((each) => each.acts)]);
  const others = availableActs.filter(({ act }) => !onTheWay.some((each) => each.act === act));
  if (others.length === 0) return null;
  return (
    <Card title="您还可以办">
      <ul className="acts">
        {others.map(({ act, label }) => (
          <li key={act}>
            <ActLink summary={summary} act={act} label={label} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
