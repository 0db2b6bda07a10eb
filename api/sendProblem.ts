import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway } from '../db/pool';
import { CaseConflict, CONFLICT_MESSAGE } from '../engine/caseConflict';
import { isEngineAway } from '../engine/isEngineAway';
import { KINDS } from './errors';
import { Problem } from './problem';
import { validationText } from './validationText';

/** Turns whatever was thrown into problem+json. What isn't foreseen is logged whole and told as little. */
export function sendProblem(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error);
  const kind = KINDS[problem.code];
  reply.problemCode = problem.code;
  if (problem.code === 'internal') request.log.error({ err: error }, 'unforeseen');
  // Whose case it is stands in every line of the request.
  else if (error instanceof CaseConflict) request.log.error({ reason: error.message }, CONFLICT_MESSAGE);
  else request.log.info({ code: problem.code }, 'refused');
  if (kind.retryAfter !== undefined) void reply.header('retry-after', String(kind.retryAfter));
  return reply
    .status(kind.status)
    .type('application/problem+json; charset=utf-8')
    .send({
      type: `urn:problem:${problem.code}`,
      title: kind.title,
      status: kind.status,
      code: problem.code,
      detail: problem.detail,
      ...(problem.articles.length === 0 ? {} : { articles: [...problem.articles] }),
      ...(problem.at === null ? {} : { at: problem.at }),
      requestId: request.id,
    });
}

export function toProblem(error: FastifyError | Error): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof CaseConflict) {
    return new Problem(
      'case_file_conflict',
      `案件 ${error.caseId} 的案卷与流程记录对不上，这次办理没有生效，重试也不会成功。请把案件编号和 requestId 告诉系统管理员，核对修复后请用新的幂等键再办理。`,
    );
  }
  if (isDatabaseAway(error)) return new Problem('database_away', '数据库暂时不可用，请稍后重试。');
  if (isEngineAway(error)) return new Problem('engine_away', '流程引擎暂时不可用，请稍后重试。');
  if ('validation' in error && error.validation !== undefined) {
    const { at, text } = validationText(error.validationContext ?? 'body', error.validation);
    return new Problem('malformed', `${text}请按接口文档 /docs 修正后重试。`, { at });
  }
  const code = 'code' in error ? error.code : '';
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem(
        'body_too_large',
        '请求体超过 256 KiB。证据文件请登记其 sha256 后，从 /api/v1/cases/{id}/evidence/{sha256} 上传。',
      );
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem(
        'unsupported_media_type',
        '请求体的类型不对，应为 application/json；上传证据文件应为 application/octet-stream。',
      );
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Problem('malformed', '请求体不是有效的 JSON，请检查引号、逗号和编码（UTF-8）。', { at: 'body' });
    case 'FST_ERR_BAD_URL':
      return new Problem('malformed', '网址中的百分号编码有误，请按 UTF-8 编码后重试。', { at: 'url' });
    case 'FST_UNDER_PRESSURE':
      return new Problem('busy', '服务繁忙，请稍后重试。');
  }
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status === 400) return new Problem('malformed', '请求格式有误。');
  return new Problem('internal', '服务内部错误，已记录。请把 requestId 告诉系统管理员。');
}
