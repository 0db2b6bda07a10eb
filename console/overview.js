import { h, lightMark } from './dom.js';
import { LEGEND_TILE, TOWN_TILES } from './townTiles.js';

const LIGHTS = ['grey', 'green', 'yellow', 'red'];
const CLOSED = ['archive', 'archived'];
const TOWN_GRADES = ['town', 'town_bureau_review'];

const isClosed = ({ stage }) => CLOSED.includes(stage);
const isOpen = (cell) => !isClosed(cell);
const total = (cells, which = () => true) => cells.filter(which).reduce((sum, { cases }) => sum + cases, 0);
const percent = (part, whole) => (whole === 0 ? '—' : `${Math.round((100 * part) / whole)}%`);

/** The counts as pictures. Closed cases have no light: they are counted apart. */
export function overview({ cells, clues, towns, labels }, me, chosenTown, choose) {
  const isTown = towns.some(({ code }) => code === me.org);
  return [
    figures(cells, clues, towns, isTown),
    card(
      'towns',
      '各镇街',
      isTown ? '您看到的是本镇街承办和协办的案件。' : '颜色取在办案件中最急的灯。点镇街可筛选案件。',
      [tiles(cells, towns, labels, { own: isTown ? me.org : null, chosenTown, choose })],
    ),
    card('stages', '在办案件：环节与灯', null, [stages(cells, labels)]),
    card('grades', '三级分级办案', '案件总数，深色为已结。', [grades(cells, labels)]),
    card('outcomes', '线索研判结果', null, [outcomes(clues, labels)]),
  ];
}

function card(id, title, note, content) {
  return h(
    'section',
    { class: `card ${id}`, 'aria-labelledby': id },
    h('h2', { id }, title),
    note && h('p', { class: 'quiet' }, note),
    content,
  );
}

function figures(cells, clues, towns, isTown) {
  const closed = total(cells, isClosed);
  const closedByTowns = total(cells, (cell) => isClosed(cell) && TOWN_GRADES.includes(cell.grade));
  const handling = new Set(cells.map(({ town }) => town)).size;
  const light = (which) => total(cells, (cell) => isOpen(cell) && cell.light === which);
  const figure = (name, value, note, kind = '') =>
    h('div', { class: `figure ${kind}` }, h('dt', {}, name), h('dd', {}, String(value), note && h('small', {}, note)));
  return h(
    'dl',
    { class: 'figures' },
    figure('在办案件', total(cells, isOpen)),
    figure('◆ 红灯', light('red'), '已超期', light('red') > 0 ? 'red' : ''),
    figure('▲ 黄灯', light('yellow'), '快到期', light('yellow') > 0 ? 'yellow' : ''),
    light('grey') > 0 && figure('■ 灰灯', light('grey'), '时限暂停'),
    figure('镇街办结占比', percent(closedByTowns, closed), `已结 ${closed} 件，目标 80% 以上`),
    !isTown && figure('有案件的镇街', `${handling}/${towns.length}`, '办案零突破'),
    figure('待人工研判', total(clues.map(({ open }) => ({ cases: open }))), '条线索'),
  );
}

function tiles(cells, towns, labels, { own, chosenTown, choose }) {
  const tile = ({ code, name }) => {
    const here = cells.filter(({ town }) => town === code);
    const lights = LIGHTS.map((light) => [light, total(here, (cell) => isOpen(cell) && cell.light === light)]);
    const worst = lights.findLast(([, count]) => count > 0)?.[0] ?? 'none';
    const closed = total(here, isClosed);
    const [row, column] = TOWN_TILES[code] ?? [];
    const foreign = own !== null && code !== own && here.length === 0;
    return h(
      'button',
      {
        type: 'button',
        class: `tile ${worst}`,
        style: row === undefined ? {} : { 'grid-area': `${row} / ${column}` },
        'data-key': code,
        'aria-pressed': String(code === chosenTown),
        click: () => choose(code === chosenTown ? '' : code),
      },
      h('strong', {}, name),
      worst === 'none' && h('span', { class: 'none' }, foreign ? '不在您的范围' : closed > 0 ? '无在办' : '尚无案件'),
      lights.filter(([, count]) => count > 0).map(([light, count]) => lightMark(light, labels.lights[light], count)),
      closed > 0 && h('small', {}, `已结 ${closed}`),
    );
  };
  const [row, column] = LEGEND_TILE;
  return h(
    'div',
    { class: 'map' },
    towns.map(tile),
    h('p', { class: 'legend', style: { 'grid-area': `${row} / ${column}` } }, '北 ↑', h('br'), '示意图，不是测绘图'),
  );
}

/** A bar of segments, `of` wide at most. The numbers stand beside it, so it says nothing to a screen reader. */
function bar(segments, of) {
  const width = (count) => `${of === 0 ? 0 : (100 * count) / of}%`;
  const segment = ([kind, count]) => count > 0 && h('i', { class: kind, style: { width: width(count) } });
  return h('span', { class: 'bar', 'aria-hidden': 'true' }, segments.map(segment));
}

function rows(list) {
  return h(
    'ul',
    { class: 'rows' },
    list.map(([name, picture, numbers, zero = false]) =>
      h('li', { class: zero ? 'zero' : null }, h('span', {}, name), picture, h('span', { class: 'numbers' }, numbers)),
    ),
  );
}

function stages(cells, labels) {
  const names = Object.entries(labels.stages).filter(([stage]) => isOpen({ stage }));
  const counted = names.map(([stage, name]) => ({ stage, name, all: total(cells, (cell) => cell.stage === stage) }));
  const most = Math.max(...counted.map(({ all }) => all));
  return rows(
    counted.map(({ stage, name, all }) => {
      const lights = LIGHTS.map((light) => [
        light,
        total(cells, (cell) => cell.stage === stage && cell.light === light),
      ]);
      const marks = lights
        .filter(([, count]) => count > 0)
        .map(([light, count]) => lightMark(light, labels.lights[light], count));
      return [name, bar(lights, most), all === 0 ? '0' : marks, all === 0];
    }),
  );
}

function grades(cells, labels) {
  const counted = Object.entries(labels.grades).map(([grade, name]) => {
    const ours = cells.filter((cell) => cell.grade === grade);
    return { name, all: total(ours), closed: total(ours, isClosed) };
  });
  const most = Math.max(...counted.map(({ all }) => all));
  const closed = counted.reduce((sum, each) => sum + each.closed, 0);
  return rows(
    counted.map(({ name, all, closed: done }) => [
      name,
      bar(
        [
          ['closed', done],
          ['open', all - done],
        ],
        most,
      ),
      `${all} 件，已结 ${done}，占全部已结 ${percent(done, closed)}`,
    ]),
  );
}

function outcomes(clues, labels) {
  const counted = Object.entries(labels.outcomes).map(([outcome, name]) => {
    const found = clues.find((clue) => clue.outcome === outcome);
    return { name, all: found?.clues ?? 0, open: found?.open ?? 0 };
  });
  const most = Math.max(...counted.map(({ all }) => all));
  return rows(
    counted.map(({ name, all, open }) => [
      name,
      bar(
        [
          ['waiting', open],
          ['open', all - open],
        ],
        most,
      ),
      open > 0 ? `${all} 条，待处理 ${open}` : `${all} 条`,
    ]),
  );
}
