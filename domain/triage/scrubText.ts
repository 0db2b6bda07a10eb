/**
 * A text without what tells who somebody is: the names and numbers that are known, then whatever looks like a phone, an
 * identity or credit number, a plate, an address in the net, or a surname with its title. A name in running text that
 * nobody has told us can't be found by a pattern: what is handed on is read by a person first.
 */
export function scrubText(text: string, known: readonly (string | null)[]): string {
  let scrubbed = text;
  for (const words of known) {
    if (words !== null && words.length >= 2) scrubbed = scrubbed.replaceAll(words, '某某');
  }
  return PATTERNS.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), scrubbed);
}

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '〔邮箱〕'],
  [/https?:\/\/[^\s，。]+/g, '〔网址〕'],
  // Latin letters and digits stand next to Chinese characters without a boundary that \b would know.
  [
    /(?<![0-9A-Za-z])(\d{17}[\dXx]|\d{15}|[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10})(?![0-9A-Za-z])/g,
    '〔证件号〕',
  ],
  [/(?<!\d)(\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g, '〔电话〕'],
  [/(?<!\d)(0\d{2,3}[- ]?)?[2-8]\d{6,7}(?!\d)/g, '〔电话〕'],
  [
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·・ ]?[A-Z0-9]{5,6}(?![A-Z0-9])/g,
    '〔车牌〕',
  ],
  [new RegExp(`[${SURNAMES}][\\p{Script=Han}]{0,2}(先生|女士|小姐|师傅|老板|某某|某)`, 'gu'), '某$1'],
];
