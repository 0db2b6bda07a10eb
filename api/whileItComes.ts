import type { Readable } from 'node:stream';
import { Problem } from './problem';

/** A phone that has lost its network says nothing more: what doesn't go on for so long is given up. */
const SILENCE_MS = 30_000;

/** What comes over a connection, piece by piece. Throws a Problem `upload_broken` where it breaks off or falls silent. */
export async function* whileItComes(stream: Readable): AsyncGenerator<Uint8Array> {
  const silence = setTimeout(() => stream.destroy(new Error('the sender fell silent')), SILENCE_MS);
  try {
    // Given up amid the file, as on a full disk, the connection stays: the sender is told why.
    for await (const piece of stream.iterator({ destroyOnReturn: false })) {
      silence.refresh();
      yield piece as Uint8Array;
    }
  } catch {
    throw new Problem('upload_broken', '上传中断，没有收到整个文件，请重试。');
  } finally {
    clearTimeout(silence);
    // The rest, if any, has to be read before the sender reads an answer.
    stream.resume();
  }
}
