import type { Env } from '../config/env';
import { localDir } from './localDir';
import type { Log } from './localProcess';
import { bringPostgres } from './postgres';
import { stackLock } from './stackLock';
import { bringTemporal } from './temporal';

export interface StackOptions {
  readonly timeSkipping: boolean;
}

export interface Stack {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly uiUrl: string | null;
  /** To be called once the service has drained: the servers go last. */
  readonly stop: () => Promise<void>;
}

/** Finds or brings Postgres and Temporal, both at once. */
export async function bringStack(env: Env, log: Log, { timeSkipping }: StackOptions): Promise<Stack> {
  const dir = env.localDir;
  const lock = await stackLock(await localDir(dir));
  const [postgres, temporal] = await Promise.allSettled([
    bringPostgres({ dir, databaseUrl: env.databaseUrl, log }),
    bringTemporal({ dir, address: env.temporalAddress, log, timeSkipping, namespace: env.temporalNamespace }),
  ]);
  const stop = async (): Promise<void> => {
    const started = [postgres, temporal].flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    await Promise.all(started.map((each) => each.stop()));
    await lock.release();
  };

  if (postgres.status === 'fulfilled' && temporal.status === 'fulfilled') {
    const { address, uiUrl } = temporal.value;
    return { databaseUrl: postgres.value.url, temporalAddress: address, uiUrl, stop };
  }
  await stop();
  const reasons = [postgres, temporal].flatMap((each): unknown[] => (each.status === 'rejected' ? [each.reason] : []));
  const lines = reasons.map((reason) => `  ${reason instanceof Error ? reason.message : String(reason)}`);
  throw new AggregateError(reasons, `本地环境没有起来：\n${lines.join('\n')}`);
}
