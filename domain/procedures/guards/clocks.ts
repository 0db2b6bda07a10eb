import { ARTICLES } from '../../articles';
import { refuse } from '../../refusal';
import { isPaused } from '../../time/clock';
import type { InputGuard, StateGuard } from '../procedure';

/** Extensions and suspension. */

export const somethingToExtend: StateGuard = (state) =>
  Object.values(state.clocks).some(({ period }) => state.law.extensions[period] !== undefined)
    ? null
    : refuse('extension_not_allowed', '没有可以延长的期限。', ARTICLES.decisionPeriod);

/** Its id is a word of ours: whoever chose it saw its name, and it has ended since. */
export const notRunning = () => refuse('clock_unknown', '没有正在进行的时限与所选的相符，可能刚刚办结；请刷新后重选。');

/** An extension within what the data allows, while the period still runs (行政强制法 25; 行政处罚法 60). */
export const mayExtend: InputGuard<'extend_period'> = (state, { input, at }) => {
  const clock = state.clocks[input.clockId];
  if (clock === undefined) return notRunning();
  const limit = state.law.extensions[clock.period];
  if (limit === undefined) {
    return refuse(
      'extension_not_allowed',
      `“${clock.name}”不能延长。`,
      ...(clock.article === null ? [] : [clock.article]),
    );
  }
  const articles = limit.article === null ? [] : [limit.article];
  if (isPaused(clock)) return refuse('clock_paused', `“${clock.name}”已中止计算，恢复后再延长。`, ...articles);
  if (clock.extensions.length >= limit.times) {
    return refuse('extension_used_up', `“${clock.name}”最多延长 ${limit.times} 次，已用完。`, ...articles);
  }
  if (at >= clock.dueAt) return refuse('period_over', `“${clock.name}”已届满，不能再延长。`, ...articles);
  return input.number > limit.most.number
    ? refuse(
        'extension_not_allowed',
        `“${clock.name}”一次最多延长 ${limit.most.number}，本次申请 ${input.number}。`,
        ...articles,
      )
    : null;
};

export const isSuspended: StateGuard = (state) =>
  state.suspended === null ? refuse('not_suspended', '案件没有中止。', ARTICLES.decisionPeriod) : null;
