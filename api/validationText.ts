/** A broken rule as AJV reports it with `verbose`. Its `data`, the caller's value, is never read here. */
export interface BrokenRule {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly parentSchema?: unknown;
}

export interface ValidationText {
  /** The part of the request and the JSON pointer in it. */
  readonly at: string;
  readonly text: string;
}

type Schema = Readonly<Record<string, unknown>>;

/** What is wrong and what is allowed, in Chinese, without the value that was sent: it may be somebody's data. */
export function validationText(part: string, rules: readonly BrokenRule[]): ValidationText {
  // A union reports each of its branches and then itself: the last one speaks for all.
  const last = rules.at(-1);
  const rule = last !== undefined && isUnion(last) ? last : rules[0];
  if (rule === undefined) return { at: part, text: `${part}：格式有误。` };
  const field = fieldOf(rule);
  const at = `${part}${rule.instancePath}${field === null ? '' : `/${field}`}`;
  const schema = (rule.parentSchema ?? {}) as Schema;
  const about = typeof schema['description'] === 'string' && field === null ? `（${schema['description']}）` : '';
  return { at, text: `${at}${about}：${complaint(rule, schema)}。` };
}

function isUnion({ keyword }: BrokenRule): boolean {
  return keyword === 'anyOf' || keyword === 'oneOf';
}

/** The field that is missing or too many stands in its parent's report. */
function fieldOf({ keyword, params }: BrokenRule): string | null {
  switch (keyword) {
    case 'required':
      return String(params['missingProperty']);
    case 'additionalProperties':
      return String(params['additionalProperty']).slice(0, 64);
    case 'discriminator':
      return String(params['tag']);
    default:
      return null;
  }
}

function complaint({ keyword, params }: BrokenRule, schema: Schema): string {
  const limit = String(params['limit']);
  switch (keyword) {
    case 'required':
      return '缺少这个必填字段';
    case 'additionalProperties':
      return '没有这个字段，请删除或核对拼写';
    case 'enum':
      return `只能是 ${list(params['allowedValues'])} 之一`;
    case 'const':
      return `只能是 ${String(params['allowedValue'])}`;
    case 'discriminator':
      return `只能是 ${list(tagsOf(schema, String(params['tag'])))} 之一`;
    case 'type':
      return `须为${typeText(params['type'])}`;
    case 'minLength':
      return limit === '1' ? '不能为空' : `不能少于 ${limit} 个字符`;
    case 'maxLength':
      return `不能超过 ${limit} 个字符`;
    case 'pattern':
      return schema['pattern'] === TEXT_PATTERN ? '不能只有空白，也不能含有 NUL 字符' : '写法不符合规定';
    case 'format':
      return formatText(params['format']);
    case 'minimum':
      return `不能小于 ${limit}`;
    case 'exclusiveMinimum':
      return `须大于 ${limit}`;
    case 'maximum':
      return `不能大于 ${limit}`;
    case 'exclusiveMaximum':
      return `须小于 ${limit}`;
    case 'multipleOf':
      return params['multipleOf'] === 0.01 ? '最多两位小数' : `须为 ${String(params['multipleOf'])} 的整数倍`;
    case 'minItems':
      return `不能少于 ${limit} 项`;
    case 'maxItems':
      return `不能超过 ${limit} 项`;
    case 'uniqueItems':
      return `第 ${Number(params['i']) + 1} 项与第 ${Number(params['j']) + 1} 项重复`;
    case 'anyOf':
    case 'oneOf':
      return `须为以下之一：${branchesOf(schema[keyword])}`;
    default:
      return '不符合接口文档的规定';
  }
}

/** Text with something in it, without NUL, which Postgres can't store. */
export const TEXT_PATTERN = '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$';

function list(values: unknown): string {
  return Array.isArray(values) ? values.map(String).join('、') : String(values);
}

function tagsOf(schema: Schema, tag: string): readonly string[] {
  const branches = Array.isArray(schema['oneOf']) ? (schema['oneOf'] as Schema[]) : [];
  return branches.map(({ properties }) => String((properties as Record<string, Schema>)[tag]?.['const']));
}

function branchesOf(branches: unknown): string {
  if (!Array.isArray(branches)) return '接口文档列出的写法';
  return (branches as Schema[])
    .map(({ description, type }) => (typeof description === 'string' ? description : typeText(type)))
    .join('；');
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数字',
  integer: '整数',
  boolean: '布尔值（true 或 false）',
  object: '对象',
  array: '数组',
  null: '空值',
};

function typeText(type: unknown): string {
  const types = Array.isArray(type) ? type : [type];
  return types.map((each) => TYPES[String(each)] ?? '接口文档规定的类型').join('或');
}

function formatText(format: unknown): string {
  switch (format) {
    case 'date':
      return '须为 1900—2199 年间真实的日期，写作 YYYY-MM-DD';
    case 'date-time':
      return '须为 1900—2199 年间带时区的时刻，例如 2026-01-31T09:00:00+08:00';
    case 'uuid':
      return '须为 UUID';
    default:
      return '格式有误';
  }
}
