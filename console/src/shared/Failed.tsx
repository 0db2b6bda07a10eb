import { ApiError } from './api/ApiError';
import { State } from './State';

/** Why something could not be read, and what to do about it. */
export function Failed({ error }: { readonly error: Error }) {
  if (!(error instanceof ApiError)) {
    console.error(error);
    return (
      <State kind="failed" title="页面出错">
        <p>请刷新；仍不行时请告诉系统管理员。</p>
      </State>
    );
  }
  const { status, message, passing, problem } = error;
  const title = status === 403 ? '您无权查看' : status === 404 ? '没有找到' : '没有读到';
  return (
    <State kind={status === 403 ? 'forbidden' : 'failed'} title={title}>
      <p>
        {message} {passing && '正在自动重试，请稍候。'}
      </p>
      {problem.requestId !== undefined && <p className="quiet">请求编号 {problem.requestId}</p>}
    </State>
  );
}
