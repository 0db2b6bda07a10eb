import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useLocation } from 'react-router';
import type { Me } from '../shared/api/types';
import { deskOf, desksOf } from './desks';
import { signOut } from './signOut';

export function TopBar({ me }: { readonly me: Me | null }) {
  const leave = useMutation({ mutationFn: signOut });
  const here = deskOf(useLocation().pathname);
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
              <Link
                key={to}
                to={to}
                className={to === here ? 'active' : ''}
                aria-current={to === here ? 'page' : undefined}
              >
                {label}
              </Link>
            ))}
          </nav>
          <div className="who">
            <span>
              {me.name} <small>{`${me.roleLabel} · ${me.orgName}`}</small>
            </span>
            <Button loading={leave.isPending} onClick={() => leave.mutate(me.id)}>
              退出
            </Button>
          </div>
        </>
      )}
      {leave.error !== null && (
        <p className="fault" role="alert">
          没有退出：{leave.error.message}请在恢复后再退出，或者联系安全管理员结束这次登录。
        </p>
      )}
    </header>
  );
}
