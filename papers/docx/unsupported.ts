import PizZip from 'pizzip';

/** What a template must not have, since its PDF wouldn't show it, and what the clerk can do instead. */
const UNSUPPORTED: readonly (readonly [RegExp, string])[] = [
  [/<w:numPr[ >/]/, '自动编号（请改为直接写出编号）'],
  [/<w:(drawing|pict|object)[ >/]/, '图片、文本框或者嵌入对象（请删除）'],
  [/<w:(footnote|endnote)Reference[ >/]/, '脚注或者尾注（请写入正文）'],
  [/<w:(ins|del|moveFrom|moveTo)[ >/]/, '未接受的修订（请先接受或者拒绝修订）'],
  [/<w:sym[ >/]/, '符号字体的符号（请改用普通字符）'],
  [/<m:oMath[ >/]/, '公式（请改为文字）'],
  [/<w:cols [^>]*w:num="[2-9]"/, '分栏（请改为一栏）'],
  [/<w:headerReference[ >/]/, '页眉（请写入正文）'],
];

export function unsupported(content: Buffer): readonly string[] {
  const text = new PizZip(content).file('word/document.xml')?.asText() ?? '';
  return UNSUPPORTED.filter(([pattern]) => pattern.test(text)).map(([, what]) => what);
}
