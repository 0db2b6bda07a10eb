import type { Rung } from './api/types';
import { useLadder } from './api/reads';
import { Loaded } from './Loaded';
import { State } from './State';
import { dayAndTime } from './times';

/** The ladder of one duty of a case, or of all of them: who was told when, and who is next. */
export function Ladder({ caseId, clockId }: { readonly caseId: string; readonly clockId?: string }) {
  const ladder = useLadder(caseId);
  return (
    <Loaded of={ladder}>
      {({ duties }) => {
        const shown = duties.filter(({ id, rungs }) => (clockId === undefined || id === clockId) && rungs.length > 0);
        return shown.length === 0 ? (
          <State kind="empty" title="没有逐级预警">
            <p>时限暂停或已经办完的，不再预警。</p>
          </State>
        ) : (
          shown.map(({ id, name, running, rungs }) => (
            <section key={id} aria-label={`${name}的逐级预警`}>
              {clockId === undefined && <h3>{running ? name : `${name}（已办完）`}</h3>}
              <ol className="plain">
                {rungs.map((rung) => (
                  <OneRung key={`${rung.rung}/${rung.reached}`} rung={rung} />
                ))}
              </ol>
            </section>
          ))
        );
      }}
    </Loaded>
  );
}

function OneRung({ rung: { rung, fromLabel, toLabel, consequenceLabel, at, reached, told } }: { readonly rung: Rung }) {
  return (
    <li>
      <p className="line">
        <strong>
          <span aria-hidden="true">{reached ? '✓' : '○'}</span> 第 {rung} 级
        </strong>
        <span>{fromLabel}</span>
        <span>
          {consequenceLabel}：{toLabel}
        </span>
        <span className={reached ? '' : 'quiet'}>{whenWords(at, reached)}</span>
      </p>
      {told.map(({ orgName, roleLabel, personName, at: then }) => (
        <p key={`${orgName}/${roleLabel ?? ''}/${personName ?? ''}`} className="quiet">
          {`${dayAndTime(then)} 已告知 ${[orgName, personName ?? roleLabel ?? '全体'].join(' · ')}`}
        </p>
      ))}
    </li>
  );
}

function whenWords(at: string | null, reached: boolean): string {
  if (at === null) return '按现在的时限不会到这一级';
  return reached ? dayAndTime(at) : `还没有办的话，${dayAndTime(at)}`;
}
