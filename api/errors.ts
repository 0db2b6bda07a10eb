import type { ProblemCode } from './problem';

interface Kind {
  readonly status: number;
  readonly title: string;
  /** Seconds after which it is worth trying again. */
  readonly retryAfter?: number;
}

const notCompetent: Kind = { status: 403, title: '无权办理' };
const notNow: Kind = { status: 409, title: '现在不能办理' };
const notAcceptable: Kind = { status: 422, title: '内容不符合要求' };

/** The one table: code → HTTP. Exhaustive by its type: a new code without a row doesn't compile. */
export const KINDS: Readonly<Record<ProblemCode, Kind>> = {
  case_archived: notNow,
  act_not_open: notNow,
  not_competent: notCompetent,
  case_elevated: notCompetent,
  stale_sequence: { status: 412, title: '案件已更新' },
  officers_insufficient: notNow,
  officer_uncertified: notCompetent,
  officer_of_another_organisation: notCompetent,
  reviewer_investigated: notCompetent,
  evidence_missing: notNow,
  not_verified_on_scene: notNow,
  no_violation_found: notNow,
  rectification_open: notNow,
  rectification_not_ordered: notNow,
  grounds_missing: notNow,
  certificates_not_shown: notNow,
  statement_not_heard: notNow,
  summary_limit_exceeded: notNow,
  collection_limit_exceeded: notNow,
  fine_out_of_range: notAcceptable,
  fine_unknown: notNow,
  penalty_empty: notAcceptable,
  heavier_than_noticed: notNow,
  notice_missing: notNow,
  statement_period_running: notNow,
  statement_on_record: notNow,
  review_missing: notNow,
  dispatch_insisted: notNow,
  same_town: notAcceptable,
  unknown_town: notAcceptable,
  date_out_of_range: notAcceptable,
  payment_exceeds_fine: notAcceptable,
  payment_outstanding: notNow,
  cooperation_unknown: notNow,
  cooperation_open: notNow,
  report_already_joined: notNow,
  nothing_due: notNow,
  unauthenticated: { status: 401, title: '请先登录' },
  unknown_person: { status: 403, title: '不在名册' },
  forbidden: notCompetent,
  not_found: { status: 404, title: '没有找到' },
  unknown_act: { status: 404, title: '没有这个动作' },
  malformed: { status: 400, title: '请求格式有误' },
  unprocessable: notAcceptable,
  body_too_large: { status: 413, title: '请求过大' },
  unsupported_media_type: { status: 415, title: '请求类型不支持' },
  key_missing: { status: 400, title: '缺少幂等键' },
  key_reused: { status: 422, title: '幂等键已用于其他内容' },
  key_in_flight: { status: 409, title: '同一请求正在处理', retryAfter: 1 },
  clue_settled: notNow,
  // Not 5xx: sent again it would be refused again, until somebody has mended the case.
  case_file_conflict: { status: 409, title: '案卷需要核对' },
  database_away: { status: 503, title: '数据库暂不可用', retryAfter: 2 },
  engine_away: { status: 503, title: '流程引擎暂不可用', retryAfter: 2 },
  busy: { status: 503, title: '服务繁忙', retryAfter: 2 },
  internal: { status: 500, title: '内部错误' },
};
