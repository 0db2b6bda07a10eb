import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAPER_KINDS, type PaperKind } from '../domain/papers/paper';
import { checkTags } from './checkTags';
import { unsupported } from './docx/unsupported';
import { faultsOf } from './openTemplate';
import { namesIn, tagsOf } from './tagsOf';
import { TemplateError, type Template, type Templates } from './template';

/**
 * Reads and judges all templates. Synchronous: it runs once, before anything listens; an edited template is taken up by the
 * next start. Throws a TemplateError that names each file and tag.
 */
export function loadTemplates(dir: string): Templates {
  const faults: string[] = [];
  const templates = PAPER_KINDS.map((kind) => load(dir, kind, faults));
  if (faults.length > 0) throw new TemplateError(faults);
  return Object.fromEntries(templates.map((template) => [template.kind, template])) as Templates;
}

function load(dir: string, kind: PaperKind, faults: string[]): Template {
  const file = `${kind}.docx`;
  const found = (what: string) => void faults.push(`${file} — ${what}`);
  const template = { kind, file, content: Buffer.alloc(0), fields: new Set<string>() };
  let content: Buffer;
  try {
    content = readFileSync(join(dir, file));
  } catch (error) {
    found(`读不到模板（${error instanceof Error ? error.message : String(error)}）`);
    return template;
  }
  try {
    const tags = tagsOf(content);
    checkTags(kind, tags).forEach(found);
    unsupported(content).forEach((what) => found(`PDF 不能显示${what}`));
    return { ...template, content, fields: new Set(namesIn(tags)) };
  } catch (error) {
    faultsOf(error).forEach((fault) => found(`不能作为模板：${fault}`));
    return template;
  }
}
