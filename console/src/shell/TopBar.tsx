import { Button } from 'antd';
import { Link, NavLink } from 'react-router';
import type { Me } from '../shared/api/types';
import { desksOf } from './desks';
import { signOut } from './signOut';

export function TopBar({ me }: { readonly me: Me | null }) {
  return (
    <header className="top">
      <Link className="brand" to="/">
        <span className="seal" aria-hidden="true">
          分级
        </span>
        崇州市分级办案
      </Link>
      {me !== null && (
        <>
          <nav aria-label="工作台">
            {desksOf(me.role).map(({ to, label }) => (
              <NavLink key={to} to={to} end>
                {label}
              </NavLink>
            ))}
          </nav>
          <div className="who">
            <span>
              {me.name} <small>{`${me.roleLabel} · ${me.orgName}`}</small>
            </span>
            <Button onClick={() => void signOut(me.id)}>退出</Button>
          </div>
        </>
      )}
    </header>
  );
}
