import { h } from './dom.js';

/**
 * `ode-list`: rows follow the identity of their items, as the console's do. A row that leaves the result is
 * destroyed and made anew when it comes back; one that stays is moved. `step` rows at first, and as many more each
 * time the wrapper is scrolled to its bottom; without it, all rows at once.
 */
export function list({ attributes, toolbar, search, row, select, step = Number.POSITIVE_INFINITY, empty }) {
  const rows = new Map();
  const ul = h('ul');
  const wrapper = h('div', { class: 'list-wrapper', infinitescroll: true, onscroll: grow }, ul);
  const host = h('ode-list', attributes, search, toolbar && h('div', { class: 'toolbar' }, toolbar), wrapper);
  let items = [];
  let shown = step;
  let isSelected = () => false;

  function grow() {
    if (wrapper.scrollTop + wrapper.clientHeight < wrapper.scrollHeight - 2 || shown >= items.length) return;
    shown += step;
    render();
  }

  function render() {
    const visible = items.slice(0, shown);
    const wanted = new Set(visible);
    for (const [item, li] of rows) {
      if (wanted.has(item)) continue;
      li.remove();
      rows.delete(item);
    }
    ul.querySelector('.no-results')?.remove();
    let next = ul.firstElementChild;
    for (const item of visible) {
      let li = rows.get(item);
      if (!li) {
        li = h('li', { class: 'lct-list-item', onclick: () => select(item) }, row(item));
        rows.set(item, li);
      }
      if (li === next) next = next.nextElementSibling;
      else ul.insertBefore(li, next);
    }
    mark();
    if (visible.length === 0) ul.append(h('li', { class: 'no-results' }, empty));
  }

  function mark() {
    for (const [item, li] of rows) li.classList.toggle('selected', isSelected(item));
  }

  return {
    host,
    set(next) {
      items = next;
      render();
    },
    /** Back to the first rows, for a new search or order. */
    restart() {
      shown = step;
      wrapper.scrollTop = 0;
    },
    select(test) {
      isSelected = test;
      mark();
    },
  };
}

/** One search field above a list. */
export function searchInput(placeholder, onSearch) {
  const input = h('input', { type: 'search', placeholder, oninput: () => onSearch(input.value) });
  return h('ode-search-input', {}, h('div', { class: 'search-input' }, input));
}

/** Lower case, without accents. */
export function plain(value) {
  return value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Side card (list) and companion (detail, only when there is one). */
export function sideLayout(card) {
  const layout = h(
    'div',
    { class: 'side-layout' },
    h('div', { class: 'side-card' }, h('div', { 'side-card': true }, card)),
  );
  const inner = h('div', { 'side-companion': true });
  const companion = h('div', { class: 'side-companion' }, inner);
  return {
    host: h('ode-side-layout', {}, layout),
    show(element) {
      if (!element) {
        companion.remove();
        return;
      }
      if (!companion.isConnected) layout.append(companion);
      if (inner.firstElementChild !== element) inner.replaceChildren(element);
    },
  };
}
