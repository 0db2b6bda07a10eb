import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { FoundRecord, RecordAnswer, RecordLookUp, RecordQuestion } from '../domain/recordLookUp';

const Answer = Type.Object({
  records: Type.Array(
    Type.Object({
      kind: Type.String({ minLength: 1, maxLength: 100 }),
      number: Type.String({ minLength: 1, maxLength: 100 }),
      state: Type.Optional(Type.String({ maxLength: 100 })),
      validUntil: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
    }),
    { maxItems: 50 },
  ),
});

const BODY_LIMIT_BYTES = 64 * 1024;

/**
 * A register behind HTTP: GET on the template's address, `{"records":[{kind,number,state?,validUntil?}]}` back. Of an
 * answer only these fields are taken: whose a permit is would be personal data without a purpose here.
 */
export function httpRecords({ url, timeoutMs }: { readonly url: string; readonly timeoutMs: number }): RecordLookUp {
  return {
    source: new URL(url).host,
    async ask(question) {
      try {
        const response = await fetch(filled(url, question), {
          headers: { accept: 'application/json' },
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        });
        if (response.status !== 200) return unknown(`对方答复 HTTP ${response.status}`);
        return read(await textOf(response));
      } catch (error) {
        return unknown(
          error instanceof Error && error.name === 'TimeoutError' ? `${timeoutMs} 毫秒内没有答复` : '连不上对方',
        );
      }
    },
  };
}

function read(text: string | null): RecordAnswer {
  if (text === null) return unknown('对方的答复过长');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return unknown('对方的答复不是 JSON');
  }
  if (!Value.Check(Answer, body)) return unknown('对方的答复不合约定的格式');
  const records = body.records.map(({ kind, number, state = null, validUntil = null }): FoundRecord => ({
    kind,
    number,
    state,
    validUntil,
  }));
  return records.length === 0 ? { status: 'none' } : { status: 'found', records };
}

async function textOf(response: Response): Promise<string | null> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const chunk = await reader?.read();
    if (chunk?.value === undefined) return Buffer.concat(chunks).toString('utf8');
    size += chunk.value.byteLength;
    chunks.push(chunk.value);
    if (size > BODY_LIMIT_BYTES) {
      await reader?.cancel();
      return null;
    }
  }
}

function unknown(why: string): RecordAnswer {
  return { status: 'unknown', why };
}

function filled(url: string, { item, field, town, place, position }: RecordQuestion): string {
  const values: Readonly<Record<string, string>> = {
    item,
    field,
    town,
    place: place ?? '',
    lng: position === null ? '' : String(position.lng),
    lat: position === null ? '' : String(position.lat),
  };
  return url.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}
