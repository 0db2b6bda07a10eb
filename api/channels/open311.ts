import formbody from '@fastify/formbody';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { messagesOf } from '../../db/clueMessages';
import { readClue } from '../../db/listClues';
import { FIELDS } from '../../domain/catalogue';
import { FIELD_LABELS } from '../../domain/labels';
import type { ApiApp, RouteDeps } from '../apiApp';
import { channelRule } from '../channelRule';
import { KINDS } from '../errors';
import { keyOf } from '../headers';
import { Problem } from '../problem';
import { receive } from '../receive';
import { IdempotencyHeaders, text } from '../schemas/common';
import { toProblem } from '../sendProblem';
import { senderOf } from '../senders';
import { adapter, said } from './adapter';

const Degree = Type.String({ pattern: '^-?\\d{1,3}(\\.\\d{1,15})?$', description: '度，WGS84' });

const OTHER = 'other';

/** GeoReport v2 sends forms: every value is text. */
const body = Type.Object(
  {
    api_key: Type.Optional(
      Type.String({ minLength: 1, maxLength: 8_000, description: '令牌；也可放在 Authorization 头' }),
    ),
    jurisdiction_id: Type.Optional(text(100, '辖区')),
    service_code: Type.Unsafe<string>({ type: 'string', enum: [...FIELDS, OTHER], description: '服务代码' }),
    description: text(4_000, '反映内容'),
    lat: Type.Optional(Degree),
    long: Type.Optional(Degree),
    address_string: Type.Optional(text(300, '地址')),
    address_id: Type.Optional(text(100, '地址编号')),
    first_name: Type.Optional(text(25, '名')),
    last_name: Type.Optional(text(25, '姓')),
    phone: Type.Optional(text(30, '电话')),
    email: Type.Optional(text(200, '邮箱')),
    device_id: Type.Optional(text(200, '设备编号')),
    account_id: Type.Optional(text(200, '账号')),
    media_url: Type.Optional(text(1_000, '图片网址')),
  },
  { additionalProperties: false },
);

const open311 = adapter({
  channel: 'web',
  summary: 'Open311：提交',
  body,
  personal: ['api_key', 'first_name', 'last_name', 'phone', 'email', 'device_id', 'account_id'],
  toClue: ({ description, lat, long, address_string, first_name, last_name, phone }) => {
    if ((lat === undefined) !== (long === undefined)) {
      throw new Problem('malformed', 'lat 和 long 须同时给出。', { at: 'body/lat' });
    }
    const name = `${last_name ?? ''}${first_name ?? ''}`;
    return said({
      text: description,
      place: address_string,
      position: lat === undefined || long === undefined ? undefined : { lat: degree(lat, 90), lng: degree(long, 180) },
      reporter: name === '' && phone === undefined ? undefined : said({ name: name === '' ? undefined : name, phone }),
    });
  },
});

function degree(value: string, most: number): number {
  const number = Number(value);
  if (Math.abs(number) > most) throw new Problem('malformed', `经纬度超出 ±${most} 度。`, { at: 'body/lat' });
  return number;
}

const Errors = Type.Array(Type.Object({ code: Type.Integer(), description: Type.String() }));
const PROBLEMS = { '4xx': Errors, '5xx': Errors };
const KeyQuery = Type.Object({ jurisdiction_id: Type.Optional(Type.String({ maxLength: 100 })) });

/**
 * Open311 GeoReport v2 in JSON, as a thin adapter of the channel `web`. The key is a token of ours, in the form's
 * `api_key` or the Authorization header and never in an address, which is logged. A repeat needs an Idempotency-Key,
 * which GeoReport doesn't know.
 */
export function open311Routes(app: ApiApp, deps: RouteDeps): void {
  const rule = channelRule(deps.channels, open311.channel);

  void app.register(async (plain) => {
    const scope = plain.withTypeProvider<TypeBoxTypeProvider>();
    await scope.register(formbody, { bodyLimit: 64 * 1024 });
    scope.setErrorHandler<Error>((error, request, reply) => sendErrors(error, request, reply));

    scope.get(
      '/open311/v2/services.json',
      {
        schema: {
          summary: 'Open311：服务目录',
          tags: ['Open311'],
          security: [],
          querystring: KeyQuery,
          response: {
            200: Type.Array(
              Type.Object({
                service_code: Type.String(),
                service_name: Type.String(),
                description: Type.String(),
                metadata: Type.Boolean(),
                type: Type.String(),
                keywords: Type.String(),
                group: Type.String(),
              }),
            ),
            ...PROBLEMS,
          },
        },
      },
      async () =>
        [...FIELDS.map((field) => [field, FIELD_LABELS[field]] as const), [OTHER, '其他'] as const].map(
          ([code, name]) => ({
            service_code: code,
            service_name: name,
            description: `${name}方面的问题；具体事项由服务研判`,
            metadata: false,
            type: 'realtime',
            keywords: '',
            group: '综合执法',
          }),
        ),
    );

    scope.post(
      '/open311/v2/requests.json',
      {
        schema: {
          summary: open311.summary,
          tags: ['Open311'],
          consumes: ['application/x-www-form-urlencoded', 'application/json'],
          body,
          querystring: KeyQuery,
          headers: IdempotencyHeaders,
          response: {
            201: Type.Array(Type.Object({ service_request_id: Type.String(), service_notice: Type.String() })),
            ...PROBLEMS,
          },
        },
      },
      async (request, reply) => {
        const sender = await senderOf(deps, request, rule, request.body.api_key);
        const key = request.headers['idempotency-key'] === undefined ? `open311-${request.id}` : keyOf(request.headers);
        const receipt = await receive(deps, open311, { sender, message: request.body, key, log: request.log });
        return reply
          .status(201)
          .send([{ service_request_id: receipt.clueId, service_notice: noticeOf(receipt.belongsTo) }]);
      },
    );

    scope.get(
      '/open311/v2/requests/:file',
      {
        schema: {
          summary: 'Open311：查询（requests/{service_request_id}.json）',
          tags: ['Open311'],
          params: Type.Object({ file: Type.String({ pattern: '^[0-9a-f-]{36}\\.json$' }) }),
          querystring: KeyQuery,
          response: {
            200: Type.Array(Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true })),
            ...PROBLEMS,
          },
        },
      },
      async (request) => {
        const sender = await senderOf(deps, request, rule);
        const id = request.params.file.slice(0, -'.json'.length);
        if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Problem('not_found', '没有这条诉求。');
        const clue = await readClue(deps.db, id);
        const [first] = clue === null ? [] : await messagesOf(deps.db, id);
        // What others have sent doesn't exist for a sender.
        if (clue === null || first?.caller !== sender) throw new Problem('not_found', '没有这条诉求。');
        const original = first.original as Readonly<Record<string, unknown>>;
        return [
          {
            service_request_id: clue.clueId,
            status: clue.answeredAt === null && clue.outcome !== 'not_ours' ? 'open' : 'closed',
            status_notes: clue.answer ?? noticeOf(clue.triage.belongsTo),
            service_code: original['service_code'] ?? OTHER,
            description: clue.text,
            agency_responsible: clue.triage.belongsTo ?? clue.triage.townName ?? '',
            requested_datetime: clue.receivedAt,
            updated_datetime: clue.answeredAt ?? clue.settledAt ?? clue.receivedAt,
            address: clue.place ?? '',
            lat: clue.position?.lat ?? null,
            long: clue.position?.lng ?? null,
          },
        ];
      },
    );
  });
}

function noticeOf(belongsTo: string | null): string {
  return belongsTo === null ? '已受理' : `不属综合执法职责，承办单位：${belongsTo}`;
}

/** GeoReport's own form of errors: a list, each with HTTP's number and what to do. */
function sendErrors(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error);
  const kind = KINDS[problem.code];
  reply.problemCode = problem.code;
  if (problem.code === 'internal') request.log.error({ err: error }, 'unforeseen');
  if (kind.retryAfter !== undefined) void reply.header('retry-after', String(kind.retryAfter));
  return reply.status(kind.status).send([{ code: kind.status, description: problem.detail }]);
}
