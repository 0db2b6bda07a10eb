import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import proto from '@temporalio/proto';
import release from '../../package.json' with { type: 'json' };
import type { RecordedEvent } from '../../domain/case';

const { History } = proto.temporal.api.history.v1;
export type History = proto.temporal.api.history.v1.IHistory;

/** What is kept of a case: the engine's history, in its own binary form, and the events on file. */
export interface Kept {
  readonly history: History;
  readonly events: readonly RecordedEvent[];
}

const DIR = join(import.meta.dirname, 'histories');

export function keep(road: string, { history, events }: Kept): void {
  const bytes = Buffer.from(History.encode(history).finish()).toString('base64');
  const text = JSON.stringify({ history: bytes, events });
  writeFileSync(join(DIR, `${release.version}-${road}.json.gz`), gzipSync(text, { level: 9 }));
}

export function keptNames(): readonly string[] {
  return readdirSync(DIR)
    .filter((file) => file.endsWith('.json.gz'))
    .sort();
}

export function readKept(file: string): Kept {
  const { history, events } = JSON.parse(gunzipSync(readFileSync(join(DIR, file))).toString()) as {
    readonly history: string;
    readonly events: readonly RecordedEvent[];
  };
  return { history: History.decode(Buffer.from(history, 'base64')), events };
}
