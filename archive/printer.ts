import { Worker } from 'node:worker_threads';
import { GlyphsMissing } from '../papers/pdf/pdfOf';

export interface PrintJob {
  readonly docx: Uint8Array;
  readonly title: string;
  readonly madeAt: string;
}

export type Printed =
  { readonly pdf: Uint8Array } | { readonly glyphs: readonly string[] } | { readonly failed: string };

export interface Printer {
  /** The PDF of a filled paper. Throws a GlyphsMissing where no font has a character. */
  print(job: PrintJob): Promise<Buffer>;
  close(): Promise<void>;
}

/**
 * Prints in a thread of its own: a paper takes some tenths of a second, and on the worker's main thread the cases' writes
 * would wait for it. One at a time; a thread that dies fails its job, and the next has a new one.
 */
export function openPrinter(): Printer {
  let thread: Worker | null = null;
  const start = (): Worker => {
    const fresh = new Worker(new URL('./printerThread.mjs', import.meta.url), { execArgv: [] });
    fresh.unref();
    fresh.once('exit', () => {
      if (thread === fresh) thread = null;
    });
    return fresh;
  };
  async function print(job: PrintJob): Promise<Buffer> {
    const at = (thread ??= start());
    const printed = await new Promise<Printed>((resolve, reject) => {
      const gone = (code: number): void => reject(new Error(`the printing thread ended with ${code}`));
      at.once('message', (answer: Printed) => {
        at.off('error', reject).off('exit', gone);
        resolve(answer);
      });
      at.once('error', reject).once('exit', gone);
      at.postMessage(job);
    });
    if ('pdf' in printed) return Buffer.from(printed.pdf);
    if ('glyphs' in printed) throw new GlyphsMissing(printed.glyphs);
    throw new Error(printed.failed);
  }
  let last: Promise<unknown> = Promise.resolve();
  return {
    print(job) {
      const mine = last.then(() => print(job));
      last = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      await last;
      await thread?.terminate();
    },
  };
}
