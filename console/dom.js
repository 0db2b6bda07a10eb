/* global CSS, document */

/** Makes an element. Children that are text become text, never markup: nothing that somebody wrote can be run. */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') node.addEventListener(name, value);
    else if (name === 'style') for (const [key, to] of Object.entries(value)) node.style.setProperty(key, to);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const drawn = new WeakMap();

/** Draws a box anew only when its data changed, and leaves the keyboard where it was. */
export function redraw(box, data, draw) {
  const text = JSON.stringify(data);
  if (drawn.get(box) === text) return;
  drawn.set(box, text);
  const key = box.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  box.replaceChildren(...draw(data).filter(Boolean));
  if (key !== undefined) box.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

const SYMBOLS = { grey: '■', green: '●', yellow: '▲', red: '◆' };

/** A light as colour, symbol and word together: colour is never the only sign. */
export function lightMark(light, label, count) {
  const text = count === undefined ? label : `${label} ${count}`;
  return h('span', { class: `light ${light}` }, h('span', { 'aria-hidden': 'true' }, `${SYMBOLS[light] ?? ''} `), text);
}

/** A control under its label. */
export function field(label, control) {
  control.id = `field-${control.name}`;
  return h('div', { class: 'field' }, h('label', { for: control.id }, label), control);
}

/** A list of texts or elements. */
export function ul(kind, items) {
  return h('ul', { class: kind }, ...items.map((item) => h('li', {}, item)));
}

/** Names with their values; what has no value is left out. */
export function facts(list) {
  const known = list.filter(([, value]) => value !== null && value !== undefined);
  return h(
    'dl',
    { class: 'facts' },
    ...known.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
  );
}

export function options(labels, first) {
  const all = first === undefined ? [] : [h('option', { value: '' }, first)];
  return [...all, ...Object.entries(labels).map(([value, label]) => h('option', { value }, label))];
}

/** What stands where there is nothing to show, and what to do about it. */
export function state(text, kind = 'empty') {
  return h('p', { class: `state ${kind}` }, text);
}
