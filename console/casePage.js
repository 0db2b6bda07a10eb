import { download, get } from './api.js';
import { facts, h, lightMark, redraw, state, ul } from './dom.js';
import { dayAndTime } from './times.js';

/** The words of the stages are the same for everybody: read once. */
let labels = null;

/** One case: where it stands, its clocks, why it is graded so, what one may do, and everything that happened. */
export function casePage(caseId) {
  const box = h('article', { class: 'case' });
  async function load() {
    const path = `/api/v1/cases/${caseId}`;
    const [one, timeline, periods, papers, counts] = await Promise.all([
      get(path),
      get(`${path}/timeline`),
      get(`${path}/clocks`),
      get(`${path}/papers`),
      labels === null ? get('/api/v1/overview') : null,
    ]);
    labels ??= counts.labels;
    const { clocks, money, court } = periods;
    redraw(box, { one, events: timeline.events, periods: { clocks, money, court }, papers }, () =>
      draw(one, timeline.events, periods, papers),
    );
  }
  return { box, load };
}

function draw(one, events, periods, { papers }) {
  const { summary, state: file, clocks, party, availableActs } = one;
  return [
    h('a', { class: 'back', href: '#/' }, '← 返回总览'),
    h(
      'header',
      { class: 'card' },
      h('h1', {}, summary.itemName),
      h(
        'p',
        { class: 'line' },
        lightMark(summary.light, summary.lightLabel),
        h('strong', {}, summary.caseId),
        summary.gradeLabel,
      ),
      facts([
        ['发生地', summary.townName],
        ['承办单位', summary.ownerName],
        ['承办人', summary.assignees.map((id) => one.names[id] ?? id).join('、') || '尚未指派'],
        ['事项', `${summary.item}（${labels.fields[summary.field] ?? summary.field}）`],
        ['立卷', dayAndTime(summary.openedAt)],
      ]),
      strip(summary.stage, events),
    ),
    h('div', { class: 'two' }, clocksOf(clocks), actsOf(availableActs), partyOf(party)),
    card(
      '为什么这样分级',
      ul(
        'reasons',
        file.gradeReasons.map(({ text }) => text),
      ),
    ),
    papersOf(summary.caseId, papers),
    periodsOf(periods),
    card('全程时间线', h('ol', { class: 'timeline' }, [...events].reverse().map(entry))),
  ];
}

const card = (title, ...content) => h('section', { class: 'card' }, h('h2', {}, title), content);

function actsOf(acts) {
  if (acts.length === 0) return card('您现在可以办', state('现在没有您可以办的事。'));
  const names = acts.map(({ label }) => label);
  return card(
    '您现在可以办',
    ul('acts', names),
    h('p', { class: 'quiet' }, '办理表单随工作台提供；现在可按 /docs 的接口办理。'),
  );
}

function partyOf(party) {
  if (party === null) return card('当事人', state('尚未确认当事人。'));
  return card(
    '当事人',
    facts([
      ['类别', party.kind === 'citizen' ? '公民' : '组织'],
      ['姓名或名称', party.name ?? '未登记'],
      ['证件号码', party.idNumber],
      ['电话', party.phone],
      ['住址', party.address],
    ]),
    party.masked && h('p', { class: 'quiet' }, '本环节您不需要当事人的身份信息，已隐去。'),
  );
}

/** The papers in the order of the file. One that lacks something says what, and what to do; none is given half. */
function papersOf(caseId, papers) {
  if (papers.length === 0) return card('文书', state('现在没有文书。办理到相应环节，文书自动生成。'));
  const said = h('p', { class: 'state failed', role: 'alert', hidden: true });
  const button = (paper, kind, label) =>
    h(
      'button',
      {
        type: 'button',
        'aria-label': `下载 ${paper.label} ${paper.number} ${label}`,
        click: async () => {
          said.hidden = true;
          try {
            await download(`/api/v1/cases/${caseId}/papers/${paper.id}.${kind}`);
          } catch (error) {
            said.hidden = false;
            said.textContent = error.message;
          }
        },
      },
      label,
    );
  const row = (paper) =>
    h(
      'li',
      {},
      h('p', { class: 'line' }, h('strong', {}, paper.label), h('span', {}, paper.number), h('time', {}, paper.date)),
      !paper.allowed
        ? h('p', { class: 'quiet' }, '载有当事人信息，本环节您不能查看。')
        : paper.complete
          ? h('p', { class: 'line' }, button(paper, 'docx', 'Word'), button(paper, 'pdf', 'PDF'))
          : h(
              'p',
              { class: 'quiet' },
              `缺 ${paper.missing.map(({ field, reason }) => `${field}（${reason}）`).join('、')}`,
            ),
    );
  return card('文书', said, h('ol', { class: 'papers' }, papers.map(row)));
}

function clocksOf(clocks) {
  if (clocks.length === 0) return card('时限', state('现在没有在走的时限。'));
  return card('时限', h('ul', { class: 'clocks' }, clocks.map(clockOf)));
}

/** What the reader has unfolded stays so when the page is drawn anew. */
const unfolded = new Set();

/** Every period with its reckoning, so that a person can check it by hand. */
function periodsOf({ clocks, money, court }) {
  if (clocks.length === 0) return null;
  return card(
    '期限逐日推算',
    clocks.map(({ id, kind, name, summary, lines }) =>
      h(
        'details',
        {
          class: 'reckoning',
          open: unfolded.has(id),
          toggle: ({ target }) => (target.open ? unfolded.add(id) : unfolded.delete(id)),
        },
        h('summary', {}, `${name}${kind === 'wait' ? '（当事人的期限或等待期）' : ''}`),
        h('p', {}, summary),
        h(
          'ol',
          {},
          lines.map(({ date, until, counted, note }) =>
            h(
              'li',
              { class: counted === true ? 'counted' : null },
              until === null ? date : `${date} 至 ${until}`,
              '　',
              note,
            ),
          ),
        ),
      ),
    ),
    money && moneyOf(money),
    court && h('p', {}, `复议、诉讼期限至 ${court.remediesUntil} 止；申请法院强制执行至 ${court.until} 止。`),
  );
}

function moneyOf({ payBy, principal, lateFine, owed, lines }) {
  return h(
    'div',
    {},
    h('p', {}, `应于 ${payBy} 以前缴纳；尚欠本金 ${principal} 元，加处罚款 ${lateFine} 元，合计 ${owed} 元。`),
    lines.length > 0 &&
      ul(
        'quiet',
        lines.map(
          (line) =>
            `${line.from} 至 ${line.until}（${line.days} 日）：${line.counted ? `按 ${line.principal} 元加处 ${line.amount} 元，累计 ${line.sum} 元` : '复议、诉讼期间，不加处'}`,
        ),
      ),
  );
}

/** The main road with where the case has been, where it is and what it may still pass. */
function strip(now, events) {
  const been = new Set(events.filter(({ type }) => type === 'stage_entered').map(({ data }) => data.stage));
  const stages = Object.entries(labels.stages);
  const at = stages.findIndex(([stage]) => stage === now);
  const step = ([stage, name], index) => {
    const kind = index === at ? 'now' : index > at ? 'ahead' : been.has(stage) ? 'done' : 'passed-by';
    const said = { now: '当前', done: '已过', 'passed-by': '未经过', ahead: '' }[kind];
    return h('li', { class: kind, 'aria-current': kind === 'now' ? 'step' : null }, name, said && h('small', {}, said));
  };
  return h('ol', { class: 'strip', 'aria-label': '办理环节' }, stages.map(step));
}

/** How far it has come is told by its budget: what was paused isn't used. */
function clockOf(clock) {
  const gone = Math.round((100 * clock.used) / Math.max(1, clock.used + clock.left));
  return h(
    'li',
    {},
    h('p', { class: 'line' }, lightMark(clock.light, clock.lightLabel), h('strong', {}, clock.name)),
    h('span', { class: 'bar', 'aria-hidden': 'true' }, h('i', { class: clock.light, style: { width: `${gone}%` } })),
    clock.paused
      ? h('p', {}, '暂停中，恢复后重新推算到期时间')
      : h('p', {}, `${dayAndTime(clock.dueAt)} 到期，最后一日 ${clock.lastDay}`),
    h('p', {}, `期限 ${clock.budget.text}，已用 ${clock.used}${clock.unitLabel}，尚余 ${clock.left}${clock.unitLabel}`),
    h(
      'p',
      { class: 'quiet' },
      `${dayAndTime(clock.startedAt)} 起算，由${clock.ownerName}负责`,
      clock.article && `，《${clock.article.statute}》${clock.article.article}`,
    ),
    clock.pauses.map(({ from, until, reason }) =>
      h('p', { class: 'quiet' }, `${dayAndTime(from)} 至 ${until === null ? '今' : dayAndTime(until)} 暂停：${reason}`),
    ),
    clock.extensions.map(({ text, by, reason }) => h('p', { class: 'quiet' }, `经${by}批准延长${text}：${reason}`)),
    clock.uncertainYears.length > 0 &&
      h('p', { class: 'quiet' }, `${clock.uncertainYears.join('、')} 年放假安排尚未公布，期限可能变动。`),
  );
}

function entry({ seq, at, who, what, why, article, hash }) {
  return h(
    'li',
    {},
    h('p', { class: 'line' }, h('strong', {}, what), h('time', { datetime: at }, dayAndTime(at))),
    why && h('p', {}, why),
    h(
      'p',
      { class: 'quiet' },
      [
        who.id === 'system' ? who.roleLabel : `${who.roleLabel} ${who.name ?? who.id} · ${who.orgName}`,
        article && `《${article.statute}》${article.article}`,
      ]
        .filter(Boolean)
        .join(' · '),
      ' · ',
      h('code', { title: `第 ${seq} 条，哈希 ${hash}` }, `#${seq} ${hash.slice(0, 8)}`),
    ),
  );
}
