import { useClocks } from '../shared/api/reads';
import type { Clocks } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';

/** Every period with its reckoning, so that a person can check it by hand. */
export function ReckoningCard({ caseId }: { readonly caseId: string }) {
  const clocks = useClocks(caseId);
  return (
    <Card title="期限逐日推算">
      <Loaded of={clocks}>
        {({ clocks: found, money, court }) => (
          <>
            {found.length === 0 && <State kind="empty" title="还没有期限要推算" />}
            {found.map(({ id, kind, name, summary, lines }) => (
              <details key={id} className="reckoning">
                <summary>
                  {name}
                  {kind === 'wait' && '（当事人的期限或等待期）'}
                </summary>
                <p>{summary}</p>
                <ol>
                  {lines.map(({ date, until, counted, note }) => (
                    <li key={`${date}${note}`} className={counted === true ? 'counted' : ''}>
                      {until === null ? date : `${date} 至 ${until}`}
                      {'　'}
                      {note}
                    </li>
                  ))}
                </ol>
              </details>
            ))}
            {money !== null && <Money money={money} />}
            {court !== null && (
              <p>{`复议、诉讼期限至 ${court.remediesUntil} 止；申请法院强制执行至 ${court.until} 止。`}</p>
            )}
          </>
        )}
      </Loaded>
    </Card>
  );
}

function Money({
  money: { payBy, principal, lateFine, owed, lines },
}: {
  readonly money: NonNullable<Clocks['money']>;
}) {
  return (
    <>
      <p>{`应于 ${payBy} 以前缴纳；尚欠本金 ${principal} 元，加处罚款 ${lateFine} 元，合计 ${owed} 元。`}</p>
      <ul className="quiet">
        {lines.map(({ from, until, days, counted, principal: of, amount, sum }) => (
          <li key={from}>
            {`${from} 至 ${until}（${days} 日）：${counted ? `按 ${of} 元加处 ${amount} 元，累计 ${sum} 元` : '复议、诉讼期间，不加处'}`}
          </li>
        ))}
      </ul>
    </>
  );
}
