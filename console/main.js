/* global addEventListener, console, document, location, scrollTo */
import { get, session } from './api.js';
import { casePage } from './casePage.js';
import { desk } from './desk.js';
import { h, state } from './dom.js';
import { poll } from './poll.js';
import { signIn } from './signIn.js';
import { timeOfDay } from './times.js';

const main = document.getElementById('main');
const who = document.getElementById('who');
const fresh = document.getElementById('fresh');
const away = document.getElementById('away');

let me = null;
let watch = { now: () => undefined, stop: () => undefined };
let lastGood = null;

/** Shows the page that the address names. A page draws itself into `main` and gives back what to load again and again. */
function show() {
  watch.stop();
  away.hidden = true;
  lastGood = null;
  fresh.textContent = '';
  if (session.token === null || location.hash === '#/sign-in') return showSignIn('');
  const caseId = /^#\/cases\/(CZ\d{4}-\d+)$/.exec(location.hash)?.[1];
  let page = null;
  main.replaceChildren(state('正在读取……', 'loading'));
  watch = poll(async () => {
    if (me === null) {
      me = await get('/api/v1/me');
      showWho();
    }
    page ??= caseId === undefined ? desk(me, watch.now) : casePage(caseId);
    await page.load();
    if (!page.box.isConnected) main.replaceChildren(page.box);
  }, tell);
  watch.now();
}

function tell(error) {
  if (error === null) {
    lastGood = new Date();
    fresh.textContent = `更新于 ${timeOfDay(lastGood)}`;
    away.hidden = true;
    return;
  }
  if (error.status === undefined) console.error(error);
  if (error.status === 401) return signOut('登录已过期或令牌无效，请重新登录。');
  if (lastGood !== null && (error.passing || error.status === undefined)) {
    say(`${error.message} 画面停在 ${timeOfDay(lastGood)}，每 5 秒重试一次，恢复后自动更新。`);
    return;
  }
  main.replaceChildren(failed(error));
  if (!error.passing) watch.stop();
}

/** Says it once: an alert that is set anew every five seconds is read out every five seconds. */
function say(text) {
  if (away.textContent !== text) away.textContent = text;
  away.hidden = false;
}

function failed(error) {
  const what = { 403: '您无权查看', 404: '没有找到' }[error.status] ?? '没有读到';
  const then = error.passing ? '每 5 秒重试一次，请稍候。' : '';
  return h(
    'section',
    { class: 'card failed' },
    h('h1', {}, what),
    h(
      'p',
      {},
      error.status === undefined ? '页面出错，请刷新；仍不行时请告诉系统管理员。' : `${error.message} ${then}`,
    ),
    error.requestId && h('p', { class: 'quiet' }, `请求编号 ${error.requestId}`),
    location.hash.startsWith('#/cases/') && h('a', { href: '#/' }, '返回总览'),
    h('button', { type: 'button', click: () => signOut('') }, '换人登录'),
  );
}

function showWho() {
  who.replaceChildren(
    h('span', {}, `${me.roleLabel} · ${me.orgName}`),
    h('span', { class: 'quiet' }, me.id),
    h('a', { class: 'button', href: '#/sign-in' }, '换人'),
  );
}

function showSignIn(why) {
  const leave = me === null ? null : () => (location.hash = '#/');
  signIn(main, { why, leave, signedIn });
}

function signedIn(token) {
  session.token = token;
  me = null;
  if (location.hash === '#/sign-in') location.hash = '#/';
  else show();
}

function signOut(why) {
  watch.stop();
  session.token = null;
  me = null;
  who.replaceChildren();
  fresh.textContent = '';
  away.hidden = true;
  showSignIn(why);
}

addEventListener('hashchange', () => {
  // The skip link is an address too, of a place on the page.
  if (location.hash === '#main') return;
  show();
  scrollTo(0, 0);
});
show();
