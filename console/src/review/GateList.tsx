import { useProcedure } from '../shared/api/reads';
import type { ProcedurePicture } from '../shared/api/types';
import { articleWords } from '../shared/articleWords';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';

/** An act that comes later, whose conditions a reviewer has to have in mind already. */
const DECISIVE = 'decide_penalty';

type Act = ProcedurePicture['acts'][number];
type Condition = Act['conditions'][number];

/** The law's gates, each once: those of the acts that are the reader's now, and what the decision will ask for besides. */
export function GateList({ caseId, stage }: { readonly caseId: string; readonly stage: string }) {
  const procedure = useProcedure(caseId);
  return (
    <Card title="法定条件核对">
      <Loaded of={procedure}>
        {({ acts }) => {
          const groups = grouped(acts.filter(({ at, mine }) => mine && at.includes(stage)));
          const told = new Set(groups.flatMap(({ conditions }) => conditions.map(({ text }) => text)));
          const later = acts.find(({ act, at }) => act === DECISIVE && !at.includes(stage));
          return (
            <>
              {groups.map(({ labels, article, conditions, checks }) => (
                <section key={labels.join()} className="gates">
                  <h3>{labels.join('、')}</h3>
                  <p className="quiet">{article === null ? '内部管理' : articleWords(article)}</p>
                  <ul>
                    {conditions.map((condition) => (
                      <Gate key={condition.text} condition={condition} />
                    ))}
                    {checks.map((text) => (
                      <li key={text}>○ 提交时核对：{text}</li>
                    ))}
                    {conditions.length + checks.length === 0 && <li>没有另外的条件</li>}
                  </ul>
                </section>
              ))}
              {later !== undefined && (
                <section className="gates">
                  <h3>以后“{later.label}”时还要具备</h3>
                  <p className="quiet">{later.article !== null && articleWords(later.article)}</p>
                  <ul>
                    {later.conditions
                      .filter(({ text }) => !told.has(text))
                      .map(({ text, met }) => (
                        <li key={text} className={met ? 'met' : ''}>
                          {met ? '✓ 已具备：' : '○ 届时核对：'}
                          {text}
                        </li>
                      ))}
                    {later.checks
                      .filter((check) => !later.conditions.some(({ text }) => text === check))
                      .map((text) => (
                        <li key={text}>○ 提交时核对：{text}</li>
                      ))}
                  </ul>
                </section>
              )}
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}

function Gate({ condition: { text, met, why, articles } }: { readonly condition: Condition }) {
  return (
    <li className={met ? 'met' : 'unmet'}>
      {met ? '✓ 具备：' : '✗ 不具备：'}
      {text}
      {why !== null && <span className="quiet"> {why}</span>}
      {articles.length > 0 && <span className="quiet"> {articles.map(articleWords).join('；')}</span>}
    </li>
  );
}

interface Group extends Pick<Act, 'article' | 'conditions' | 'checks'> {
  readonly labels: string[];
}

/** Acts that ask for the same are told together. */
function grouped(acts: readonly Act[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { label, article, conditions, checks } of acts) {
    const key = JSON.stringify([article, conditions, checks]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { labels: [label], article, conditions, checks });
    else known.labels.push(label);
  }
  return [...groups.values()];
}
