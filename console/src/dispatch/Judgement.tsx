import { useOverview } from '../shared/api/reads';
import type { Triage } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Facts } from '../shared/Facts';
import { MatterLink, withoutIds } from './MatterLink';

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const PARTS = { scope: '是否属本部门', field: '领域', item: '事项', town: '镇街', grade: '分级' } as const;

export interface JudgementProps {
  readonly outcomeLabel: string;
  readonly triage: Triage;
  readonly caseId: string | null;
}

/** What triage made of a clue and on which grounds, how sure it is, and what the second opinion says. */
export function Judgement({ outcomeLabel, triage, caseId }: JudgementProps) {
  const { data } = useOverview();
  const labels = data?.labels;
  const goes = caseId ?? triage.duplicateOf;
  const doubts = triage.reasons.filter(({ kind }) => kind === 'doubt');
  const second = triage.secondOpinion;
  return (
    <Card title={`研判：${outcomeLabel}`} className="judged">
      {goes !== null && <MatterLink to={goes} />}
      <Facts
        of={[
          ['事项', triage.itemName === null ? null : `${triage.itemName}（${triage.item ?? ''}）`],
          ['镇街', triage.townName],
          ['分级', labels?.grades[triage.grade ?? ''] ?? null],
          ['应由', triage.belongsTo],
          ['总的把握', triage.confidence > 0 ? percent(triage.confidence) : null],
        ]}
      />
      {triage.confidences !== undefined && (
        <ul className="confidences">
          {(Object.keys(PARTS) as (keyof typeof PARTS)[]).map((part) => {
            const sure = triage.confidences?.[part] ?? 0;
            return (
              <li key={part}>
                <span>{PARTS[part]}</span>
                <span className="bar" aria-hidden="true">
                  <i style={{ width: percent(sure) }} />
                </span>
                <span>{percent(sure)}</span>
              </li>
            );
          })}
        </ul>
      )}
      {second != null && (
        <p>
          模型的第二意见：{second.field === null ? '不属本部门' : (labels?.fields[second.field] ?? second.field)}
          （把握 {percent(second.confidence)}，仅供参考）
        </p>
      )}
      <h3>理由</h3>
      <ul>
        {triage.reasons
          .filter(({ kind }) => kind !== 'doubt')
          .map(({ kind, text, ref }) => (
            <li key={`${text}${ref ?? ''}`}>
              {withoutIds(text)}{' '}
              {ref !== null && (kind === 'same_matter' ? <MatterLink to={ref} /> : <code>{ref}</code>)}
            </li>
          ))}
      </ul>
      {doubts.length > 0 && (
        <details open={triage.outcome === 'desk'}>
          <summary>存疑 {doubts.length} 条</summary>
          <ul>
            {doubts.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
