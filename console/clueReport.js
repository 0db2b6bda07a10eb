/* global crypto, sessionStorage */
import { post } from './api.js';
import { facts, field, h, options, state, ul } from './dom.js';

/**
 * What was sent and not answered yet. The same words go out again under the same key, also after a reload, so that a
 * lost answer never makes two clues of one.
 */
const unanswered = {
  read: () => JSON.parse(sessionStorage.getItem('unansweredClue') ?? 'null'),
  keep: (sent) => sessionStorage.setItem('unansweredClue', JSON.stringify(sent)),
  forget: () => sessionStorage.removeItem('unansweredClue'),
};

/** The form that reports a clue, and how triage judged it. */
export function clueReport({ sent }) {
  let labels = { outcomes: {}, grades: {} };
  const channel = h('select', { name: 'channel' });
  const text = h('textarea', {
    name: 'text',
    required: true,
    rows: 4,
    maxlength: 50_000,
    placeholder: '街子古镇字库塔旁有人占道经营卖水果',
  });
  const place = h('input', { name: 'place', maxlength: 300, autocomplete: 'off' });
  const button = h('button', { type: 'submit', class: 'main' }, '上报');
  const answer = h('div', { class: 'answer', 'aria-live': 'polite' });

  const waiting = unanswered.read();
  if (waiting !== null) {
    text.value = waiting.body.text;
    place.value = waiting.body.place ?? '';
    answer.replaceChildren(state('这一条上次没有得到答复。请再点“上报”，不会重复登记。', 'failed'));
  }

  async function submit(event) {
    event.preventDefault();
    const body = {
      channel: channel.value,
      text: text.value,
      ...(place.value.trim() === '' ? {} : { place: place.value.trim() }),
    };
    const before = unanswered.read();
    const same = before !== null && JSON.stringify(before.body) === JSON.stringify(body);
    const key = same ? before.key : randomKey();
    unanswered.keep({ key, body });
    button.disabled = true;
    answer.replaceChildren(state('正在研判……', 'loading'));
    try {
      const judged = await post('/api/v1/clues', body, key);
      unanswered.forget();
      text.value = '';
      place.value = '';
      answer.replaceChildren(judgement(judged, labels));
      sent();
    } catch (error) {
      // Who was signed out while sending finds the words again after signing in.
      const kept = error.passing || error.status === 401;
      const then = kept ? '内容已保留，稍后再点“上报”，不会重复登记。' : '请修改后再上报。';
      if (!kept) unanswered.forget();
      answer.replaceChildren(state(`${error.message} ${then}`, 'failed'));
    }
    button.disabled = false;
  }

  const box = h(
    'section',
    { class: 'card', 'aria-labelledby': 'report' },
    h('h2', { id: 'report' }, '上报线索'),
    h(
      'form',
      { class: 'report', submit },
      field('渠道', channel),
      field('地点（可不填）', place),
      field('反映内容', text),
      button,
    ),
    answer,
  );
  function label(words) {
    labels = words;
    if (channel.length > 0) return;
    channel.append(...options(words.channels));
    const kept = unanswered.read();
    if (kept !== null) channel.value = kept.body.channel;
  }
  return { box, label };
}

function judgement({ caseId, triage }, labels) {
  const texts = (which) => triage.reasons.filter(which).map(({ text }) => text);
  const grounds = texts(({ kind }) => kind !== 'doubt');
  const doubts = texts(({ kind }) => kind === 'doubt');
  const goes = caseId ?? triage.duplicateOf;
  return h(
    'div',
    { class: `judged ${triage.outcome}` },
    h(
      'h3',
      {},
      labels.outcomes[triage.outcome] ?? triage.outcome,
      goes && h('a', { href: `#/cases/${goes}` }, `打开案件 ${goes}`),
    ),
    facts([
      ['事项', triage.itemName],
      ['镇街', triage.townName],
      ['分级', labels.grades[triage.grade]],
      ['应由', triage.belongsTo],
      ['把握', triage.confidence > 0 ? `${Math.round(triage.confidence * 100)}%` : null],
    ]),
    ul('reasons', grounds),
    doubts.length > 0 && h('details', {}, h('summary', {}, `存疑 ${doubts.length} 条`), ul('reasons', doubts)),
  );
}

/** `randomUUID` exists on https and localhost only; a town's tablet may come by plain http. */
function randomKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
