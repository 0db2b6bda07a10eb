import type { Filled } from '../domain/papers/fillPaper';
import { openTemplate } from './openTemplate';
import type { Template } from './template';

/** A later line of a text begins like the first line of its paragraph, two characters in. */
const LATER_LINE = '\n\u3000\u3000';

/** The paper as a .docx: the clerk's template with its tags filled in. */
export function fillTemplate({ content }: Pick<Template, 'content'>, filled: Filled): Buffer {
  const template = openTemplate(content);
  template.render(
    Object.fromEntries(
      Object.entries(filled).map(([name, value]) => [
        name,
        typeof value === 'string' ? value.replace(/\r?\n/g, LATER_LINE) : value,
      ]),
    ),
  );
  return template.toBuffer();
}
