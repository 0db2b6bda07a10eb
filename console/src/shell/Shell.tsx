import { useEffect } from 'react';
import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useMe } from '../shared/api/reads';
import { ApiError } from '../shared/api/ApiError';
import { Failed } from '../shared/Failed';
import { UploadsLine } from '../shared/evidence/UploadsLine';
import { useSendFiles } from '../shared/evidence/useSendFiles';
import { State } from '../shared/State';
import { Away } from './Away';
import { deskOf, desksOf } from './desks';
import { TopBar } from './TopBar';
import { toSignIn } from './toSignIn';
import { useLive } from './useLive';

/** What stands around every page. Nobody sees a page before it is known who they are. */
export function Shell() {
  const { data: me, error } = useMe();
  useLive(me !== undefined);
  const desk = deskOf(useLocation().pathname);
  const isTheirs = me === undefined || desk === null || desksOf(me.role).some(({ to }) => to === desk);
  useSendFiles(me?.id);
  // Whose session ends while they work is told so by whatever asked.
  const unknown = me === undefined && error instanceof ApiError && error.status === 401;
  useEffect(() => {
    if (unknown) toSignIn('first');
  }, [unknown]);
  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <TopBar me={me ?? null} />
      <Away />
      {me !== undefined && <UploadsLine person={me.id} />}
      <main id="main" className="page" tabIndex={-1}>
        {me !== undefined && !isTheirs ? (
          <State kind="forbidden" title="您无权查看">
            <p>{`这个工作台不由${me.roleLabel}使用；需要的，请联系安全管理员调整岗位。`}</p>
            <Link to="/">回到自己的工作台</Link>
          </State>
        ) : me !== undefined ? (
          <Outlet />
        ) : error !== null && !unknown ? (
          <Failed error={error} />
        ) : (
          <State kind="loading" title="正在打开……" />
        )}
      </main>
      <ScrollRestoration />
    </>
  );
}
