import type { Env } from '../config/env';
import { localIssuer } from '../local/issuer';
import { apiClient, requireService, type ApiClient } from './apiClient';

/**
 * A command's way to the service: where and with which token it was told, else here, with tokens of the development
 * issuer. Where no service answers, the command ends and says what to do.
 */
export async function connect(
  env: Env,
  values: { readonly url?: string; readonly token?: string },
): Promise<ApiClient> {
  const url = values.url ?? `http://${env.host}:${env.port}`;
  await requireService(url).catch((error: Error) => {
    console.error(error.message);
    process.exit(1);
  });
  return apiClient({
    url,
    token: async (person) => values.token ?? (await localIssuer(env.localDir)).sign(person, env.jwtAudience),
    patienceMs: 60_000,
  });
}
