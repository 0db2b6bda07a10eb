import { parentPort } from 'node:worker_threads';
import { GlyphsMissing, pdfOf } from '../papers/pdf/pdfOf';
import type { PrintJob, Printed } from './printer';

async function printed({ docx, title, madeAt }: PrintJob): Promise<Printed> {
  try {
    return { pdf: await pdfOf(Buffer.from(docx), title, new Date(madeAt)) };
  } catch (error) {
    if (error instanceof GlyphsMissing) return { glyphs: error.characters };
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (job: PrintJob) => {
  void printed(job).then((answer) => parentPort?.postMessage(answer));
});
