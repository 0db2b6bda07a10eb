import { Link } from 'react-router';
import type { Clue } from '../shared/api/types';
import { MatterLink, withoutIds } from './MatterLink';
import { SideBySide } from './SideBySide';

type Similar = NonNullable<Clue['triage']['similar']>[number];

export function SimilarOne({ clue, similar }: { readonly clue: Clue; readonly similar: Similar }) {
  const { clueId, caseId, score, reasons } = similar;
  return (
    <section className="similar" aria-label={`相似的${caseId === null ? '线索' : `案件 ${caseId}`}`}>
      <p>
        相似程度 {Math.round(score * 100)}%：{reasons.map(({ text }) => withoutIds(text)).join('；')}
      </p>
      <SideBySide clue={clue} otherId={clueId} />
      <p className="line">
        <MatterLink to={caseId ?? clueId} />
        {caseId === null && (
          <span className="quiet">
            它还没有成案：
            {clue.caseId === null ? '先研判那一条，这一条再按 D 并入它的案件。' : '研判那一条时按 D，并入本案。'}
          </span>
        )}
        {caseId !== null && clue.caseId !== null && clue.caseId !== caseId && (
          <Link className="button" to={`/cases/${clue.caseId}/acts/merge_case?into=${caseId}`}>
            把本案并入该案
          </Link>
        )}
      </p>
    </section>
  );
}
