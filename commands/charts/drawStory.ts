import { join } from 'node:path';
import { inWords, type Told } from '../../demo/stories/inWords';
import type { Story } from '../../demo/stories/told';
import type { CaseState } from '../../domain/case';
import type { Catalogue, Instant } from '../../domain/catalogue';
import type { Clock } from '../../domain/time/clock';
import { instantWords } from '../../domain/time/words';
import type { Chart } from './chart';

const STORIES_DIR = join(import.meta.dirname, '../../docs/stories');
const HEAD = '<!-- 由 npm run charts 生成，请勿手改。 -->';

/** A story as people read it: its periods as bars on a calendar, then everything that happens with its date. */
export function drawStory(story: Story, catalogue: Catalogue): Chart {
  const told = inWords(story.told, catalogue);
  return {
    path: join(STORIES_DIR, `${story.name}.md`),
    text: [
      HEAD,
      `# ${story.title}`,
      story.about,
      '日期依 2026 年节假日安排推算：9 月 25 至 27 日、10 月 1 至 7 日放假，9 月 20 日（周日）、10 月 10 日（周六）上班。' +
        '每个日期、每次拒绝都由程序按规则得出，并有测试核对。',
      '## 时限',
      '每个时限从起算到最后一刻为一条；到期前未办结、亮过红灯的标红。',
      ['```mermaid', ...gantt(story), '```'].join('\n'),
      '## 经过',
      ['| 时间 | 谁 | 办什么 | 结果、时限 |', '| --- | --- | --- | --- |', ...told.map(row)].join('\n'),
      '',
    ]
      .join('\n\n')
      .replace(/\n+$/, '\n'),
  };
}

function row({ when, who, what, refused, then }: Told): string {
  return `| ${when} | ${who} | ${refused ? `✗ 不得办理：${what}` : what} | ${then.join('<br>').replaceAll('|', '｜')} |`;
}

interface Bar {
  readonly clock: Clock;
  readonly until: Instant;
  readonly wasRed: boolean;
}

/** Every clock that ran, as it stood when it was last seen; not what was to begin later and never did. */
function bars({ told }: Story): readonly Bar[] {
  const found = new Map<string, Bar>();
  let state: CaseState | null = null;
  for (const beat of told.beats) {
    if (beat.kind === 'refused') continue;
    state = beat.after;
    for (const clock of Object.values(state.clocks)) {
      const key = `${clock.id} ${clock.startedAt}`;
      found.set(key, { clock, until: clock.dueAt, wasRed: clock.light === 'red' || found.get(key)?.wasRed === true });
    }
  }
  return [...found.values()]
    .filter(({ clock }) => clock.startedAt <= told.state.updatedAt)
    .sort((one, other) => one.clock.startedAt.localeCompare(other.clock.startedAt));
}

function gantt(story: Story): readonly string[] {
  return [
    'gantt',
    '  dateFormat YYYY-MM-DD HH:mm',
    '  axisFormat %m-%d',
    '  todayMarker off',
    ...bars(story).map(({ clock, until, wasRed }) => {
      // The diagram's grammar takes colons, commas and semicolons for its own.
      const name = clock.name.replace(/（.*?）$/, '').replace(/[:,;#]/g, ' ');
      return `  ${name} :${wasRed ? 'crit, ' : ''}${instantWords(clock.startedAt)}, ${instantWords(until)}`;
    }),
  ];
}
