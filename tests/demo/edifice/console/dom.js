/** Scoping attributes change at each load, as a build-dependent prefix does: nobody may lean on them. */
const PREFIX = Math.random().toString(36).slice(2, 5).replace(/\d/g, 'x').padEnd(3, 'q');
let scopes = 0;

/**
 * An element; `attributes` holds attributes, and listeners under `onclick`-like names. Children may be nodes or text.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false || value === null) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  if (attributes.class) element.setAttribute(`_ngcontent-${PREFIX}-c${40 + (scopes++ % 60)}`, '');
  element.append(
    ...children.flat().filter((child) => child !== undefined && child !== null && child !== false),
  );
  return element;
}

/** A translated label. */
export function s5l(text) {
  return h('s5l', {}, h('span', {}, text));
}

export function icon(name, attributes = {}) {
  return h('i', { ...attributes, class: `fa fa-${name}${attributes.class ? ` ${attributes.class}` : ''}` });
}

/** A place in a parent whose content is exchanged without touching what others put beside it. */
export function slot(parent) {
  const anchor = document.createComment('');
  parent.append(anchor);
  let current = [];
  return {
    set(...nodes) {
      for (const node of current) node.remove();
      current = nodes.flat().filter((node) => node instanceof Node);
      anchor.before(...current);
    },
  };
}

/** A text node that is changed in place. */
export function text(initial = '') {
  const node = document.createTextNode(initial);
  return {
    node,
    set(value) {
      if (node.data !== value) node.data = value;
    },
  };
}

/** « Foldable section »: its content is only in the document while it is open. */
export function panelSection({ key, title, tag, id, open = false, content }) {
  const opener = h('i', { class: open ? 'opener opened' : 'opener' });
  const section = h('section', { class: 'panel-section' });
  const header = h(
    'div',
    { class: 'panel-section-header is-display-flex has-space-between foldable', onclick: toggle },
    h('div', { class: 'is-display-flex' }, s5l(title)),
    opener,
  );
  section.append(header);
  const inside = slot(section);
  const host = h(tag, { id }, h('ode-panel-section', key ? { 'section-title': key } : {}, section));
  let opened = open;
  function toggle() {
    opened = !opened;
    opener.classList.toggle('opened', opened);
    refresh();
  }
  function refresh() {
    inside.set(opened ? h('div', { class: 'panel-section-content' }, content()) : []);
  }
  return { host, refresh };
}

/** A labelled read-only value. */
export function field(label, title, value) {
  return h(
    'ode-form-field',
    { label },
    h('div', { class: 'form-field' }, h('label', {}, ` ${title} `), h('span', {}, value)),
  );
}

/** A short message in the corner. */
export function toast(title, content = '', kind = 'success') {
  let container = document.querySelector('#noty_topRight_layout_container');
  if (!container) {
    container = h('ul', { id: 'noty_topRight_layout_container', class: 'i-am-new' });
    document.body.append(container);
  }
  const message = h(
    'li',
    { class: `noty_bar noty_type_${kind}` },
    h(
      'div',
      { class: 'noty_message notification' },
      h('div', { class: 'notify-title' }, title),
      h('div', { class: 'notify-content' }, content),
    ),
  );
  container.append(message);
  setTimeout(() => message.remove(), 2500);
}

/** A lightbox in its host: in the document only while it is shown, plus the time of its fading. */
export function lightbox(host) {
  const place = slot(host);
  return {
    show(content) {
      host.classList.add('shown');
      place.set(
        h(
          'section',
          { class: 'lightbox' },
          h('div', { class: 'overlay', overlay: true, onclick: () => this.hide() }),
          h(
            'div',
            { class: 'content', content: true },
            h('i', { class: 'close', title: 'Fermer', onclick: () => this.hide() }, '×'),
            content,
          ),
        ),
      );
    },
    hide() {
      host.classList.remove('shown');
      setTimeout(() => host.classList.contains('shown') || place.set(), 150);
    },
  };
}

/** `ode-lightbox-confirm`: asks before acting. `extra` are further buttons. */
export function confirmation(key, title) {
  const inner = h('ode-lightbox');
  const box = lightbox(inner);
  const host = h('ode-lightbox-confirm', { lightboxtitle: key }, inner);
  return {
    host,
    ask(content, confirm, extra = []) {
      const done = (act) => () => {
        box.hide();
        act?.();
      };
      box.show([
        h('h2', { class: 'lightbox-confirm__header' }, s5l(title)),
        h('div', { class: 'lightbox-confirm-content' }, content),
        h(
          'div',
          { class: 'lightbox-confirm-action' },
          h('button', { class: 'cancel', type: 'button', onclick: done() }, s5l('Annuler')),
          extra.map(([label, act]) =>
            h('button', { class: 'confirm', type: 'button', onclick: done(act) }, s5l(label)),
          ),
          h('button', { class: 'confirm', type: 'button', onclick: done(confirm) }, s5l('Confirmer')),
        ),
      ]);
    },
  };
}
