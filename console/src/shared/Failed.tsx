import { ApiError } from './api/ApiError';
import { State } from './State';

const READING: Readonly<Record<number, string>> = { 403: '您无权查看', 404: '没有找到' };

export interface FailedProps {
  readonly error: Error;
  /** Something was to be done, and not only read. */
  readonly wrote?: boolean;
}

/** Why something could not be read or done, and what to do about it. */
export function Failed({ error, wrote = false }: FailedProps) {
  if (!(error instanceof ApiError)) {
    console.error(error);
    return (
      <State kind="failed" title="页面出错">
        <p>请刷新；仍不行时请告诉系统管理员。</p>
      </State>
    );
  }
  const { status, message, passing, problem } = error;
  if (problem.code === 'malformed' && problem.at?.startsWith('params/') === true)
    return (
      <State kind="failed" title="没有找到">
        <p>地址里的编号不完整或者有误，请从列表进入。</p>
      </State>
    );
  const title = wrote ? '没有办成' : (READING[status] ?? '没有读到');
  return (
    <State kind={status === 403 ? 'forbidden' : 'failed'} title={title}>
      <p>
        {message} {passing && '正在自动重试，请稍候。'}
      </p>
      {problem.requestId !== undefined && <p className="quiet">请求编号 {problem.requestId}</p>}
    </State>
  );
}
