import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';

/** Opens a template with the one set of rules by which all are read. Throws where its tags don't fit together. */
export function openTemplate(content: Buffer, modules: readonly object[] = []): Docxtemplater {
  return new Docxtemplater(new PizZip(content), {
    paragraphLoop: true,
    linebreaks: true,
    // What is wrong is told by whoever opens it.
    errorLogging: false,
    modules: [...modules] as never[],
    // A passage that is asked for first and absent is left out; anything else absent would be a hole in the paper.
    nullGetter: (part: { readonly module?: string; readonly value?: string }) => {
      if (part.module === 'loop') return [];
      throw new Error(`nothing to fill {${part.value ?? ''}} with`);
    },
  });
}

interface TemplateFault {
  readonly properties?: { readonly explanation?: string; readonly errors?: readonly TemplateFault[] };
  readonly message?: string;
}

/** What docxtemplater found wrong, one line for each fault. */
export function faultsOf(error: unknown): readonly string[] {
  const fault = error as TemplateFault;
  const inner = fault.properties?.errors ?? [];
  if (inner.length > 0) return inner.flatMap(faultsOf);
  return [fault.properties?.explanation ?? fault.message ?? String(error)];
}
