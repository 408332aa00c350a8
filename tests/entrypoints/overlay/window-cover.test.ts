// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hiddenIn, windowCover } from '@/entrypoints/overlay/window-cover';
import type { Facts } from '@/utils/core/facts';

const KNOWN = new Set(['lambert', 'zoe', 'petit']);
const THINGS = ['Chorale Durand', 'CM2 B'];

/** A text as it is seen, hidden stretches as one « ▒ ». */
function seen(text: string): string {
  let at = 0;
  let shown = '';
  for (const { from, to } of hiddenIn(text, KNOWN, THINGS)) {
    shown += `${text.slice(at, from)}▒`;
    at = to;
  }
  return shown + text.slice(at);
}

test.each([
  // The question can be read, whoever it is about, known or not.
  ['Voulez-vous supprimer le compte de MARTIN Hugo ?', 'Voulez-vous supprimer le compte de ▒ ?'],
  ['Vous allez définitivement supprimer l’utilisateur Éléa de La Tour.', null],
  ['Êtes-vous sûr ? Cette action est définitive.', 'Êtes-vous sûr ? Cette action est définitive.'],
  ['ATTENTION : 3 comptes, dont celui de Jean-Marie O’Neil', 'ATTENTION : 3 comptes, dont celui de ▒'],
  ['Identifiant zoe.lambert, courriel z_l@ac-lille.fr', 'Identifiant ▒, courriel ▒'],
  ['remplacer zoé lambert', 'remplacer ▒'],
  // The group that one is asked about is no person, whatever it is called; the same word elsewhere is.
  [
    'Suppression du groupe Chorale Durand (CM2 B) de Durand',
    'Suppression du groupe Chorale Durand (CM2 B) de ▒',
  ],
  // « LE » is plain in a sentence, and part of a surname beside one.
  ['LE Minh et Du Bellay Anne', '▒ et ▒'],
  ['Annuler', 'Annuler'],
  ['Supprimer l’Élève', 'Supprimer l’Élève'],
  ['', ''],
])('%s', (text, shown) => {
  if (shown === null) expect(seen(text)).not.toMatch(/Éléa|Tour/);
  else expect(seen(text)).toBe(shown);
});

beforeEach(() => {
  vi.stubGlobal('innerWidth', 1000);
  vi.stubGlobal('innerHeight', 800);
  Range.prototype.getClientRects = function (this: Range) {
    const box = {
      top: 60,
      left: 10 * this.startOffset,
      width: 10 * (this.endOffset - this.startOffset),
      height: 20,
    };
    return [box] as unknown as DOMRectList;
  };
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

function dialogOf(html: string): Element {
  document.body.innerHTML = `<section>${html}</section>`;
  const dialog = document.querySelector('section') as Element;
  const sized = (element: Element, top: number, height: number) => {
    element.getBoundingClientRect = () => ({ top, left: 0, width: 400, height }) as DOMRect;
  };
  sized(dialog, 50, 300);
  for (const field of dialog.querySelectorAll('input, img, select')) sized(field, 200, 20);
  return dialog;
}

test('only what may be a name is covered, cut to what is seen of the window', () => {
  const cover = windowCover();
  const dialog = dialogOf('<p>pour Hugo</p>');
  expect(cover.covers(dialog)).toEqual([{ top: 60, left: 50, width: 40, height: 20 }]);
  cover.look({ manualGroups: { items: [{ name: 'Hugo' }], complete: true } } as unknown as Facts);
  expect(cover.covers(dialog)).toEqual([]);
});

test('what the window holds since is looked through again', () => {
  const cover = windowCover();
  const dialog = dialogOf('<p>pour personne</p>');
  expect(cover.covers(dialog)).toEqual([]);
  (dialog.firstChild as Element).textContent = 'pour Hugo';
  cover.changed();
  expect(cover.covers(dialog)).toHaveLength(1);
});

test('fields that may name somebody, and pictures, are covered whole; boxes to tick are not', () => {
  const cover = windowCover();
  const dialog = dialogOf(
    '<input value="Hugo"><input value="les autres"><input><input type="checkbox" value="Hugo"><img alt="">' +
      '<select><option>Supprimer<option selected>Hugo</select>',
  );
  expect(cover.covers(dialog).filter(({ top }) => top === 200)).toHaveLength(3);
});
