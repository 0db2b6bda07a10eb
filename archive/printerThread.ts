import { GlyphsMissing, pdfOf } from '../papers/pdf/pdfOf';
import { answerJobs } from '../threads/answerJobs';
import type { PrintJob, Printed } from './printer';

answerJobs(async ({ docx, title, madeAt }: PrintJob): Promise<Printed> => {
  try {
    return { pdf: await pdfOf(Buffer.from(docx), title, new Date(madeAt)) };
  } catch (error) {
    if (error instanceof GlyphsMissing) return { glyphs: error.characters };
    throw error;
  }
});
