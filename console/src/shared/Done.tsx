import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** What was just sent, said once by the page that one lands on: the browser keeps a page's state, and would say it again at each reload. */
export function Done() {
  const { pathname } = useLocation();
  return <Said key={pathname} />;
}

function Said() {
  const here = useLocation();
  const navigate = useNavigate();
  const [done] = useState(() => (here.state as { readonly done?: string } | null)?.done);
  useEffect(() => {
    const { pathname, search } = here;
    if (done !== undefined)
      void navigate({ pathname, search }, { replace: true, state: null, preventScrollReset: true });
    // Once, on landing.
  }, []);
  return done === undefined ? null : (
    <p className="done" role="status">
      已提交：{done}
    </p>
  );
}
