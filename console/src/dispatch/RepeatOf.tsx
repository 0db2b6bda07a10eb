import { useCaseClues } from '../shared/api/reads';
import type { Clue } from '../shared/api/types';
import { Card } from '../shared/Card';
import { SideBySide } from './SideBySide';
import { MatterLink, withoutIds } from './MatterLink';
import { SplitLink } from './SplitLink';

/** What a clue was joined to as a repeat, side by side with it and with why, for whoever doubts it. */
export function RepeatOf({ clue }: { readonly clue: Clue }) {
  const to = clue.caseId ?? clue.triage.duplicateOf;
  if (clue.outcome !== 'duplicate' || to === null) return null;
  const why = clue.triage.reasons.filter(({ kind }) => kind === 'same_matter').map(({ text }) => withoutIds(text));
  return (
    <Card title="重复的是哪一条">
      {why.length > 0 && <p>{why.join('；')}</p>}
      {to.startsWith('CZ') ? <FirstOf clue={clue} caseId={to} /> : <SideBySide clue={clue} otherId={to} />}
      <p>
        <MatterLink to={to} />
      </p>
      {clue.caseId !== null && <SplitLink caseId={clue.caseId} clueId={clue.clueId} />}
    </Card>
  );
}

/** Beside the report that came first in the case. */
function FirstOf({ clue, caseId }: { readonly clue: Clue; readonly caseId: string }) {
  const { data } = useCaseClues(caseId);
  const first = data?.clues.map(({ clueId }) => String(clueId)).find((clueId) => clueId !== clue.clueId);
  return first === undefined ? null : <SideBySide clue={clue} otherId={first} />;
}
