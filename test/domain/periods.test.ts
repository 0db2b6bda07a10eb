import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
// A dev dependency of its own: the vectors are read by lawyers, and YAML is what they can read and correct.
import { parse } from 'yaml';
import { LIMIT_IDS, PERIOD_UNITS, type Instant, type Period, type PeriodUnit } from '../../domain/catalogue';
import { isPaused, lastDayOf, lightAt, type Clock } from '../../domain/time/clock';
import { explainClock } from '../../domain/time/explainClock';
import { extendClock } from '../../domain/time/extendClock';
import { addDays, endOf, isLawDate, startOf } from '../../domain/time/lawDate';
import { lateFine } from '../../domain/time/lateFine';
import { pauseClock } from '../../domain/time/pauseClock';
import { reckon } from '../../domain/time/reckon';
import { remedies } from '../../domain/time/remedies';
import { resumeClock } from '../../domain/time/resumeClock';
import { startClock } from '../../domain/time/startClock';
import { percentOfYuan } from '../../domain/yuan';
import { catalogue, justBefore, shanghai, STREET } from './support/aCase';
import { lastRung, takenAt } from './support/takenAt';
import { WRONG_RULES, type Reckoned, type WrongRuleName } from './support/wrongRules';

/**
 * The periods as a lawyer reckons them: each vector was worked out by hand from the article and the State Council's
 * notices of holidays, never copied from what the code prints. A vector that fails is a fault of the code or of a row
 * in the data, until somebody shows by the article that the vector is wrong.
 */
const DIR = join(import.meta.dirname, 'periods');
const { calendar } = catalogue;

interface Vector {
  readonly name: string;
  readonly article: string;
  readonly why?: string;
}

interface PeriodVector extends Vector {
  readonly period: string;
  /** Another length than the data's: a figure that is proposed, or a unit that no period has yet. */
  readonly span?: { readonly number: number; readonly unit: PeriodUnit };
  readonly start: string;
  readonly pauses?: readonly { readonly from: string; readonly until?: string; readonly reason: string }[];
  readonly extensions?: readonly {
    readonly number: number;
    readonly unit: PeriodUnit;
    readonly at: string;
    readonly by: string;
    readonly reason: string;
  }[];
  readonly lastDay?: string;
  readonly due?: string;
  readonly uncertainYears?: readonly number[];
  readonly escalates?: string;
  readonly lastEdit?: string;
  readonly escalatesIfCountedFromLastEdit?: string;
  readonly wrong?: readonly {
    readonly rule: WrongRuleName;
    readonly from?: string;
    readonly lastDay?: string;
    readonly due?: string;
  }[];
}

const KEYS = [
  ...['name', 'article', 'why', 'period', 'span', 'start', 'pauses', 'extensions', 'lastDay', 'due'],
  ...['uncertainYears', 'escalates', 'lastEdit', 'escalatesIfCountedFromLastEdit', 'wrong'],
];

interface LateFineVector extends Vector {
  readonly fine: number;
  readonly paidBy: string;
  readonly payments?: readonly { readonly on: string; readonly amount: number }[];
  readonly stops?: readonly { readonly from: string; readonly until?: string }[];
  readonly asOf: string;
  readonly amount: number;
  readonly days: number;
  readonly wrong?: readonly { readonly rule: keyof typeof WRONG_LATE_FINES; readonly amount: number }[];
}

interface RemedyVector extends Vector {
  readonly servedOn: string;
  readonly reconsiderationUntil: string;
  readonly lawsuitUntil: string;
  readonly courtFrom: string;
  readonly courtUntil: string;
  readonly uncertainYears?: readonly number[];
  readonly wrong: readonly { readonly rule: 'from_payment_date'; readonly courtUntil: string }[];
}

interface FigureVector extends Vector {
  readonly limit: string;
  readonly value: number;
  readonly unit: string;
}

const read = <V extends Vector>(file: string): readonly V[] =>
  parse(readFileSync(join(DIR, file), 'utf8')) as readonly V[];

const OTHER_KINDS = ['late-fine.yaml', 'remedies.yaml', 'figures.yaml'];
const FILES = readdirSync(DIR)
  .filter((file) => !OTHER_KINDS.includes(file))
  .sort();

function period(id: string): Period {
  const found = catalogue.periods.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`periods.csv has no row ${id}`);
  return found;
}

function periodOf({ period: id, span }: PeriodVector): Period {
  return span === undefined ? period(id) : { ...period(id), span };
}

/** The clock after everything that happened to it, in the order in which it happened. */
function clockOf(vector: PeriodVector): Clock {
  const happened: readonly { readonly at: Instant; readonly change: (clock: Clock) => Clock }[] = [
    ...(vector.pauses ?? []).flatMap(({ from, until, reason }) => [
      {
        at: shanghai(from),
        change: (clock: Clock) => pauseClock(clock, { at: shanghai(from), reason, article: null }),
      },
      ...(until === undefined
        ? []
        : [{ at: shanghai(until), change: (clock: Clock) => resumeClock(clock, shanghai(until), calendar) }]),
    ]),
    ...(vector.extensions ?? []).map(({ number, unit, at, by, reason }) => ({
      at: shanghai(at),
      change: (clock: Clock) =>
        extendClock(clock, { span: { number, unit }, at: shanghai(at), by, reason, article: null }, calendar),
    })),
  ];
  return [...happened]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .reduce(
      (clock, { change }) => change(clock),
      startClock(vector.period, periodOf(vector), STREET, shanghai(vector.start), calendar),
    );
}

function dueOf({ lastDay, due }: { readonly lastDay?: string; readonly due?: string }): Instant {
  if (lastDay !== undefined && isLawDate(lastDay)) return endOf(lastDay);
  if (due !== undefined) return shanghai(due);
  throw new Error('a vector says its last day or its due time');
}

function reckonedOf(vector: PeriodVector, from: string | undefined): Reckoned {
  const { span, rollsForward } = periodOf(vector);
  return {
    start: shanghai(vector.start),
    span,
    rollsForward,
    calendar,
    pauses: (vector.pauses ?? []).map((pause) => ({
      from: shanghai(pause.from),
      until: pause.until === undefined ? null : shanghai(pause.until),
    })),
    extensions: (vector.extensions ?? []).map(({ number, unit, at }) => ({ span: { number, unit }, at: shanghai(at) })),
    from: from === undefined ? null : startOf(from),
  };
}

describe.each(FILES)('%s', (file) => {
  describe.each(read<PeriodVector>(file).map((vector) => [vector.name, vector] as const))('%s', (_, vector) => {
    const clock = clockOf(vector);
    const dueAt = dueOf(vector);

    it('then it is due when the article says, and a tick earlier it is not', () => {
      expect({ dueAt: clock.dueAt, lastDay: lastDayOf(clock) }).toEqual({
        dueAt,
        lastDay: vector.lastDay ?? vector.due?.slice(0, 10),
      });
      expect(clock.uncertainYears).toEqual(vector.uncertainYears ?? []);
      const lights = [justBefore(clock.dueAt), clock.dueAt].map((at) => lightAt(clock, at));
      if (isPaused(clock)) expect(lights).toEqual(['grey', 'grey']);
      else expect([lights[0] === 'red', lights[1]]).toEqual([false, 'red']);
    });

    it('then its explanation counts the same by itself, names what is not known, and keeps every pause', () => {
      const { dueAt: counted, lines, summary } = explainClock(clock, calendar);
      expect(counted).toBe(dueAt);
      expect(lines.some(({ note }) => note.includes('请核对'))).toBe(false);
      for (const year of vector.uncertainYears ?? []) expect(summary).toContain(String(year));
      expect(clock.pauses.map(({ reason }) => reason)).toEqual((vector.pauses ?? []).map(({ reason }) => reason));
      for (const { by } of vector.extensions ?? []) expect(lines.some(({ note }) => note.startsWith(by))).toBe(true);
    });

    it('then it is written so that a lawyer can check it, under the article of the data', () => {
      expect(KEYS).toEqual(expect.arrayContaining(Object.keys(vector)));
      expect(vector.why?.length ?? 0).toBeGreaterThan(0);
      const { article } = period(vector.period);
      if (vector.span !== undefined) expect(vector.article).not.toBe('');
      else if (article === null) expect(vector.article).toContain('内部管理时限');
      else expect(vector.article).toContain(article.article);
    });

    if (vector.wrong !== undefined) {
      it.each(vector.wrong.map((wrong) => [WRONG_RULES[wrong.rule].says, wrong] as const))(
        'then “%s” gives another date',
        (_says, wrong) => {
          const given = WRONG_RULES[wrong.rule].due(reckonedOf(vector, wrong.from));
          expect(given).toBe(wrong.lastDay === undefined ? shanghai(wrong.due ?? '') : endOf(wrong.lastDay));
          expect(given).not.toBe(dueAt);
        },
      );
    }

    const { escalates, lastEdit, escalatesIfCountedFromLastEdit } = vector;
    if (escalates !== undefined) {
      it('then the ladder is counted from the due instant, whoever has it and whoever touches it', () => {
        expect(takenAt(clock, calendar)).toBe(endOf(escalates));
        if (lastEdit === undefined) return;
        const rung = lastRung(vector.period);
        if (rung === null) throw new Error('no ladder');
        const wrong = reckon(shanghai(lastEdit), rung.after, calendar, false).dueAt;
        expect(wrong).toBe(endOf(escalatesIfCountedFromLastEdit ?? ''));
        expect(wrong).not.toBe(takenAt(clock, calendar));
      });
    }
  });
});

const WRONG_LATE_FINES = {
  during_suit: '复议、诉讼期间照计',
  on_the_whole_fine: '已缴的部分照计',
  from_the_last_day_to_pay: '缴款期的最后一日就起算',
  no_cap: '不封顶',
} as const;

describe('late-fine.yaml', () => {
  const percentADay = catalogue.limits.find(({ id }) => id === 'late_fine_percent')?.value ?? Number.NaN;

  describe.each(read<LateFineVector>('late-fine.yaml').map((vector) => [vector.name, vector] as const))(
    '%s',
    (_, { fine, paidBy, asOf, payments = [], stops = [], amount, days, wrong = [] }) => {
      const input = {
        fine,
        paidBy,
        asOf,
        payments,
        stops: stops.map(({ from, until }) => ({ from, until: until ?? null })),
        percentADay,
      };

      it('then it is what the article says, and its lines add up to it', () => {
        const reckoned = lateFine(input);
        expect(reckoned).toMatchObject({ amount, days, capped: amount === fine });
        expect(reckoned.lines.at(-1)?.sum ?? 0).toBe(amount);
        expect(lateFine({ ...input, asOf: paidBy }).amount).toBe(0);
      });

      if (wrong.length > 0) {
        it.each(wrong.map((one) => [WRONG_LATE_FINES[one.rule], one] as const))(
          'then “%s” gives another amount',
          (_says, { rule, amount: given }) => {
            expect(wrongLateFine(rule, input)).toBe(given);
            expect(given).not.toBe(amount);
          },
        );
      }
    },
  );
});

function wrongLateFine(rule: keyof typeof WRONG_LATE_FINES, input: Parameters<typeof lateFine>[0]): number {
  switch (rule) {
    case 'during_suit':
      return lateFine({ ...input, stops: [] }).amount;
    case 'on_the_whole_fine':
      return lateFine({ ...input, payments: [] }).amount;
    case 'from_the_last_day_to_pay':
      return lateFine({ ...input, paidBy: addDays(input.paidBy, -1) }).amount;
    case 'no_cap': {
      const days = Math.round((Date.parse(input.asOf) - Date.parse(input.paidBy)) / 86_400_000);
      return percentOfYuan(input.fine, input.percentADay * days);
    }
  }
}

describe('remedies.yaml', () => {
  const law = { periods: Object.fromEntries(catalogue.periods.map((one) => [one.id, one])), calendar };

  it.each(read<RemedyVector>('remedies.yaml').map((vector) => [vector.name, vector] as const))(
    '%s: then review, suit and court end when the articles say, and the court’s period not from the payment date',
    (_, { servedOn, reconsiderationUntil, lawsuitUntil, courtFrom, courtUntil, uncertainYears = [], wrong }) => {
      expect(remedies(servedOn, law)).toEqual({
        reconsiderationUntil,
        lawsuitUntil,
        courtFrom,
        courtUntil,
        uncertainYears,
      });
      const { span, rollsForward } = period('payment');
      const paidBy = reckon(startOf(servedOn), span, calendar, rollsForward).lastDay ?? '';
      const court = period('court_application');
      for (const { courtUntil: given } of wrong) {
        expect(reckon(startOf(paidBy), court.span, calendar, court.rollsForward).lastDay).toBe(given);
        expect(given).not.toBe(courtUntil);
      }
    },
  );
});

describe('figures.yaml', () => {
  it.each(read<FigureVector>('figures.yaml').map((vector) => [vector.name, vector] as const))(
    '%s: then the data say so, under the same article',
    (_, { article, limit: id, value, unit }) => {
      expect(LIMIT_IDS as readonly string[]).toContain(id);
      const limit = catalogue.limits.find((one) => one.id === id);
      expect(limit).toMatchObject({ value, unit });
      expect(article).toContain(limit?.article?.article);
    },
  );
});

describe('the vectors as a whole', () => {
  const all = FILES.flatMap((file) => read<PeriodVector>(file));

  it('given all of them, then there are more than 150, no two with the same name', () => {
    expect(all.length).toBeGreaterThan(150);
    const names = all.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('given the periods of law in the data, then each has a vector', () => {
    const covered = new Set(all.filter(({ span }) => span === undefined).map(({ period: id }) => id));
    const bare = catalogue.periods.filter(({ id }) => !covered.has(id)).map(({ id }) => id);
    expect(bare).toEqual([]);
  });

  it('given the errors found elsewhere, then each wrong rule is named by a vector, and each unit is used', () => {
    const named = new Set(all.flatMap(({ wrong = [] }) => wrong.map(({ rule }) => rule)));
    expect([...named].sort()).toEqual(Object.keys(WRONG_RULES).sort());
    expect(new Set(all.map((vector) => periodOf(vector).span.unit))).toEqual(new Set(PERIOD_UNITS));
  });
});
