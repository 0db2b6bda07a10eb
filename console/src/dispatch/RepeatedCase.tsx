import { Input } from 'antd';
import { useCases } from '../shared/api/reads';
import type { Triage } from '../shared/api/types';
import { CaseRow } from '../shared/cases/CaseRow';

export interface RepeatedCaseProps {
  readonly triage: Triage;
  readonly chosen: string;
  readonly choose: (caseId: string) => void;
}

/** Which case a clue repeats: one that triage found alike, one of the town's open ones by number or item, or any by its number. */
export function RepeatedCase({ triage, chosen, choose }: RepeatedCaseProps) {
  const { town, similar = [] } = triage;
  const { data } = useCases({ open: true, order: 'newest', limit: 100, ...(town === null ? {} : { town }) });
  const cases = data?.cases ?? [];
  const alike = similar.flatMap(({ caseId }) => caseId ?? []);
  const one = cases.find(({ caseId }) => caseId === chosen);
  return (
    <>
      {alike.length > 0 && (
        <div className="line" role="group" aria-label="相似的案件">
          {alike.map((caseId) => (
            <button
              key={caseId}
              type="button"
              className="chip"
              aria-pressed={caseId === chosen}
              onClick={() => choose(caseId)}
            >
              ★ {caseId} {cases.find((each) => each.caseId === caseId)?.itemName}
            </button>
          ))}
        </div>
      )}
      <label>
        与哪个案件重复（写案号，或从{town === null ? '' : '该镇街'}在办案件中选）
        <Input value={chosen} list="open-cases" onChange={({ target }) => choose(target.value)} />
      </label>
      <datalist id="open-cases">
        {cases.map(({ caseId, itemName, townName, stageLabel }) => (
          <option key={caseId} value={caseId} label={`${itemName} ${townName} ${stageLabel}`} />
        ))}
      </datalist>
      {one !== undefined && (
        <ul className="cases">
          <CaseRow summary={one} />
        </ul>
      )}
    </>
  );
}
