import { useFormulas, useTable } from '../shared/api/reads';
import { Loaded } from '../shared/Loaded';
import { IndicatorVersions } from './IndicatorVersions';
import { ScoreVersions } from './ScoreVersions';
import { WeightTrial } from './WeightTrial';

/** 公式: scores and indicators with every version and where it was used, and what other weights would come to. */
export function FormulasPart({ mayTry }: { readonly mayTry: boolean }) {
  const formulas = useFormulas();
  const table = useTable('score_weights');
  return (
    <Loaded of={formulas}>
      {(history) => (
        <>
          <p className="quiet">
            已经用过的公式不改：改动另列新的一版，新旧并存，任何一版都能从事件重新算出。罚没数额不作为评估指标（行政处罚法第七十四条）。
          </p>
          <ScoreVersions history={history} />
          {mayTry && <Loaded of={table}>{(weights) => <WeightTrial history={history} weights={weights} />}</Loaded>}
          <IndicatorVersions history={history} />
        </>
      )}
    </Loaded>
  );
}
