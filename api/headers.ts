import { Problem } from './problem';

interface ActHeaders {
  readonly 'idempotency-key'?: string | undefined;
  readonly 'if-match'?: string | undefined;
}

/** The caller's key: without one, a retry after a broken connection would act twice. */
export function keyOf(headers: ActHeaders): string {
  const key = headers['idempotency-key'];
  if (key === undefined || key.trim() === '') {
    throw new Problem('key_missing', '请在 Idempotency-Key 头中携带一个不重复的键（例如 UUID）。', {
      at: 'idempotency-key',
    });
  }
  if (!/^[\x21-\x7e]{1,128}$/.test(key)) {
    throw new Problem('malformed', 'Idempotency-Key 须为 1—128 个可见 ASCII 字符。', { at: 'idempotency-key' });
  }
  return key;
}

export function ifSeqOf(headers: ActHeaders): number | null {
  const value = headers['if-match'];
  if (value === undefined || value === '*') return null;
  const seq = /^(?:W\/)?"?(\d{1,9})"?$/.exec(value)?.[1];
  if (seq === undefined) {
    throw new Problem('malformed', 'If-Match 须为案件的 ETag，例如 "7"。', { at: 'if-match' });
  }
  return Number(seq);
}

export function etag(seq: number): string {
  return `"${seq}"`;
}
