// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { inventSchool } from '@/tests/demo/skolengo/school';
import { documentOf as screenOf } from '@/tests/demo/skolengo/screens';
import { SKINS, type Skin } from '@/tests/demo/skolengo/skins';
import { documentOf } from '@/tests/helpers/saved-screens';
import { shuffleNames } from '@/tests/reading/markups';
import { describedPage } from '@/utils/ents/described-page';
import { withLearned } from '@/utils/ents/learned-ent';
import { describe as describePage } from '@/utils/ents/page-draft';
import { readScreen } from '@/utils/ents/read-screen';
import { skolengo } from '@/utils/ents/skolengo/skolengo';

/* A page taught once is read whatever draws it, and no more as soon as one of its words has changed. */

const SCHOOL = inventSchool('2026-11-23');
const HERE = new URL('https://college-demo.ent.auvergnerhonealpes.fr/sg.do');
const html = (skin: Skin) => screenOf('comptes-locaux', SCHOOL, skin, true) ?? '';

const TAUGHT = describePage(
  {
    ent: 'skolengo',
    title: 'Annuaire local',
    name: 'Annuaire local',
    fact: 'createdAccounts',
    columns: [
      { label: 'Intéressé', field: 'name' },
      { label: 'Validité du compte', field: 'lifetime' },
    ],
    meanings: [
      { field: 'lifetime', says: 'Retiré en juillet', means: 'year' },
      { field: 'lifetime', says: 'Conservé', means: 'lasting' },
    ],
  },
  'list',
);
const ent = withLearned(skolengo, 'descriptor' in TAUGHT ? [describedPage(TAUGHT.descriptor)] : []);
const read = (text: string) => readScreen(ent, documentOf(text), HERE);
const FIRST = read(html('plain'));

test('it is read', () => {
  expect(FIRST.unreadable).toEqual([]);
  expect(FIRST.facts.createdAccounts?.items.map(({ name }) => name)).toEqual(
    SCHOOL.accounts.map(({ name }) => name),
  );
});

describe.each(SKINS)('drawn as %s', (skin) => {
  test('it gives the same facts, whatever the identifiers and classes', () => {
    expect(read(html(skin)).facts).toEqual(FIRST.facts);
    for (const seed of [1, 2, 3]) expect(read(shuffleNames(html(skin), seed)).facts).toEqual(FIRST.facts);
  });

  test.each(['Intéressé', 'Validité du compte'])('once « %s » has changed, it says so', (label) => {
    const { facts, unreadable } = read(html(skin).replaceAll(label, 'Chose'));
    expect(facts).toEqual({});
    expect(unreadable.join()).toContain(label);
  });

  test('under another name, with another column too, it is another page', () => {
    const other = html(skin).replaceAll('Annuaire local', 'Livres').replaceAll('Intéressé', 'Chose');
    expect(read(other).pages).toEqual([]);
  });

  test('a word that nobody explained is undetermined', () => {
    const { facts } = read(html(skin).replaceAll('Conservé', 'Selon le cas'));
    const lifetimes = facts.createdAccounts?.items.map(({ lifetime }) => lifetime);
    expect(lifetimes).toContain(undefined);
    expect(lifetimes).not.toContain('lasting');
  });
});
