import { useProcedure } from '../shared/api/reads';
import { articleWords } from '../shared/articleWords';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';

/** Acts whose conditions a reviewer has to answer for, wherever the case stands. */
const DECISIVE = ['decide_penalty'];

/** The law's gates: each with its article, whether it is open as things stand, and if not, why and what to do. */
export function GateList({ caseId, stage }: { readonly caseId: string; readonly stage: string }) {
  const procedure = useProcedure(caseId);
  return (
    <Card title="法定条件核对">
      <Loaded of={procedure}>
        {({ acts }) => (
          <>
            {acts
              .filter(({ act, at, mine }) => (mine && at.includes(stage)) || DECISIVE.includes(act))
              .map(({ act, label, article, conditions, checks }) => (
                <section key={act} className="gates">
                  <h3>{label}</h3>
                  <p className="quiet">{article === null ? '内部管理' : articleWords(article)}</p>
                  <ul>
                    {conditions.map(({ text, met, why, articles }) => (
                      <li key={text} className={met ? 'met' : 'unmet'}>
                        {met ? '✓ 具备：' : '✗ 不具备：'}
                        {text}
                        {why !== null && <span className="quiet"> {why}</span>}
                        {articles.length > 0 && <span className="quiet"> {articles.map(articleWords).join('；')}</span>}
                      </li>
                    ))}
                    {checks.map((text) => (
                      <li key={text}>○ 提交时核对：{text}</li>
                    ))}
                    {conditions.length + checks.length === 0 && <li>没有另外的条件</li>}
                  </ul>
                </section>
              ))}
          </>
        )}
      </Loaded>
    </Card>
  );
}
