export interface Played {
  readonly workflowId: string;
  /** How long each act took. */
  readonly actsMs: readonly number[];
}

/** One case from its opening to its last act. */
export type PlayCase = () => Promise<Played>;

export interface Load {
  readonly cases: number;
  readonly seconds: number;
  readonly actsMs: readonly number[];
  /** The cases that were played last. */
  readonly lastIds: readonly string[];
}

const KEPT = 8;

/** So many clients, each with one case after another, for so many seconds; what is begun is finished and counted. */
export async function load(play: PlayCase, clients: number, seconds: number): Promise<Load> {
  const began = performance.now();
  const until = began + seconds * 1_000;
  const played: Played[] = [];
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) played.push(await play());
    }),
  );
  return {
    cases: played.length,
    seconds: (performance.now() - began) / 1_000,
    actsMs: played.flatMap(({ actsMs }) => actsMs),
    lastIds: played.slice(-KEPT).map(({ workflowId }) => workflowId),
  };
}

export function joined(loads: readonly Load[]): Load {
  return {
    cases: loads.reduce((sum, { cases }) => sum + cases, 0),
    seconds: loads.reduce((sum, { seconds }) => sum + seconds, 0),
    actsMs: loads.flatMap(({ actsMs }) => actsMs),
    lastIds: loads.flatMap(({ lastIds }) => lastIds).slice(-KEPT),
  };
}
