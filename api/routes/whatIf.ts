import type { Static } from 'typebox';
import { seasonOnFile } from '../../db/seasonOnFile';
import { addMonths, lawDateOf } from '../../domain/time/lawDate';
import { LEAST_REPLICATIONS } from '../../simulation/interval';
import type { WhatIf } from '../../whatif/answerWhatIf';
import { baseOf, FIRST_DAY } from '../../whatif/loadBase';
import type { ApiApp, RouteDeps } from '../apiApp';
import { KINDS } from '../errors';
import { EVALUATORS, onlyFor } from '../onlyFor';
import { Problem } from '../problem';
import { runWhatIf } from '../runWhatIf';
import { PROBLEMS } from '../schemas/common';
import { MOST_REPLICATIONS, WhatIfBase, WhatIfBody, WhatIfLine } from '../schemas/whatIf';
import { answerView, whatCanBeChanged } from '../whatIfView';

const MONTHS = 12;
const SEED = 1;
/** A year under two worlds with the most replications takes a core half as long. */
const MOST_MS = 10 * 60_000;

const RUNNING = '另有一次推演正在进行，同时只能有一次。请等它结束后再试。';
const STOPPED = '服务正在停止，推演没有完成，请稍后再试。';
const TOO_LONG = '推演超过了 10 分钟，已停止。请缩短季节，或者减少重复次数。';

/**
 * 推演: what a season would come to under other rules, periods or staffing. The answer comes as lines while it is worked out, so that
 * its progress is seen; whoever goes away ends it. One at a time: it takes a core.
 */
export function whatIfRoutes(app: ApiApp, deps: RouteDeps): void {
  let running: AbortController | null = null;
  app.addHook('preClose', async () => running?.abort(new Error('the service stops')));

  app.get(
    '/api/v1/what-if',
    {
      schema: { summary: '推演：可以改什么，现在怎样', tags: ['评估'], response: { 200: WhatIfBase, ...PROBLEMS } },
    },
    async (request) => {
      await onlyFor(deps, request, EVALUATORS);
      const today = lawDateOf(new Date().toISOString());
      const past = await seasonOnFile(deps.db);
      return {
        ...whatCanBeChanged(baseOf(deps.catalogue, deps.catalogueDir, today)),
        catalogueVersion: deps.catalogue.version,
        earliest: FIRST_DAY,
        months: MONTHS,
        replications: { least: LEAST_REPLICATIONS, most: MOST_REPLICATIONS },
        past: past === null ? null : { from: lawDateOf(past.first), to: lawDateOf(past.last), cases: past.cases },
      };
    },
  );

  app.post(
    '/api/v1/what-if',
    {
      schema: {
        summary: '推演一季（答复逐行给出：进度，最后是结果；断开即停止）',
        description: '只推演，不改动任何数据。',
        tags: ['评估'],
        body: WhatIfBody,
        response: {
          200: { description: '每行一个 JSON', content: { 'application/x-ndjson': { schema: WhatIfLine } } },
          ...PROBLEMS,
        },
      },
    },
    async (request, reply) => {
      await onlyFor(deps, request, EVALUATORS);
      const question = questionOf(request.body);
      if (running !== null) throw new Problem('what_if_running', RUNNING);
      const stop = new AbortController();
      running = stop;
      const out = reply.raw;
      out.once('close', () => stop.abort(new Error('nobody waits for the answer')));
      const write = (line: Static<typeof WhatIfLine>): void => {
        if (!reply.sent) {
          reply.hijack();
          out.writeHead(200, {
            'content-type': 'application/x-ndjson; charset=utf-8',
            'cache-control': 'no-store',
            'x-accel-buffering': 'no',
          });
        }
        out.write(`${JSON.stringify(line)}\n`);
      };
      const { catalogueDir, databaseUrl } = deps;
      const limit = AbortSignal.timeout(MOST_MS);
      try {
        const done = await runWhatIf(
          { question, catalogueDir, databaseUrl },
          (count) => write({ kind: 'progress', done: count, of: question.replications }),
          AbortSignal.any([stop.signal, limit]),
        );
        if ('refused' in done) throw new Problem('unprocessable', done.refused, { at: 'body' });
        if ('away' in done) throw new Problem('database_away', '数据库暂时不可用，请稍后再试。');
        write({ kind: 'answer', answer: answerView(done.answer, question, deps) });
        out.end();
        return reply;
      } catch (error) {
        const problem = stop.signal.aborted
          ? new Problem('busy', STOPPED)
          : limit.aborted
            ? new Problem('busy', TOO_LONG)
            : error;
        // Before the first line it is an answer like any other; after it, it has to be a line.
        if (!reply.sent) throw problem;
        if (!(problem instanceof Problem)) request.log.error({ err: problem }, 'what if fails');
        const { code, detail } = problem instanceof Problem ? problem : FAILED;
        write({ kind: 'failed', problem: { code, title: KINDS[code].title, detail, requestId: request.id } });
        out.end();
        return reply;
      } finally {
        running = null;
      }
    },
  );
}

const FAILED = new Problem('internal', '推演没有完成，已记录。请把请求编号告诉系统管理员。');

function questionOf({ season, from, to, replications, seed = SEED, changes }: Static<typeof WhatIfBody>): WhatIf {
  if (from > to) throw new Problem('unprocessable', '开始日期晚于结束日期。', { at: 'body/to' });
  if (to >= addMonths(from, MONTHS)) {
    throw new Problem('unprocessable', `一季不超过 ${MONTHS} 个月，请缩短起止日期。`, { at: 'body/to' });
  }
  return { season, days: { from, to }, changes, replications, seed };
}
