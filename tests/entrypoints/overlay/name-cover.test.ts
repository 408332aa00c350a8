// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { nameCover } from '@/entrypoints/overlay/name-cover';
import { laidOut } from '@/tests/helpers/laid-out';
import { onPage } from '@/tests/helpers/test-rule';
import type { Facts } from '@/utils/core/facts';

const ROW = 30;

afterEach(() => document.body.replaceChildren());

function people(...names: string[]): Facts {
  const items = names.map((name) => ({ at: onPage(`${name}|Teacher`, 'edifice/users'), name }));
  return { userRows: { items, complete: true } } as Facts;
}

const list = (...names: string[]) =>
  `<ul data-box="0 100 400 ${names.length * ROW}">${names
    .map(
      (name, index) =>
        `<li data-box="0 ${100 + index * ROW} 400 ${ROW}"><b data-box="40 ${100 + index * ROW} 150 ${ROW}">${name}</b><i>Parent</i></li>`,
    )
    .join('')}</ul>`;

function coversOf(shown: Facts, places = new Map<string, Map<string, Element>>()) {
  const cover = nameCover();
  cover.look(shown, places, document.body);
  return cover.covers();
}

test('names below one another are covered as one column, over the whole of their list', () => {
  laidOut(list('ADAM Alfred', 'LAMBERT Zoé', 'ROUX Inès'));
  const covers = coversOf(people('ADAM Alfred', 'LAMBERT Zoé', 'ROUX Inès'));
  expect(covers).toEqual([{ left: 38, top: 98, width: 154, height: 3 * ROW + 4 }]);
});

test('two people of one name, whom no place tells apart, are covered too', () => {
  laidOut(list('BAUDRY Jean', 'BAUDRY Jean'));
  expect(coversOf(people('BAUDRY Jean', 'BAUDRY Jean'))).toHaveLength(1);
});

test('a name that is only part of a row’s text is found by the place of the row', () => {
  laidOut('<p data-box="10 20 300 20">1. LAMBERT Zoé, enseignante</p>');
  const place = document.querySelector('p') as Element;
  const places = new Map([['edifice/users', new Map([['LAMBERT Zoé|Teacher', place]])]]);
  expect(coversOf(people('LAMBERT Zoé'), places)).toEqual([{ left: 8, top: 18, width: 304, height: 24 }]);
});

test('on the screen of one person, each word of the name is covered, in texts and in fields', () => {
  laidOut(
    '<h2 data-box="0 0 100 20">LAMBERT Zoé</h2><p><span data-box="0 40 90 20">zoe.lambert</span></p>' +
      '<div><input data-box="0 80 90 20" value="Lambert"></div><p><em data-box="0 120 90 20">Enseignant</em></p>',
  );
  const open = {
    at: onPage('LAMBERT Zoé|Teacher', 'edifice/user'),
    name: 'LAMBERT Zoé',
    detached: false,
    preDeleted: false,
  };
  const covers = coversOf({ openUser: { items: [open], complete: true } });
  expect(covers.map(({ top }) => top).sort((a, b) => a - b)).toEqual([-2, 38, 78]);
});

test('things are left in sight', () => {
  laidOut(list('APE 2022-2023', 'Chorale'));
  const items = ['APE 2022-2023', 'Chorale'].map((name) => ({
    at: onPage(name, 'edifice/manual-groups'),
    name,
  }));
  expect(coversOf({ manualGroups: { items, complete: true } })).toEqual([]);
});

test('what is searched for in a list of people is covered as long as it is part of a name', () => {
  laidOut(
    `<input data-box="0 0 90 20" value="lamb"><input data-box="0 40 90 20" value="2026">${list('LAMBERT Zoé')}`,
  );
  expect(coversOf(people('LAMBERT Zoé')).map(({ top }) => top)).toContain(-2);
  expect(coversOf(people('LAMBERT Zoé')).map(({ top }) => top)).not.toContain(38);
});

test('the page is left as it was, and nothing is drawn once it was told to forget', () => {
  laidOut(list('ADAM Alfred', 'LAMBERT Zoé'));
  const before = document.body.innerHTML;
  const cover = nameCover();
  cover.look(people('ADAM Alfred', 'LAMBERT Zoé'), new Map(), document.body);
  expect(cover.covers()).toHaveLength(1);
  expect(document.body.innerHTML).toBe(before);
  cover.forget();
  expect(cover.covers()).toEqual([]);
});
