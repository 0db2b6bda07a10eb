import { Client, Connection } from '@temporalio/client';
import type { Env } from '../config/env';

type EngineEnv = Pick<Env, 'temporalNamespace' | 'temporalTls' | 'temporalApiKey'> & {
  readonly temporalAddress: string;
};

/** The client of the engine. Lazy: an engine that is away now may be back when it is needed. */
export function connectEngine(env: EngineEnv): Client {
  const connection = Connection.lazy({
    address: env.temporalAddress,
    tls: env.temporalTls,
    ...(env.temporalApiKey === null ? {} : { apiKey: env.temporalApiKey }),
  });
  return new Client({ connection, namespace: env.temporalNamespace });
}
