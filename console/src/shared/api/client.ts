import createClient from 'openapi-fetch';
import { ApiError, type ProblemAnswer } from './ApiError';
import type { paths } from './schema.gen';

const PATIENCE_MS = 15_000;
/** Whoever is sent away comes again, as the service asks for, before it troubles a person. */
const COMES_AGAIN = 6;
/** A file that stands still for so long has lost its link, whatever the browser believes. */
const STILL_MS = 30_000;

/** The header that another site's page can't send: the service believes a cookie only beside it. */
const FROM_PAGES = { 'x-requested-by': 'console' };

export const api = createClient<paths>({
  baseUrl: location.origin,
  headers: FROM_PAGES,
  cache: 'no-store',
  fetch: (request) => patient(request),
});

/** What was answered, or the reason why not as an ApiError. */
export async function answer<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await asked;
  if (response.ok && data !== undefined) return data;
  throw new ApiError(response.status, problemOf(error));
}

/** For acts, whose names are data: the same service, the same errors. */
export async function post(
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
  patienceMs: number = PATIENCE_MS,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await patient(
    new Request(new URL(path, location.origin), {
      method: 'POST',
      headers: { ...FROM_PAGES, ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      cache: 'no-store',
    }),
    patienceMs,
  );
  const said: unknown = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(response.status, problemOf(said));
  return { status: response.status, body: said };
}

/**
 * An answer that comes line by line while it is worked out, each line as JSON. Rejects with an ApiError, and with the signal's reason
 * where it was given up.
 */
export async function lines<T>(
  path: string,
  body: unknown,
  signal: AbortSignal,
  heard: (line: T) => void,
): Promise<void> {
  try {
    const response = await fetch(new URL(path, location.origin), {
      method: 'POST',
      headers: { ...FROM_PAGES, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      cache: 'no-store',
      signal,
    });
    if (!response.ok || response.body === null)
      throw new ApiError(response.status, problemOf(await response.json().catch(() => ({}))));
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const parts = (rest + read.value).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) heard(JSON.parse(part) as T);
    }
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof ApiError ? error : new ApiError(0, { detail: '接口连不上，请检查网络。' });
  }
}

/** A file of the service, under the name that it gives; made of `body` where there is one. */
export async function file(path: string, body?: unknown): Promise<{ readonly name: string; readonly content: Blob }> {
  const made =
    body === undefined
      ? { headers: FROM_PAGES }
      : { method: 'POST', headers: { ...FROM_PAGES, 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await patient(new Request(new URL(path, location.origin), { ...made, cache: 'no-store' }));
  if (!response.ok) throw new ApiError(response.status, problemOf(await response.json().catch(() => ({}))));
  const said = response.headers.get('content-disposition') ?? '';
  const name = (/filename\*=UTF-8''([^;]+)/.exec(said) ?? /filename="([^"]+)"/.exec(said))?.[1];
  return { name: decodeURIComponent(name ?? path.split('/').at(-1) ?? ''), content: await response.blob() };
}

/**
 * Sends a file and tells which share of it has gone, from 0 to 1. It may take as long as the link needs, but not stand still. Rejects with
 * an ApiError, and with the signal's reason where it was given up.
 */
export function sendFile(
  path: string,
  content: Blob,
  moved: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // fetch doesn't tell how much of a body has gone.
    const request = new XMLHttpRequest();
    let still = setTimeout(() => request.abort(), STILL_MS);
    const goesOn = (): void => {
      clearTimeout(still);
      still = setTimeout(() => request.abort(), STILL_MS);
    };
    const giveUp = (): void => request.abort();
    signal.addEventListener('abort', giveUp);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      goesOn();
      moved(total === 0 ? 1 : loaded / total);
    });
    request.addEventListener('loadend', () => {
      clearTimeout(still);
      signal.removeEventListener('abort', giveUp);
      if (signal.aborted) reject(signal.reason as Error);
      else if (request.status === 0) reject(new ApiError(0, { detail: '接口连不上，请检查网络。' }));
      else if (request.status >= 300) reject(new ApiError(request.status, problemOf(parsed(request.responseText))));
      else resolve();
    });
    request.open('PUT', path);
    for (const [name, value] of Object.entries(FROM_PAGES)) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(content);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function patient(
  request: Request,
  patienceMs: number = PATIENCE_MS,
  comesAgain: number = COMES_AGAIN,
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(request.clone(), { signal: AbortSignal.timeout(patienceMs) });
  } catch {
    throw new ApiError(0, { detail: '接口连不上，请检查网络。' });
  }
  if (comesAgain === 0 || !(await isBusy(response))) return response;
  await new Promise((resolve) => setTimeout(resolve, 1_000 * Number(response.headers.get('retry-after') ?? 1)));
  return patient(request, patienceMs, comesAgain - 1);
}

/** Sent away at the door, before anything was done. */
async function isBusy(response: Response): Promise<boolean> {
  if (response.status !== 503) return false;
  const said: unknown = await response
    .clone()
    .json()
    .catch(() => ({}));
  return problemOf(said).code === 'busy';
}

/** A proxy in between may answer with a page of its own. */
function problemOf(said: unknown): ProblemAnswer {
  return typeof said === 'object' && said !== null ? said : {};
}
