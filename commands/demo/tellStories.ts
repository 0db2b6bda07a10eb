import { inWords } from '../../demo/stories/inWords';
import { STORIES_TOLD } from '../../demo/stories/told';
import type { Catalogue } from '../../domain/catalogue';

/** The three stories for the terminal, on the dates of their own. */
export function tellStories(catalogue: Catalogue): string {
  return STORIES_TOLD.flatMap((story) => [
    '',
    `■ ${story.title}`,
    `  ${story.about}`,
    ...inWords(story.told, catalogue).flatMap(({ when, who, what, refused, then }) => [
      `  ${when}  ${who}  ${refused ? `✗ 不得办理：${what}` : what}`,
      ...then.map((line) => `      ${line}`),
    ]),
  ]).join('\n');
}
