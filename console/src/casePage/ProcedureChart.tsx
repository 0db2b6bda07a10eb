import { useProcedure, useTimeline } from '../shared/api/reads';
import type { ProcedurePicture, TimelineEntry } from '../shared/api/types';
import { articleWords } from '../shared/articleWords';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { dayAndTime } from '../shared/times';

const SAID = { now: '现在在这里', been: '已经过', passed: '未经过', back: '到过，已退回', ahead: '还没有到' } as const;
type Kind = keyof typeof SAID;

/** The procedure as a road: where the case has been and when, where it is, what may follow, and what is done at each place. */
export function ProcedureChart({ caseId, stage }: { readonly caseId: string; readonly stage: string }) {
  const procedure = useProcedure(caseId);
  const timeline = useTimeline(caseId);
  return (
    <Card title="程序图" className="procedure">
      <Loaded of={procedure}>
        {(picture) => (
          <ol className="road" aria-label="办理环节">
            {picture.stages.map((each, at) => {
              const entered = enteredAt(timeline.data?.events ?? [], each.stage);
              const here = picture.stages.findIndex((one) => one.stage === stage);
              const kind = kindOf(at - here, entered !== null);
              return (
                <li key={each.stage} className={kind} aria-current={kind === 'now' ? 'step' : undefined}>
                  <strong>{each.label}</strong>
                  <small>{SAID[kind]}</small>
                  {entered !== null && <small>{dayAndTime(entered)}</small>}
                </li>
              );
            })}
          </ol>
        )}
      </Loaded>
      {procedure.data !== undefined && <ActsHere picture={procedure.data} stage={stage} />}
    </Card>
  );
}

/** By its place on the road from where the case is, and whether it was ever there. */
function kindOf(ahead: number, entered: boolean): Kind {
  if (ahead === 0) return 'now';
  if (ahead > 0) return entered ? 'back' : 'ahead';
  return entered ? 'been' : 'passed';
}

function enteredAt(events: readonly TimelineEntry[], stage: string): string | null {
  return events.findLast(({ type, data }) => type === 'stage_entered' && data['stage'] === stage)?.at ?? null;
}

function ActsHere({ picture, stage }: { readonly picture: ProcedurePicture; readonly stage: string }) {
  const here = picture.acts.filter(({ at }) => at.includes(stage));
  return (
    <details>
      <summary>本环节可以办的事、由谁办、依据什么（{here.length} 项）</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label="本环节可以办的事">
        <table>
          <thead>
            <tr>
              <th scope="col">事项</th>
              <th scope="col">由谁办</th>
              <th scope="col">依据</th>
              <th scope="col">前提</th>
            </tr>
          </thead>
          <tbody>
            {here.map(({ act, label, by, article, conditions }) => (
              <tr key={act}>
                <th scope="row">{label}</th>
                <td>{by.join('、')}</td>
                <td>{article === null ? '内部管理' : articleWords(article)}</td>
                <td>
                  {conditions.length === 0 && '无'}
                  {conditions.map(({ text, met }) => (
                    <span key={text} className={met ? 'met' : 'unmet'}>
                      {met ? '✓ ' : '✗ '}
                      {text}
                      {met ? '' : '（不具备）'}{' '}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
