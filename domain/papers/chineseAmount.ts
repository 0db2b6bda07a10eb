const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿'];

/** An amount in the capitals that can't be altered by a stroke: 20000 → 贰万元整. Yuan with at most two decimals. */
export function chineseAmount(yuan: number): string {
  const fen = Math.round(yuan * 100);
  const whole = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const cent = fen % 10;
  if (whole === 0 && jiao === 0 && cent === 0) return '零元整';
  const yuanText = whole === 0 ? '' : `${wholeText(whole)}元`;
  if (jiao === 0 && cent === 0) return `${yuanText}整`;
  // 壹元零伍分: a zero holds the place of the 角 where there is a 元 before it.
  const jiaoText = jiao > 0 ? `${digit(jiao)}角` : whole > 0 ? '零' : '';
  return `${yuanText}${jiaoText}${cent > 0 ? `${digit(cent)}分` : ''}`;
}

function wholeText(whole: number): string {
  let text = '';
  let rest = whole;
  let lowerWasShort = false;
  for (const group of GROUPS) {
    const part = rest % 10_000;
    rest = Math.floor(rest / 10_000);
    if (part > 0) {
      const gap = text !== '' && (lowerWasShort || text.startsWith('零')) ? '零' : '';
      text = `${groupText(part)}${group}${gap}${text.replace(/^零/, '')}`;
      lowerWasShort = part < 1_000;
    } else if (text !== '' && !text.startsWith('零')) text = `零${text}`;
    if (rest === 0) break;
  }
  return text;
}

/** A group of up to four digits: one 零 for any run of zeros inside it, none at its end. */
function groupText(part: number): string {
  let text = '';
  let zero = false;
  for (let place = 0, rest = part; rest > 0; place += 1, rest = Math.floor(rest / 10)) {
    const value = rest % 10;
    if (value === 0) {
      zero = text !== '';
      continue;
    }
    text = `${digit(value)}${PLACES[place] ?? ''}${zero ? '零' : ''}${text}`;
    zero = false;
  }
  return text;
}

function digit(value: number): string {
  return DIGITS[value] ?? '';
}
