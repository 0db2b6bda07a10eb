import { Link, useParams } from 'react-router';
import { useMe } from '../shared/api/reads';
import { State } from '../shared/State';
import { CataloguePart } from './CataloguePart';
import { ExportsPart } from './ExportsPart';
import { FormulasPart } from './FormulasPart';
import { LawPart } from './LawPart';
import { NoticesPart } from './NoticesPart';
import { PARTS, partsOf, type Part } from './parts';
import { PeoplePart } from './PeoplePart';
import { RefusalsPart } from './RefusalsPart';
import { RolesPart } from './RolesPart';
import { SessionsPart } from './SessionsPart';
import { SignInRecordPart } from './SignInRecordPart';

/** 系统管理: what each of the three administrators looks after, and nothing of the others’. */
export function AdministrationPage() {
  const { data: me } = useMe();
  const { part } = useParams();
  if (me === undefined) return null;
  const parts = partsOf(me.role);
  const [first] = parts;
  if (first === undefined) return null;
  const shown = part === undefined ? first : parts.find((each) => each === part);
  return (
    <>
      <h1>系统管理</h1>
      <nav className="line parts" aria-label="系统管理的各部分">
        {parts.map((each) => (
          <Link
            key={each}
            to={`/administration/${each}`}
            className="chip"
            aria-current={each === shown ? 'page' : undefined}
          >
            {PARTS[each]}
          </Link>
        ))}
      </nav>
      {shown !== undefined ? (
        <Shown part={shown} role={me.role} />
      ) : (
        <State kind="forbidden" title="没有这一部分，或者不由您管">
          <p>系统管理、安全管理、审计管理由三人分别担任；需要办理的，请联系他们。</p>
        </State>
      )}
    </>
  );
}

function Shown({ part, role }: { readonly part: Part; readonly role: string }) {
  switch (part) {
    case 'catalogue':
      return <CataloguePart mayTry={role === 'admin'} />;
    case 'formulas':
      return <FormulasPart mayTry={role === 'admin'} />;
    case 'law':
      return <LawPart />;
    case 'notices':
      return <NoticesPart />;
    case 'people':
      return <PeoplePart />;
    case 'roles':
      return <RolesPart />;
    case 'sessions':
      return <SessionsPart mayEnd={role === 'security_admin'} />;
    case 'exports':
      return <ExportsPart />;
    case 'sign-ins':
      return <SignInRecordPart />;
    case 'refusals':
      return <RefusalsPart />;
  }
}
