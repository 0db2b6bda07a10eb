import { describe, expect, it } from 'vitest';
import { scrubText } from '../../domain/triage/scrubText';

describe('a text without what tells who somebody is', () => {
  it.each([
    ['a mobile number', '请回电13812345678谢谢', '请回电〔电话〕谢谢'],
    ['one with blanks', '电话138 1234 5678', '电话〔电话〕'],
    ['a landline', '打028-82312345没人接', '打〔电话〕没人接'],
    ['an identity number', '身份证51018419900101123X号', '身份证〔证件号〕号'],
    ['a credit code', '代码91510184MA6CABCD1X的店', '代码〔证件号〕的店'],
    ['a plate', '川A12345渣土车', '〔车牌〕渣土车'],
    ['an address in the net', '发到zhang.san@example.com', '发到〔邮箱〕'],
    ['a surname with its title', '找张建国先生', '找某先生'],
    ['the reporter’s name', '我叫欧阳小花，住这里', '我叫某某，住这里'],
  ])('given %s, when scrubbed, then it is gone and the rest stays', (_, text, expected) => {
    expect(scrubText(text, ['欧阳小花', null])).toBe(expected);
  });

  it('given figures that name nobody, when scrubbed, then they stay', () => {
    const text = '凌晨2点起，3辆车占道，罚款20000元，滨河路12号，2026年9月24日';
    expect(scrubText(text, [null])).toBe(text);
  });
});
