import { Link, useSearchParams } from 'react-router';
import { useMe } from '../shared/api/reads';
import { AppealList } from './AppealList';
import { DutyBatch } from './DutyBatch';
import { UrgingList } from './UrgingList';
import './urging.css';

const VIEWS = { duties: '待履职事项', urgings: '催办和督办', listed: '挂牌督办', appeals: '超期申诉' } as const;
type View = keyof typeof VIEWS;

/** 催办督办: who owes what, asked for it one by one or many at once; what was answered; and who says the delay wasn't theirs. */
export function UrgingDesk() {
  const { data: me } = useMe();
  const [given] = useSearchParams();
  const view = (Object.keys(VIEWS) as View[]).find((each) => each === given.get('view')) ?? 'duties';
  if (me === undefined) return null;
  return (
    <>
      <h1>催办督办</h1>
      <nav className="views" aria-label="看什么">
        {Object.entries(VIEWS).map(([each, label]) => (
          <Link key={each} className="button" to={`?view=${each}`} aria-current={each === view ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      {view === 'duties' && <DutyBatch me={me} />}
      {view === 'urgings' && <UrgingList key="all" listed={false} />}
      {view === 'listed' && <UrgingList key="listed" listed />}
      {view === 'appeals' && <AppealList />}
    </>
  );
}
