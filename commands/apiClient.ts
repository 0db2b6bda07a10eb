/** Throws at once, with what to do, where no service answers: waiting is for one that was there before. */
export async function requireService(url: string): Promise<void> {
  try {
    await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5_000) });
  } catch {
    throw new Error(`${url} 没有服务。请先在另一个终端运行 npm start，或用 --url 指定地址。`);
  }
}

/** A caller of the API who doesn't give up: the same key is sent again until there is an answer, so nothing acts twice. */
export interface ApiClient {
  get<T>(person: string, path: string): Promise<T>;
  /** Resolves with any answer but "not now": refusals are the caller's to judge. */
  post<T>(
    person: string,
    path: string,
    key: string,
    body: object,
  ): Promise<{ readonly status: number; readonly body: T }>;
}

export interface ApiClientOptions {
  readonly url: string;
  readonly token: (person: string) => Promise<string>;
  /** How long a service may be away before the caller gives up, in ms. */
  readonly patienceMs: number;
}

const NOT_NOW = new Set([202, 409, 429, 502, 503, 504]);
/** A 409 that only says that the same request is still under way. */
const IN_FLIGHT = 'key_in_flight';

export function apiClient({ url, token, patienceMs }: ApiClientOptions): ApiClient {
  const tokens = new Map<string, Promise<string>>();

  async function send<T>(person: string, path: string, init: RequestInit): Promise<{ status: number; body: T }> {
    const until = Date.now() + patienceMs;
    for (let attempt = 0; ; attempt += 1) {
      const answer = await once<T>(person, path, init);
      if (answer !== null) return answer;
      if (Date.now() > until) throw new Error(`${path}: no answer within ${patienceMs / 1_000} s`);
      await new Promise((resolve) => setTimeout(resolve, Math.min(2_000, 100 * 2 ** attempt)));
    }
  }

  /** null = ask again later. */
  async function once<T>(person: string, path: string, init: RequestInit): Promise<{ status: number; body: T } | null> {
    const known = tokens.get(person) ?? token(person);
    tokens.set(person, known);
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${url}${path}`, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${await known}` },
        signal: AbortSignal.timeout(15_000),
      });
      text = await response.text();
    } catch (error) {
      if (error instanceof TypeError || (error instanceof Error && error.name === 'TimeoutError')) return null;
      throw error;
    }
    const body = (text === '' ? null : JSON.parse(text)) as T & { code?: string };
    if (NOT_NOW.has(response.status) && (response.status !== 409 || body.code === IN_FLIGHT)) return null;
    return { status: response.status, body };
  }

  return {
    async get<T>(person: string, path: string) {
      const { status, body } = await send<T>(person, path, {});
      if (status !== 200) throw new Error(`GET ${path} as ${person}: ${status} ${JSON.stringify(body)}`);
      return body;
    },
    post: (person, path, key, body) =>
      send(person, path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      }),
  };
}
