import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOf } from '../papers/openTemplate';
import { picturesIn } from '../papers/replacePictures';
import { namesIn, tagsOf } from '../papers/tagsOf';
import { TemplateError } from '../papers/template';

const FILE = 'monthly_report.docx';

/** The pictures that are drawn anew, by their alternative text. */
export const PICTURES = { towns: '镇街得分图', orgs: '责任单位得分图' } as const;

export const FIELDS = ['月份', '统计期间', '制表时间', '未满月', '计至', '零突破', '得分公式'] as const;
export const LISTS = {
  全市指标: ['指标', '数值', '区间', '样本', '口径'],
  镇街得分: ['名次', '单位', '得分', '区间', '样本', '说明'],
  单位得分: ['名次', '单位', '得分', '区间', '样本', '说明'],
} as const;

const KNOWN: ReadonlySet<string> = new Set([...FIELDS, ...Object.keys(LISTS), ...Object.values(LISTS).flat()]);

export interface ReportTemplate {
  readonly content: Buffer;
}

/** Reads and judges the clerks' template of the monthly report. Throws a TemplateError that names what is wrong with it. */
export function loadReportTemplate(papersDir: string): ReportTemplate {
  const faults: string[] = [];
  let content = Buffer.alloc(0);
  try {
    content = readFileSync(join(papersDir, FILE));
    for (const name of namesIn(tagsOf(content))) if (!KNOWN.has(name)) faults.push(`没有字段 {${name}}`);
    const pictures = picturesIn(content);
    for (const picture of Object.values(PICTURES))
      if (!pictures.has(picture)) faults.push(`缺少替换文字为“${picture}”的图片`);
  } catch (error) {
    faults.push(...faultsOf(error));
  }
  if (faults.length > 0) throw new TemplateError(faults.map((fault) => `${FILE} — ${fault}`));
  return { content };
}
