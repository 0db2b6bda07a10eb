import { Button } from 'antd';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { State } from '../shared/State';

/** Where a page can't be shown at all: its code didn't come, its address names none, or it broke. */
export function RouteFailed() {
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  if (!missing) console.error(error);
  return (
    <main className="page">
      <State kind="failed" title={missing ? '没有这个页面' : '页面没有打开'}>
        <p>{missing ? '请从菜单进入。' : '可能是网络中断或系统刚更新。没有提交的内容还在本机，刷新后可以接着填。'}</p>
        <Button onClick={() => location.reload()}>刷新</Button> <Button href="/">回首页</Button>
      </State>
    </main>
  );
}
