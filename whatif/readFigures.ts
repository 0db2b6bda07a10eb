import { Problems } from '../config/problems';
import { readTable } from '../config/readTable';
import type { Row } from '../config/row';
import { FIELDS, GRADES, type Grade } from '../domain/catalogue';
import { REPORTED_FACTS } from '../domain/triage/gradeClue';
import type { ArrivalRates } from '../simulation/arrivals';
import { drawnDistribution } from '../simulation/distribution';
import type { Proposals } from '../simulation/flow';
import { SIMULATED_STAGES, type SimulatedStage } from '../simulation/season';

const HOUR_MS = 3_600_000;
const STAGES = SIMULATED_STAGES as [SimulatedStage, ...SimulatedStage[]];
const TIME_OF_DAY = /^([01]\d|2[0-4]):[0-5]\d$/;

/** The figures of a made-up season, which also stand in for what a past one doesn't show. */
export interface SimulationFigures {
  readonly rates: ArrivalRates;
  readonly proposals: Proposals;
  /** Rows that nobody has confirmed. */
  readonly proposed: number;
}

/** Throws a CatalogueError that lists every problem with its file, line and column. */
export function readFigures(dir: string, towns: ReadonlySet<string>): SimulationFigures {
  const problems = new Problems();
  const read = new FigureTables(dir, towns, problems);
  const rates = {
    rates: read.rates(),
    weekdays: read.weekdays(),
    itemWeights: read.itemWeights(),
    facts: read.facts(),
  };
  const proposals = { times: read.times(), routes: read.routes() };
  problems.throwIfAny();
  return { rates, proposals, proposed: read.proposed };
}

class FigureTables {
  proposed = 0;

  constructor(
    private readonly dir: string,
    private readonly towns: ReadonlySet<string>,
    private readonly problems: Problems,
  ) {}

  rates(): ArrivalRates['rates'] {
    return this.#rows('arrivals.csv', ['town', 'domain', 'per_week'], (row) => {
      const town = row.text('town');
      if (!this.towns.has(town)) row.fail('town', '应为目录里的镇街代码');
      return { town, field: row.oneOf('domain', FIELDS), perWeek: row.number('per_week') };
    });
  }

  weekdays(): ArrivalRates['weekdays'] {
    const rows = this.#rows('weekdays.csv', ['weekday', 'factor', 'from', 'to', 'note'], (row) => {
      const from = timeOf(row, 'from');
      const until = timeOf(row, 'to');
      if (until <= from) row.fail('to', '应晚于起始时间');
      return {
        day: Number(row.oneOf('weekday', ['1', '2', '3', '4', '5', '6', '7'])),
        factor: row.number('factor'),
        from,
        until,
      };
    });
    // Sunday is 7 in the file and first in the week of the domain.
    const sundayFirst = [7, 1, 2, 3, 4, 5, 6].map((day) => rows.filter((row) => row.day === day));
    if (sundayFirst.some(({ length }) => length !== 1)) this.#wrong('weekdays.csv', 'weekday', '1 到 7 应各有一行');
    return sundayFirst.flat();
  }

  itemWeights(): ArrivalRates['itemWeights'] {
    const rows = this.#rows('items.csv', ['grade_default', 'weight', 'note'], (row) => ({
      grade: row.oneOf('grade_default', GRADES),
      weight: row.number('weight'),
    }));
    if (GRADES.some((grade) => rows.filter((row) => row.grade === grade).length !== 1)) {
      this.#wrong('items.csv', 'grade_default', `${GRADES.join('、')} 应各有一行`);
    }
    return Object.fromEntries(rows.map(({ grade, weight }) => [grade, weight])) as Record<Grade, number>;
  }

  facts(): ArrivalRates['facts'] {
    return this.#rows('facts.csv', ['fact', 'share', 'note'], (row) => ({
      fact: row.oneOf('fact', REPORTED_FACTS),
      share: shareOf(row, 'share'),
    }));
  }

  times(): Proposals['times'] {
    const columns = ['least_hours', 'median_hours', 'p90_hours', 'most_hours'] as const;
    return this.#rows('stage_times.csv', ['stage', 'grade', ...columns, 'note'], (row) => {
      const [least, median, p90, most] = columns.map((column) => row.number(column) * HOUR_MS) as Four;
      if (!(least <= median && median <= p90 && p90 <= most)) row.fail('least_hours', '四个时长应依次不减');
      const grade = row.raw('grade') === '*' ? null : row.oneOf('grade', GRADES);
      return { stage: row.oneOf('stage', STAGES), grade, time: drawnDistribution(least, median, p90, most) };
    });
  }

  routes(): Proposals['routes'] {
    const rows = this.#rows('routes.csv', ['grade', 'stage', 'to', 'share', 'note'], (row) => ({
      grade: row.oneOf('grade', GRADES),
      from: row.oneOf('stage', STAGES),
      to: row.oneOf('to', [...STAGES, 'closed']),
      share: shareOf(row, 'share'),
    }));
    for (const { grade, from } of rows) {
      const whole = rows
        .filter((row) => row.grade === grade && row.from === from)
        .reduce((sum, { share }) => sum + share, 0);
      if (Math.abs(whole - 1) > 1e-6) this.#wrong('routes.csv', 'share', `${grade} ${from} 的去向之和应为 1`);
    }
    return rows;
  }

  #rows<C extends string, T>(file: string, columns: readonly C[], read: (row: Row<C>) => T): readonly T[] {
    return readTable(this.dir, file, [...columns, 'verified'], this.problems).map((row) => {
      if (!row.flag('verified', 'yes', 'no')) this.proposed += 1;
      return read(row);
    });
  }

  #wrong(file: string, column: string, allowed: string): void {
    this.problems.add({ file, line: null, column, value: null, allowed });
  }
}

type Four = [number, number, number, number];

function shareOf<C extends string>(row: Row<C>, column: C): number {
  const share = row.number(column);
  if (share > 1) row.fail(column, '应为 0 到 1');
  return share;
}

/** ms after midnight. */
function timeOf<C extends string>(row: Row<C>, column: C): number {
  const [hour = 0, minute = 0] = row.matching(column, TIME_OF_DAY, '应为 HH:MM').split(':').map(Number);
  return (hour * 60 + minute) * 60_000;
}
