import { describe, expect, it } from 'vitest';
import { inWords } from '../../../demo/stories/inWords';
import { catalogue } from '../../../demo/stories/opening';
import { STORIES_TOLD } from '../../../demo/stories/told';
import { archived } from '../../../demo/stories/townInvestigates';

const told = inWords(archived, catalogue);
const at = (when: string) => told.filter((one) => one.when.startsWith(when));

describe('the stories in words', () => {
  it('given a filing, then its day, who filed it, and the last day to decide with the article', () => {
    const [filing] = at('2026-09-16 周三 10:00');
    expect(filing).toMatchObject({ who: '羊马街道综合执法协调办', what: '立案', refused: false });
    expect(filing?.then.join()).toMatch(/90日，至 2026-12-15（周二），.*第六十条/);
  });

  it('given a period that waits for the party, then it is told like one that binds the house', () => {
    expect(at('2026-09-30')[0]?.then.join()).toMatch(/“当事人要求听证”5个工作日，至 2026-10-13/);
  });

  it('given an act that is refused, then why, with its articles, and the story goes on', () => {
    const [refused] = at('2026-10-30 周五 09:50');
    expect(refused).toMatchObject({ what: '作出处罚决定', refused: true });
    expect(refused?.then.join()).toMatch(/20001 元.*第四十五条/);
    expect(at('2026-10-30 周五 10:00')[0]).toMatchObject({ refused: false });
  });

  it('given a light, then it is told at its minute as the system’s, with who is told of it', () => {
    expect(at('2026-09-14 周一 09:30')).toMatchObject([
      {
        who: '系统',
        then: [
          expect.stringMatching(/^红灯：接单/),
          expect.stringMatching(/^告知镇街综合执法协调办/),
          expect.stringMatching(/^告知行业主管部门/),
        ],
      },
    ]);
  });

  it.each(STORIES_TOLD.map((story) => [story.name, story] as const))(
    'given %s, then it is told in Chinese alone and in the order of time',
    (_, story) => {
      const lines = inWords(story.told, catalogue);
      const words = lines.flatMap(({ who, what, then }) => [who, what, ...then]).join('\n');
      expect(words.replace(/[A-Z]{2}-?\d+|C\d/g, '')).not.toMatch(/[a-z]{3,}|undefined|null/);
      const whens = lines.map(({ when }) => when);
      expect(whens).toEqual([...whens].sort());
    },
  );
});
