import type { CaseView } from '../shared/api/types';
import { articleWords } from '../shared/articleWords';
import { ActLink } from '../shared/cases/ActLink';
import { Card } from '../shared/Card';
import './casePage.css';

type Step = CaseView['next'][number];
type Missing = Step['missing'][number];
type Summary = CaseView['summary'];

/** What leads the case on from here, said to everybody who sees it: whom it waits for, and what it still lacks. */
export function NextSteps({ case: { next, summary } }: { readonly case: CaseView }) {
  if (next.length === 0) return null;
  return (
    <Card title="下一步" className="next-steps">
      <ul className="plain">
        {next.map((step) => (
          <OneStep key={step.acts.map(({ act }) => act).join()} step={step} summary={summary} />
        ))}
      </ul>
    </Card>
  );
}

function OneStep({ step: { acts, by, missing, checks }, summary }: { readonly step: Step; readonly summary: Summary }) {
  const open = acts.filter((each) => each.open);
  const mine = open.length > 0;
  return (
    <li>
      <p>
        <strong>{acts.map(({ label }) => label).join('、')}</strong>
        {mine ? '，轮到您办。' : missing.length > 0 ? '，还不能办。' : '，等下列单位或人员办。'}
      </p>
      {!mine && <p className="quiet">由 {by.join('；')} 办</p>}
      {missing.length > 0 && (
        <ul className="missing" aria-label="还缺">
          {missing.map((each) => (
            <OneMissing key={each.text} missing={each} summary={summary} />
          ))}
        </ul>
      )}
      {mine && (
        <ul className="acts">
          {open.map(({ act, label }) => (
            <li key={act}>
              <ActLink summary={summary} act={act} label={label} main={open.length === 1} />
            </li>
          ))}
        </ul>
      )}
      {checks.length > 0 && <p className="quiet">提交时还要核对：{checks.join('；')}</p>}
    </li>
  );
}

function OneMissing({
  missing: { text, why, articles, acts },
  summary,
}: {
  readonly missing: Missing;
  readonly summary: Summary;
}) {
  const open = acts.filter(({ open: may }) => may);
  const others = acts.filter(({ open: may }) => !may);
  return (
    <li>
      <p>
        <span className="unmet">还缺：{text}</span>
      </p>
      <p className="quiet">
        {why}
        {articles.length > 0 && ` ${articles.map(articleWords).join('；')}`}
      </p>
      {open.length > 0 && (
        <ul className="acts">
          {open.map(({ act, label }) => (
            <li key={act}>
              <ActLink summary={summary} act={act} label={label} main />
            </li>
          ))}
        </ul>
      )}
      {others.map(({ act, label, by }) => (
        <p key={act} className="quiet">
          {`“${label}”由 ${by.join('；')} 办`}
        </p>
      ))}
    </li>
  );
}
