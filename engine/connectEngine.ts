import { Client } from '@temporalio/client';
import type { Env } from '../config/env';
import { engineConnection } from './engineConnection';

type EngineEnv = Pick<Env, 'temporalNamespace' | 'temporalTls' | 'temporalApiKey'> & {
  readonly temporalAddress: string;
};

/** The client of the engine. */
export function connectEngine(env: EngineEnv): Client {
  const connection = engineConnection({
    address: env.temporalAddress,
    tls: env.temporalTls,
    ...(env.temporalApiKey === null ? {} : { apiKey: env.temporalApiKey }),
  });
  return new Client({ connection, namespace: env.temporalNamespace });
}
