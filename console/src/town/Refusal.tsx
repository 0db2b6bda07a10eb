import type { ApiError } from '../shared/api/ApiError';
import { articleWords } from '../shared/articleWords';

/** Why an act was not taken, on which article, and what to do. */
export function Refusal({ error, unanswered }: { readonly error: ApiError; readonly unanswered: boolean }) {
  const articles = error.problem.articles ?? [];
  return (
    <div className="refusal" role="alert">
      <strong>{unanswered ? '还没有得到答复' : (error.problem.title ?? '没有提交成功')}</strong>
      <p>{error.message}</p>
      {articles.length > 0 && <p>依据：{articles.map(articleWords).join('；')}</p>}
      {unanswered && <p>内容已留在本机，正在自动重试；同一次提交不会重复办理。</p>}
      {error.problem.requestId !== undefined && <p className="quiet">请求编号 {error.problem.requestId}</p>}
    </div>
  );
}
