import type { Catalogue, Grade } from '../../../domain/catalogue';
import { loadEvaluation } from '../../../config/evaluation';
import { msOf } from '../../../domain/time/lawDate';
import type { ArrivalRates } from '../../../simulation/arrivals';
import { drawnDistribution, type Distribution } from '../../../simulation/distribution';
import type { Proposals } from '../../../simulation/flow';
import type { Arrival, SimulatedStage } from '../../../simulation/season';
import { catalogue, HUAIYUAN, shanghai, YANGMA } from '../support/aCase';

export { catalogue, HUAIYUAN, shanghai, YANGMA };

export const HOUR = 3_600_000;
export const MINUTE = 60_000;

export const FORMULA = loadEvaluation('config/catalogue').formulas[0]!;

/** The shipped catalogue without a ladder: nobody takes anything. */
export const noLadder: Catalogue = { ...catalogue, ladder: [] };

export const ms = (shanghaiTime: string): number => msOf(shanghai(shanghaiTime));

/** Always as long. */
export const always = (length: number): Distribution => drawnDistribution(length, length, length, length);

type Ways = Readonly<Partial<Record<SimulatedStage, Readonly<Partial<Record<SimulatedStage | 'closed', number>>>>>>;

/** The same road at every grade. */
export function road(times: Readonly<Partial<Record<SimulatedStage, Distribution>>>, ways: Ways): Proposals {
  const grades: readonly Grade[] = ['town', 'town_bureau_review', 'bureau'];
  return {
    times: Object.entries(times).map(([stage, time]) => ({ stage: stage as SimulatedStage, grade: null, time })),
    routes: grades.flatMap((grade) =>
      Object.entries(ways).flatMap(([from, to]) =>
        Object.entries(to).map(([onward, share]) => ({
          ...{ grade, from: from as SimulatedStage, to: onward as SimulatedStage | 'closed', share },
        })),
      ),
    ),
  };
}

/** Taken, looked at, done. */
export const shortRoad = (accept: Distribution, verify: Distribution): Proposals =>
  road({ accept, verify }, { accept: { verify: 1 }, verify: { closed: 1 } });

/** CG-001 is a town's. */
export function arrival(at: string, over: Partial<Arrival> = {}): Arrival {
  return { at: ms(at), town: HUAIYUAN, item: 'CG-001', facts: {}, ...over };
}

/** So many cases a week in two towns, only as long as the offices are open. */
export function rates(perWeek: number): ArrivalRates {
  const [from, until] = [9 * HOUR, 17 * HOUR];
  return {
    rates: [HUAIYUAN, YANGMA].map((town) => ({ town, field: 'urban_management' as const, perWeek })),
    weekdays: [0.4, 1.2, 1.2, 1.1, 1.1, 1.2, 0.8].map((factor) => ({ factor, from, until })),
    itemWeights: { town: 5, town_bureau_review: 3, bureau: 0.2 },
    facts: [{ fact: 'pressOrMass', share: 0.03 }],
  };
}

/** The whole road with times that differ. */
export const wholeRoad: Proposals = (() => {
  const hours = (least: number, median: number, p90: number, most: number) =>
    drawnDistribution(least * HOUR, median * HOUR, p90 * HOUR, most * HOUR);
  const whole = road(
    {
      dispatch: hours(0.1, 0.2, 0.5, 1),
      accept: hours(0.02, 0.2, 0.6, 3),
      verify: hours(0.5, 2, 6, 12),
      file: hours(0.5, 1, 3, 8),
      investigation: hours(2, 8, 20, 40),
      review: hours(0.5, 2, 6, 12),
      notice: hours(0.5, 1, 3, 8),
      decision: hours(0.5, 1, 3, 8),
      service: hours(0.5, 1, 3, 8),
      performance: hours(2, 48, 200, 400),
      close: hours(0.2, 0.5, 1, 3),
    },
    {
      dispatch: { accept: 1 },
      accept: { verify: 0.95, dispatch: 0.05 },
      verify: { file: 1 },
      file: { investigation: 0.6, closed: 0.4 },
      investigation: { review: 1 },
      review: { notice: 0.85, investigation: 0.15 },
      notice: { decision: 1 },
      decision: { service: 1 },
      service: { performance: 0.7, close: 0.3 },
      performance: { close: 1 },
      close: { closed: 1 },
    },
  );
  const onTheSpot = whole.routes.filter(({ grade, from }) => !(grade === 'town' && from === 'file'));
  return {
    ...whole,
    routes: [
      ...onTheSpot,
      { grade: 'town', from: 'file', to: 'performance', share: 0.6 },
      { grade: 'town', from: 'file', to: 'close', share: 0.4 },
    ],
  };
})();
