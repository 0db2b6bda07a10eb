import { h, lightMark, state, ul } from './dom.js';
import { dayAndTime } from './times.js';

/** Clues that triage was unsure of and that wait for a person. */
export function openClues({ clues, next }, labels) {
  const row = (clue) =>
    h(
      'li',
      {},
      h('p', {}, clue.light && lightMark(clue.light, labels.lights[clue.light]), ' ', clue.text),
      h(
        'p',
        { class: 'quiet' },
        [clue.channelLabel, clue.place, clue.triage.townName, `${dayAndTime(clue.dueAt)} 前研判`]
          .filter(Boolean)
          .join(' · '),
      ),
      ul('reasons', doubts(clue.triage)),
    );
  return [
    h(
      'h2',
      { id: 'clues' },
      '待人工研判',
      h('small', {}, next === null ? `${clues.length} 条` : `${clues.length} 条以上`),
    ),
    clues.length === 0
      ? state('没有等着研判的线索。')
      : h('ul', { class: 'open-clues', tabindex: '0', 'aria-labelledby': 'clues' }, clues.map(row)),
  ];
}

/** Why it waits. The list of everything not known yet is long and the same for all: it is left to the clue itself. */
function doubts({ reasons }) {
  const texts = reasons.filter(({ kind }) => kind === 'doubt').map(({ text }) => text);
  return texts.filter((text) => text.length <= 120);
}
