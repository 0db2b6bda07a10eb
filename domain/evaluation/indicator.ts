import type { CaseEventType } from '../case';
import type { Instant } from '../catalogue';
import type { DutySpan, Step, Trail, Who } from './trail';

/** One case's contribution to an indicator: counted in the denominator, and in the numerator where it is a hit. */
export interface Observed extends Who {
  readonly at: Instant;
  /** Of a share: whether it is in the numerator. */
  readonly hit: boolean;
  /** Of a duration: whole ms; 0 for a share. */
  readonly ms: number;
}

/** A formula, fixed under its version: another formula is another version, so that old and new stand side by side. */
export interface Indicator {
  readonly id: string;
  readonly version: number;
  readonly label: string;
  readonly unit: 'share' | 'ms';
  /** In words, for those who are measured by it. */
  readonly numerator: string;
  readonly denominator: string;
  readonly window: string;
  readonly exemptions: string;
  /** The events that it looks at; it is given no others. */
  readonly reads: readonly CaseEventType[];
  readonly observe: (trail: Trail) => readonly Observed[];
}

/** Events of fines and confiscations: 罚款、没收、收缴、加处罚款. */
const MONEY: readonly CaseEventType[] = [
  'payment_recorded',
  'fine_handed_in',
  'fine_banked',
  'late_fine_waived',
  'deferral_granted',
  'performance_recorded',
];

/** 行政处罚法 74: fines and confiscations must not count in evaluation, directly or in disguise. */
export class MoneyInEvaluation extends Error {
  override readonly name = 'MoneyInEvaluation';
}

/**
 * Takes a formula in. Throws a MoneyInEvaluation where it reads fines or confiscations; whatever it forgot to say that it
 * reads, it doesn't get.
 */
export function defineIndicator(indicator: Indicator): Indicator {
  const money = indicator.reads.filter((type) => MONEY.includes(type));
  if (money.length > 0) {
    throw new MoneyInEvaluation(
      `指标“${indicator.label}”以罚没为输入（${money.join('、')}）：行政处罚法第七十四条禁止罚没款项同考核、考评挂钩。`,
    );
  }
  const reads = new Set(indicator.reads);
  return {
    ...indicator,
    observe: (trail) => indicator.observe({ ...trail, steps: trail.steps.filter(({ type }) => reads.has(type)) }),
  };
}

export function share({ town, org, officer }: Who, at: Instant, hit: boolean): Observed {
  return { town, org, officer, at, hit, ms: 0 };
}

export function duration({ town, org, officer }: Who, from: Instant, at: Instant): Observed {
  return { town, org, officer, at, hit: true, ms: Date.parse(at) - Date.parse(from) };
}

/** When a duty is judged: once it is done, or once it is over. */
export function judgedAt({ endedAt, dueAt, late }: DutySpan): Instant | null {
  return late ? dueAt : endedAt;
}

export function stepsOf(trail: Trail, type: CaseEventType): readonly Step[] {
  return trail.steps.filter((step) => step.type === type);
}
