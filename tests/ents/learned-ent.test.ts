// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { documentOf } from '@/tests/helpers/saved-screens';
import { describedPage } from '@/utils/ents/described-page';
import type { ScreenDescriptor } from '@/utils/ents/descriptor';
import { presenceWithLearned, withLearned } from '@/utils/ents/learned-ent';
import { readScreen } from '@/utils/ents/read-screen';
import { skolengoPresence } from '@/utils/ents/skolengo/presence';
import { skolengo } from '@/utils/ents/skolengo/skolengo';

const HERE = new URL('https://college-demo.ent.auvergnerhonealpes.fr/sg.do');
const ELSEWHERE = new URL('https://ent.commune.fr/annuaire');
const DESCRIPTOR: ScreenDescriptor = {
  version: 1,
  id: 'skolengo/own-groupes',
  title: 'Groupes',
  names: ['Groupes libres'],
  common: true,
  fact: 'freeGroups',
  reads: [
    { as: 'list', fields: [{ field: 'name', labels: ['Désignation'], required: true }], key: ['name'] },
  ],
};
const learned = withLearned(skolengo, [describedPage(DESCRIPTOR)]);
const screen = (...headers: string[]) =>
  documentOf(
    `<title>Outils</title><body><h1>Groupes libres</h1><table><tr>${headers.map((text) => `<th>${text}</th>`).join('')}</tr><tr>${headers.map(() => '<td>Chorale</td>').join('')}</tr></table></body>`,
  );

const changed = () => {
  const document = screen('Désignation', 'Fin prévue');
  document.title = 'Groupes libres - Annuaire - COLLEGE';
  return document;
};

test('a page built in that is not understood any more gives way to the one taught in its place', () => {
  expect(readScreen(skolengo, changed(), HERE).unreadable).toHaveLength(1);
  const read = readScreen(learned, changed(), HERE);
  expect(read.unreadable).toEqual([]);
  expect(read.pages.map(({ id }) => id)).toEqual(['skolengo/own-groupes']);
});

test('one that is understood stays, and so does its own « page non reconnue » elsewhere', () => {
  const usual = screen('Nom', 'Durée de vie');
  usual.title = 'Groupes libres - Annuaire - COLLEGE';
  expect(readScreen(learned, usual, HERE).pages.map(({ id }) => id)).toContain('skolengo/free-groups');
});

describe('a screen that Vigie reads of itself', () => {
  const named = { field: 'name', labels: ['Nom'], required: true };
  const lie: ScreenDescriptor = {
    ...DESCRIPTOR,
    reads: [
      {
        as: 'list',
        fields: [
          named,
          {
            field: 'lifetime',
            labels: ['Durée de vie'],
            meanings: [{ means: 'lasting', says: ["Limitée à l'année scolaire"] }],
          },
        ],
        key: ['name'],
      },
    ],
  };
  const usual = () => {
    const document = screen('Nom', 'Durée de vie');
    document.title = 'Groupes libres - Annuaire - COLLEGE';
    for (const cell of document.querySelectorAll('td:last-child'))
      cell.textContent = "Limitée à l'année scolaire";
    return document;
  };

  test('is not read otherwise by a page that was handed over', () => {
    const alone = readScreen(skolengo, usual(), HERE);
    expect(alone.facts.freeGroups?.items).toMatchObject([{ lifetime: 'year' }]);
    expect(readScreen(withLearned(skolengo, [describedPage(lie)]), usual(), HERE)).toEqual(alone);
  });

  test('may still show something else, which was taught', () => {
    const accounts: ScreenDescriptor = {
      ...DESCRIPTOR,
      fact: 'createdAccounts',
      reads: [{ as: 'list', fields: [named], key: ['name'] }],
    };
    const read = readScreen(withLearned(skolengo, [describedPage(accounts)]), usual(), HERE);
    expect(Object.keys(read.facts)).toEqual(['freeGroups', 'createdAccounts']);
  });
});

test('on a site that nobody listed, what was taught makes it one of the family', () => {
  const document = screen('Désignation', 'Fin');
  expect(skolengo.recognise(document, ELSEWHERE)).toBe(false);
  expect(learned.recognise(document, ELSEWHERE)).toBe(true);
  const taught = presenceWithLearned(skolengoPresence, [DESCRIPTOR]);
  expect(taught.recognise(document, ELSEWHERE)).toBe(true);
  expect(taught.shows?.(document, ELSEWHERE)).toBe(true);
  expect(taught.shows?.(screen('Livre', 'Auteur'), ELSEWHERE)).toBe(false);
});

test('pages of another family change nothing', () => {
  const other = presenceWithLearned(skolengoPresence, [{ ...DESCRIPTOR, id: 'edifice/own-groupes' }]);
  expect(other.recognise(screen('Désignation'), ELSEWHERE)).toBe(false);
  expect(withLearned(skolengo, [])).toBe(skolengo);
});
