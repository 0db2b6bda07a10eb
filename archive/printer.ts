import { GlyphsMissing } from '../papers/pdf/pdfOf';
import { openThread } from '../threads/openThread';

export interface PrintJob {
  readonly docx: Uint8Array;
  readonly title: string;
  readonly madeAt: string;
}

export type Printed = { readonly pdf: Uint8Array } | { readonly glyphs: readonly string[] };

export interface Printer {
  /** The PDF of a filled paper. Throws a GlyphsMissing where no font has a character. */
  print(job: PrintJob): Promise<Buffer>;
  close(): Promise<void>;
}

/**
 * Prints in a thread of its own: a paper takes some tenths of a second, and on the worker's main thread the cases' writes
 * would wait for it.
 */
export function openPrinter(): Printer {
  const thread = openThread<PrintJob, Printed>(new URL('./printerThread.ts', import.meta.url));
  return {
    async print(job) {
      const printed = await thread.run(job);
      if ('pdf' in printed) return Buffer.from(printed.pdf);
      throw new GlyphsMissing(printed.glyphs);
    },
    close: () => thread.close(),
  };
}
