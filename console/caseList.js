/* global URLSearchParams */
import { field, h, lightMark, options, redraw, state } from './dom.js';
import { dayAndTime } from './times.js';

const PAGE = 20;

/** Filters and pages outlive the page, so that the way back from a case leads to where one was. */
const filters = { town: '', stage: '', grade: '', light: '' };
let cursors = [];

/** The list of cases. `chosen` is called when another page or filter is wanted. */
export function caseList({ chosen }) {
  const form = h('form', { class: 'filters', submit: (event) => event.preventDefault() });
  const list = h('div', { 'aria-live': 'off' });
  const box = h(
    'section',
    { class: 'card list', 'aria-labelledby': 'cases' },
    h('h2', { id: 'cases' }, '案件'),
    form,
    list,
  );
  const selects = {};

  function want(change, to = []) {
    Object.assign(filters, change);
    cursors = to;
    for (const [name, select] of Object.entries(selects)) select.value = filters[name];
    chosen();
  }

  function query() {
    const given = Object.entries({ ...filters, cursor: cursors.at(-1) ?? '' }).filter(([, value]) => value !== '');
    return new URLSearchParams([['limit', PAGE], ...given]).toString();
  }

  /** The filters' words come with the first answer. */
  function label({ towns, labels }) {
    if (form.childElementCount > 0) return;
    const names = Object.fromEntries(towns.map(({ code, name }) => [code, name]));
    const choices = [
      ['town', '镇街', names],
      ['stage', '环节', labels.stages],
      ['grade', '分级', labels.grades],
      ['light', '灯', labels.lights],
    ];
    for (const [name, title, words] of choices) {
      selects[name] = h(
        'select',
        { name, change: (event) => want({ [name]: event.target.value }) },
        options(words, '全部'),
      );
      selects[name].value = filters[name];
      form.append(field(title, selects[name]));
    }
    const all = { town: '', stage: '', grade: '', light: '' };
    form.append(h('button', { type: 'button', class: 'plain', click: () => want(all) }, '清除筛选'));
  }

  function draw({ cases, next }) {
    const filtered = Object.values(filters).some((value) => value !== '');
    const empty = filtered
      ? '没有符合筛选条件的案件。可以放宽或清除筛选。'
      : '还没有案件。上报的线索成案后会出现在这里。';
    const turn = (text, key, to) =>
      h('button', { type: 'button', 'data-key': key, disabled: to === null, click: () => want({}, to) }, text);
    return [
      cases.length === 0 ? state(empty) : h('ul', { class: 'cases' }, cases.map(row)),
      (next !== null || cursors.length > 0) &&
        h(
          'nav',
          { class: 'line pages', 'aria-label': '翻页' },
          turn('上一页', 'before', cursors.length === 0 ? null : cursors.slice(0, -1)),
          h('span', { class: 'quiet' }, `第 ${cursors.length + 1} 页`),
          turn('下一页', 'after', next === null ? null : [...cursors, next]),
        ),
    ];
  }

  return {
    box,
    query,
    label,
    town: () => filters.town,
    chooseTown: (town) => want({ town }),
    show: (page) => redraw(list, { page, filters, cursors }, () => draw(page)),
  };
}

function row(one) {
  return h(
    'li',
    {},
    h(
      'a',
      { href: `#/cases/${one.caseId}`, 'data-key': one.caseId },
      lightMark(one.light, one.lightLabel),
      h('strong', {}, one.itemName, h('small', {}, one.caseId)),
      h('span', {}, one.townName, one.owner !== one.town && h('small', {}, `承办：${one.ownerName}`)),
      h('span', {}, one.stageLabel, h('small', {}, one.gradeLabel)),
      h(
        'span',
        { class: 'due' },
        one.dueAt === null ? '无时限' : dayAndTime(one.dueAt),
        h('small', {}, one.dueAt === null ? '' : '最早到期'),
      ),
    ),
  );
}
