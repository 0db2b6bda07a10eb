/** One case from its opening to its last act: how long each act took, in ms. */
export type PlayCase = () => Promise<readonly number[]>;

export interface Load {
  readonly cases: number;
  readonly seconds: number;
  readonly actsMs: readonly number[];
}

/** So many clients, each with one case after another, for so many seconds; what is begun is finished and counted. */
export async function load(play: PlayCase, clients: number, seconds: number): Promise<Load> {
  const began = performance.now();
  const until = began + seconds * 1_000;
  const actsMs: number[] = [];
  let cases = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) {
        actsMs.push(...(await play()));
        cases += 1;
      }
    }),
  );
  return { cases, seconds: (performance.now() - began) / 1_000, actsMs };
}

export function joined(loads: readonly Load[]): Load {
  return {
    cases: loads.reduce((sum, { cases }) => sum + cases, 0),
    seconds: loads.reduce((sum, { seconds }) => sum + seconds, 0),
    actsMs: loads.flatMap(({ actsMs }) => actsMs),
  };
}
