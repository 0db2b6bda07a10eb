/* global AbortSignal, URL, document, fetch, sessionStorage */

const PATIENCE_MS = 8_000;

/** An answer that says no. `status` 0: no answer at all. */
export class ApiError extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? `接口答复 ${status}`);
    this.status = status;
    this.code = problem.code ?? null;
    this.requestId = problem.requestId ?? null;
  }

  /** Nobody knows yet what became of the request: worth sending again with the same key. */
  get passing() {
    return this.status === 0 || this.status >= 500 || this.status === 429 || this.code === 'key_in_flight';
  }
}

export const session = {
  get token() {
    return sessionStorage.getItem('token');
  },
  set token(value) {
    if (value === null) sessionStorage.removeItem('token');
    else sessionStorage.setItem('token', value);
  },
};

export const get = (path) => ask(path);
export const post = (path, body, key) => ask(path, { body, key });

/** A file of the service, saved under the name that it gives. */
export async function download(path) {
  const response = await send(path, {
    headers: session.token === null ? {} : { authorization: `Bearer ${session.token}` },
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!response.ok) throw new ApiError(response.status, await response.json().catch(() => ({})));
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = decodeURIComponent(name ?? path.split('/').at(-1));
  link.click();
  URL.revokeObjectURL(link.href);
}

async function ask(path, { body, key } = {}) {
  const response = await send(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(session.token === null ? {} : { authorization: `Bearer ${session.token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  // A proxy in between may answer with a page of its own.
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(response.status, answer);
  return answer;
}

async function send(path, request) {
  try {
    return await fetch(path, request);
  } catch {
    throw new ApiError(0, { detail: '接口连不上，请检查网络。' });
  }
}
