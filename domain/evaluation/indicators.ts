import type { CaseEventType } from '../case';
import { defineIndicator, duration, judgedAt, share, stepsOf, type Indicator, type Observed } from './indicator';
import type { DutySpan, Step, Trail } from './trail';

/** Duties of an organisation. Periods in which the party may act, or in which nothing but time passes, are nobody's duty. */
const DUTIES: readonly string[] = [
  'accept',
  'verify',
  'file',
  'investigation',
  'rectification_check',
  'review',
  'notice',
  'decide',
  'ordinary_case',
  'on_spot_record',
  'fine_hand_in',
  'fine_banking',
  'service',
  'close',
  'cooperation',
  'publication',
];

/** Periods of answers to supervision. */
const URGINGS: readonly string[] = ['urging', 'supervision'];

const ON_CLOSE = '结案之日';

function onTime(trail: Trail, wanted: (duty: DutySpan) => boolean): readonly Observed[] {
  return trail.duties.filter(wanted).flatMap((duty) => {
    const at = judgedAt(duty);
    return at === null ? [] : [share(duty, at, !duty.late)];
  });
}

/** Of answers that somebody waits for: the trail has the steps that answer, and what ended with its case alone counts for nothing. */
function answeredOnTime(trail: Trail, periods: readonly string[]): readonly Observed[] {
  return onTime(
    trail,
    ({ period, exempt, late, endedAt }) =>
      periods.includes(period) && !exempt && (late || trail.steps.some(({ at }) => at === endedAt)),
  );
}

/** One for each closing, by what else happened in the case up to then. */
function perClosing(trail: Trail, hit: (closing: Step, before: readonly Step[]) => boolean): readonly Observed[] {
  return stepsOf(trail, 'case_closed').map((closing) =>
    share(closing, closing.at, hit(closing, trail.steps.slice(0, trail.steps.indexOf(closing)))),
  );
}

/** One for each case, by whether something has become of it: on the account of who did it, or else of who has the case. */
function perOpening(trail: Trail, wanted: CaseEventType): readonly Observed[] {
  const opened = stepsOf(trail, 'case_opened')[0];
  const done = stepsOf(trail, wanted).at(-1);
  return opened === undefined ? [] : [share(done ?? trail.holder, opened.at, done !== undefined)];
}

/** The towns' answers to orders; a return that the dispatch centre overruled was none. */
function answers(trail: Trail): readonly { readonly answer: Step; readonly accepted: boolean }[] {
  return trail.steps.flatMap((answer, index): readonly { readonly answer: Step; readonly accepted: boolean }[] => {
    if (answer.type === 'accepted') return [{ answer, accepted: true }];
    if (answer.type !== 'dispatch_returned') return [];
    const next = trail.steps.slice(index + 1).find(({ type }) => type === 'dispatched');
    return next?.insisted === true ? [] : [{ answer, accepted: false }];
  });
}

/** All formulas, each under its version. A change is a new entry beside the old one. */
export const INDICATORS: readonly Indicator[] = [
  {
    id: 'dispatch_accuracy',
    version: 1,
    label: '派单准确率',
    unit: 'share' as const,
    numerator: '派单后被接单的次数',
    denominator: '镇街对派单的答复次数（接单或者退单）',
    window: '答复之日',
    exemptions: '退单后被坚持派单的，退单不计',
    reads: ['accepted', 'dispatch_returned', 'dispatched'] as const,
    observe: (trail: Trail) => answers(trail).map(({ answer, accepted }) => share(answer, answer.at, accepted)),
  },
  {
    id: 'dispatch_on_time',
    version: 1,
    label: '按时派单率',
    unit: 'share' as const,
    numerator: '在派单时限届满前派出的次数',
    denominator: '已派出或者已超过派单时限的次数：上报后首次派单，退单后改派或者维持',
    window: '派出之日；超期的为届满之日',
    exemptions: '超期申诉成立的不计；没有成案的线索不计',
    reads: [],
    observe: (trail: Trail) => onTime(trail, ({ period, exempt }) => period === 'dispatch' && !exempt),
  },
  {
    id: 'time_to_dispatch',
    version: 1,
    label: '派单用时',
    unit: 'ms' as const,
    numerator: '从上报到首次派单的时间（中位数、90 分位）',
    denominator: '成案的上报',
    window: '派出之日',
    exemptions: '无',
    reads: ['case_opened'] as const,
    observe: (trail: Trail) =>
      stepsOf(trail, 'case_opened').flatMap((opened) =>
        trail.duties
          .filter(({ period, endedAt }) => period === 'dispatch' && endedAt === opened.at)
          .map(({ startedAt }) => duration(opened, startedAt, opened.at)),
      ),
  },
  {
    id: 'guidance_on_time',
    version: 1,
    label: '业务指导按时答复率',
    unit: 'share' as const,
    numerator: '在时限届满前答复的业务指导请求',
    denominator: '已答复或者已超期的业务指导请求',
    window: '答复之日；超期的为届满之日',
    exemptions: '案件先行结案、提级，不必再答复的不计；超期申诉成立的不计',
    reads: ['guidance_answered'] as const,
    observe: (trail: Trail) => answeredOnTime(trail, ['guidance']),
  },
  {
    id: 'handled',
    version: 1,
    label: '办理率',
    unit: 'share' as const,
    numerator: '已接单的案件',
    denominator: '派出的案件',
    window: '成案之日',
    exemptions: '无',
    reads: ['case_opened', 'accepted'] as const,
    observe: (trail: Trail) => perOpening(trail, 'accepted'),
  },
  {
    id: 'closed',
    version: 1,
    label: '办结率',
    unit: 'share' as const,
    numerator: '已结案的案件',
    denominator: '派出的案件',
    window: '成案之日',
    exemptions: '无：办理中的案件也计入分母',
    reads: ['case_opened', 'case_closed'] as const,
    observe: (trail: Trail) => perOpening(trail, 'case_closed'),
  },
  {
    id: 'accept_on_time',
    version: 1,
    label: '按时接单率',
    unit: 'share' as const,
    numerator: '在接单时限届满前答复的次数',
    denominator: '已答复或者已超过接单时限的派单次数',
    window: '答复之日；超期的为届满之日',
    exemptions: '暂停的时间不计',
    reads: [],
    observe: (trail: Trail) => onTime(trail, ({ period }) => period === 'accept'),
  },
  {
    id: 'accept_on_time',
    version: 2,
    label: '按时接单率',
    unit: 'share' as const,
    numerator: '在接单时限届满前答复的次数',
    denominator: '已答复或者已超过接单时限的派单次数',
    window: '答复之日；超期的为届满之日',
    exemptions: '暂停的时间不计；超期申诉成立的不计',
    reads: [],
    observe: (trail: Trail) => onTime(trail, ({ period, exempt }) => period === 'accept' && !exempt),
  },
  {
    id: 'duties_on_time',
    version: 1,
    label: '按时履职率',
    unit: 'share' as const,
    numerator: '在时限届满前完成的事项',
    denominator: '已完成或者已超期的事项',
    window: '完成之日；超期的为届满之日',
    exemptions: '暂停的时间不计；当事人行使权利的期间和等待期不计',
    reads: [],
    observe: (trail: Trail) => onTime(trail, ({ period }) => DUTIES.includes(period)),
  },
  {
    id: 'duties_on_time',
    version: 2,
    label: '按时履职率',
    unit: 'share' as const,
    numerator: '在时限届满前完成的事项',
    denominator: '已完成或者已超期的事项',
    window: '完成之日；超期的为届满之日',
    exemptions: '暂停的时间不计；超期申诉成立的不计；当事人行使权利的期间和等待期不计',
    reads: [],
    observe: (trail: Trail) => onTime(trail, ({ period, exempt }) => DUTIES.includes(period) && !exempt),
  },
  {
    id: 'overdue_pending',
    version: 1,
    label: '超期未办率',
    unit: 'share' as const,
    numerator: '已超期而仍未完成的事项',
    denominator: '已完成或者已超期的事项',
    window: '完成之日；超期的为届满之日',
    exemptions: '暂停的时间不计；当事人行使权利的期间和等待期不计',
    reads: [],
    observe: (trail: Trail) =>
      trail.duties
        .filter(({ period }) => DUTIES.includes(period))
        .flatMap((duty) => {
          const at = judgedAt(duty);
          return at === null ? [] : [share(duty, at, duty.late && duty.endedAt === null)];
        }),
  },
  {
    id: 'cooperation_on_time',
    version: 1,
    label: '按时协办率',
    unit: 'share' as const,
    numerator: '在时限届满前答复的协办任务',
    denominator: '已答复或者已超期的协办任务',
    window: '答复之日；超期的为届满之日',
    exemptions: '暂停的时间不计',
    reads: [],
    observe: (trail: Trail) => onTime(trail, ({ period }) => period === 'cooperation'),
  },
  {
    id: 'urging_on_time',
    version: 1,
    label: '催办督办按时答复率',
    unit: 'share' as const,
    numerator: '在时限届满前答复的催办、督办',
    denominator: '已答复或者已超期的催办、督办；答复不被认可而重新答复的另计一次',
    window: '答复之日；超期的为届满之日',
    exemptions: '案件先行结案、不必再答复的不计；超期申诉成立的不计',
    reads: ['urging_answered'] as const,
    observe: (trail: Trail) => answeredOnTime(trail, URGINGS),
  },
  {
    id: 'overdue_pending',
    version: 2,
    label: '超期未办率',
    unit: 'share' as const,
    numerator: '已超期而仍未完成的事项',
    denominator: '已完成或者已超期的事项',
    window: '完成之日；超期的为届满之日',
    exemptions: '暂停的时间不计；超期申诉成立的不计；当事人行使权利的期间和等待期不计',
    reads: [],
    observe: (trail: Trail) =>
      trail.duties
        .filter(({ period, exempt }) => DUTIES.includes(period) && !exempt)
        .flatMap((duty) => {
          const at = judgedAt(duty);
          return at === null ? [] : [share(duty, at, duty.late && duty.endedAt === null)];
        }),
  },
  {
    id: 'closed_on_time',
    version: 1,
    label: '按期办结率',
    unit: 'share' as const,
    numerator: '结案时没有任何事项超期的案件',
    denominator: '结案的案件',
    window: ON_CLOSE,
    exemptions: '暂停的时间不计；当事人行使权利的期间和等待期不计',
    reads: ['case_closed'] as const,
    observe: (trail: Trail) =>
      perClosing(
        trail,
        ({ at }) => !trail.duties.some(({ period, late, dueAt }) => late && dueAt <= at && DUTIES.includes(period)),
      ),
  },
  {
    id: 'closed_on_time',
    version: 2,
    label: '按期办结率',
    unit: 'share' as const,
    numerator: '结案时没有任何事项超期的案件',
    denominator: '结案的案件',
    window: ON_CLOSE,
    exemptions: '暂停的时间不计；超期申诉成立的不计；当事人行使权利的期间和等待期不计',
    reads: ['case_closed'] as const,
    observe: (trail: Trail) =>
      perClosing(
        trail,
        ({ at }) =>
          !trail.duties.some(
            ({ period, late, exempt, dueAt }) => late && !exempt && dueAt <= at && DUTIES.includes(period),
          ),
      ),
  },
  {
    id: 'closed_in_town',
    version: 1,
    label: '镇街办结率',
    unit: 'share' as const,
    numerator: '由镇街结案的案件',
    denominator: '结案的案件',
    window: ON_CLOSE,
    exemptions: '无',
    reads: ['case_closed'] as const,
    observe: (trail: Trail) => perClosing(trail, ({ closedBy }) => closedBy === 'town'),
  },
  {
    id: 'rework',
    version: 1,
    label: '返工率',
    unit: 'share' as const,
    numerator: '法制审核退回补充或者要求纠正的次数',
    denominator: '法制审核次数',
    window: '审核之日',
    exemptions: '无',
    reads: ['reviewed'] as const,
    observe: (trail: Trail) =>
      stepsOf(trail, 'reviewed').map((step) =>
        share(step, step.at, step.verdict === 'return' || step.verdict === 'correct'),
      ),
  },
  {
    id: 'review_first_pass',
    version: 1,
    label: '审核一次通过率',
    unit: 'share' as const,
    numerator: '第一次法制审核即通过的案件',
    denominator: '经过法制审核的案件',
    window: '第一次审核之日',
    exemptions: '无',
    reads: ['reviewed'] as const,
    observe: (trail: Trail) =>
      stepsOf(trail, 'reviewed')
        .slice(0, 1)
        .map((step) => share(step, step.at, step.verdict === 'pass')),
  },
  {
    id: 'time_to_review',
    version: 1,
    label: '审核用时',
    unit: 'ms' as const,
    numerator: '从调查终结送审到审核意见的时间（中位数、90 分位）',
    denominator: '法制审核次数',
    window: '审核之日',
    exemptions: '退回补充后镇街用去的时间不计',
    reads: ['investigation_ended', 'reviewed'] as const,
    observe: (trail: Trail) =>
      trail.steps.flatMap((step, index) => {
        if (step.type !== 'reviewed') return [];
        const sent = trail.steps.slice(0, index).findLast(({ type }) => type === 'investigation_ended');
        return sent === undefined ? [] : [duration(step, sent.at, step.at)];
      }),
  },
  {
    id: 'repeated',
    version: 1,
    label: '重复反映率',
    unit: 'share' as const,
    numerator: '结案前又有人反映同一件事的案件',
    denominator: '结案的案件',
    window: ON_CLOSE,
    exemptions: '无',
    reads: ['case_closed', 'report_joined'] as const,
    observe: (trail: Trail) =>
      perClosing(trail, (_closing, before) => before.some(({ type }) => type === 'report_joined')),
  },
  {
    id: 'satisfaction',
    version: 1,
    label: '群众满意率',
    unit: 'share' as const,
    numerator: '评价为满意或者基本满意的反映人',
    denominator: '结案答复后作出评价的反映人；同一反映多次回访的，以最后一次为准',
    window: '评价之日',
    exemptions: '未作评价的不计；记在结案单位名下',
    reads: ['case_closed'] as const,
    observe: (trail: Trail) =>
      trail.ratings
        .filter(({ clueId, rating }, index) => {
          const last = trail.ratings.findLastIndex((other) => other.clueId === clueId);
          return index === last && rating !== 'no_word';
        })
        .map(({ at, rating }) =>
          share(stepsOf(trail, 'case_closed').at(-1) ?? trail.holder, at, rating !== 'dissatisfied'),
        ),
  },
  {
    id: 'extended',
    version: 1,
    label: '延期率',
    unit: 'share' as const,
    numerator: '办理中延长过期限的案件',
    denominator: '结案的案件',
    window: ON_CLOSE,
    exemptions: '无',
    reads: ['case_closed', 'period_extended'] as const,
    observe: (trail: Trail) =>
      perClosing(trail, (_closing, before) => before.some(({ type }) => type === 'period_extended')),
  },
  {
    id: 'suspended',
    version: 1,
    label: '中止率',
    unit: 'share' as const,
    numerator: '办理中中止过的案件',
    denominator: '结案的案件',
    window: ON_CLOSE,
    exemptions: '无',
    reads: ['case_closed', 'case_suspended'] as const,
    observe: (trail: Trail) =>
      perClosing(trail, (_closing, before) => before.some(({ type }) => type === 'case_suspended')),
  },
  {
    id: 'time_to_close',
    version: 1,
    label: '办结用时',
    unit: 'ms' as const,
    numerator: '从成案到结案的时间（中位数、90 分位）',
    denominator: '结案的案件',
    window: ON_CLOSE,
    exemptions: '无：暂停的时间也计',
    reads: ['case_opened', 'case_closed'] as const,
    observe(trail: Trail) {
      const opened = stepsOf(trail, 'case_opened')[0];
      return opened === undefined
        ? []
        : stepsOf(trail, 'case_closed').map((closing) => duration(closing, opened.at, closing.at));
    },
  },
].map(defineIndicator);
