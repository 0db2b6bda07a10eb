import { get } from './api.js';
import { caseList } from './caseList.js';
import { clueReport } from './clueReport.js';
import { h, redraw } from './dom.js';
import { openClues } from './openClues.js';
import { overview } from './overview.js';

/** The first page: the pictures, what the dispatch centre receives, and the list of cases. `loadNow` asks for fresh answers. */
export function desk(me, loadNow) {
  const dispatcher = me.role === 'dispatcher';
  const pictures = h('div', { class: 'pictures' });
  const clues = h('section', { class: 'card', 'aria-labelledby': 'clues' });
  const cases = caseList({ chosen: loadNow });
  const report = dispatcher ? clueReport({ sent: loadNow }) : null;
  const box = h(
    'div',
    {},
    h('h1', { class: 'hidden' }, '总览'),
    pictures,
    dispatcher && h('div', { class: 'two' }, report.box, clues),
    cases.box,
  );

  async function load() {
    const asked = cases.query();
    const [counts, page, open] = await Promise.all([
      get('/api/v1/overview'),
      get(`/api/v1/cases?${asked}`),
      dispatcher ? get('/api/v1/clues?outcome=desk&settled=false') : null,
    ]);
    report?.label(counts.labels);
    cases.label(counts);
    redraw(pictures, { counts, town: cases.town() }, () => overview(counts, me, cases.town(), cases.chooseTown));
    if (open !== null) redraw(clues, open, () => openClues(open, counts.labels));
    // An answer to a question that nobody asks any more isn't shown.
    if (asked === cases.query()) cases.show(page);
  }

  return { box, load };
}
