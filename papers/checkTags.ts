import { fieldsOf, isList, LIST_COLUMNS } from '../domain/papers/fields';
import type { PaperKind } from '../domain/papers/paper';
import type { Tag } from './tagsOf';

/** What is wrong with a template's tags: unknown ones, and places that could be printed blank. Empty = nothing. */
export function checkTags(kind: PaperKind, tags: readonly Tag[]): readonly string[] {
  const fields = fieldsOf(kind);
  const faults: string[] = [];
  const walk = (tags: readonly Tag[], within: readonly string[]): void => {
    for (const { name, passage, inverted, inside } of tags) {
      const known = fields.get(name);
      const column = within.some((outer) => isList(outer) && (LIST_COLUMNS[outer] as readonly string[]).includes(name));
      if (passage) {
        if (known === undefined) faults.push(`没有字段 {#${name}}`);
        else if (!isList(name) && !known.optional) faults.push(`{#${name}} 总是有的，不需要用 # 判断`);
        walk(inside, inverted ? within : [...within, name]);
        continue;
      }
      if (known === undefined && !column) faults.push(`没有字段 {${name}}`);
      else if (isList(name)) faults.push(`{${name}} 是多项，应写成 {#${name}}…{/${name}}`);
      else if (known?.optional === true && !column && !asked(name, within)) {
        faults.push(`{${name}} 可能没有，应放在 {#${name}} 和 {/${name}} 之间`);
      }
    }
  };
  walk(tags, []);
  return faults;
}

/** Fields that are there or not there together: asking for one of them is enough. */
const TOGETHER: readonly (readonly string[])[] = [
  ['当事人证件号码', '证件名称'],
  ['听证最后一日', '听证期限'],
  ['缴款', '缴款期限'],
  ['加处比例', '缴款', '缴款期限'],
  ['缴款最后一日', '缴款', '缴款期限'],
  ['当场收缴理由', '缴款', '缴款期限'],
  ['应缴合计', '欠缴本金', '应缴合计大写'],
];

function asked(name: string, within: readonly string[]): boolean {
  return within.some(
    (outer) => outer === name || TOGETHER.some(([asks, ...given]) => asks === outer && given.includes(name)),
  );
}
