// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { inventSchool } from '@/tests/demo/itslearning/school';
import { SKINS } from '@/tests/demo/itslearning/skins';
import { usersScreen } from '@/tests/demo/itslearning/users-screen';
import { documentOf } from '@/tests/helpers/saved-screens';
import { itslearning } from '@/utils/ents/itslearning/itslearning';
import { readScreen } from '@/utils/ents/read-screen';

const SCHOOL = inventSchool('college', 2025);
for (const accounts of [SCHOOL.pupils, SCHOOL.parents])
  for (const key of [...accounts.keys()].slice(3)) accounts.delete(key);

function read(query: string, skin: string, load = 1) {
  const url = new URL(
    `https://college-demo.itslearning.com/ecran.aspx?page=utilisateurs&skin=${skin}${query}`,
  );
  const html = usersScreen(url, SCHOOL, load).replace(/<link[^>]*>/g, '');
  return readScreen(itslearning, documentOf(html), url);
}
/** What was read, but for where and for what a markup leaves unsaid. */
function said(query: string, skin: string, load = 1) {
  const { facts, unreadable } = read(query, skin, load);
  expect(unreadable).toEqual([]);
  return {
    complete: facts.listedUsers?.complete,
    people: facts.listedUsers?.items.map(({ at, ...person }) => person),
    role: facts.userListings?.items[0]?.role,
    narrowed: facts.userListings?.items[0]?.narrowed,
  };
}

test.each(SKINS)('%s: the same people in French and in English, page after page', (skin) => {
  for (const query of ['', '&numero=2', '&numero=3', '&nom=le']) {
    const ordinary = said(query, 'ccl');
    expect(ordinary.people?.length).toBeGreaterThan(0);
    expect(said(query, skin, 9)).toEqual(ordinary);
    expect(said(`${query}&lang=en`, skin)).toEqual(ordinary);
  }
  expect(said('', skin)).toMatchObject({ complete: false, narrowed: false });
});

test.each(SKINS)('%s: a profile alone, a name alone, and what is neither', (skin) => {
  const staff = said('&profil=Personnels', skin);
  expect(staff).toMatchObject({ complete: false, role: 'staff', narrowed: false });
  expect(staff.people).toHaveLength(SCHOOL.staff.size);
  expect(read('&profil=Personnels', skin).facts.userListings?.items[0]).toMatchObject({ whole: true });
  expect(said('&nom=le', skin)).toMatchObject({ narrowed: true, complete: false });
});

test('nobody found is no list that could not be read', () => {
  for (const skin of SKINS) expect(said('&nom=zzzz', skin).people, skin).toEqual([]);
});

test('a pager that lies, and a list without names, are refused aloud', () => {
  const url = new URL('https://college-demo.itslearning.com/ecran.aspx?page=utilisateurs&skin=ccl');
  const html = usersScreen(url, SCHOOL, 1).replace(/<link[^>]*>/g, '');
  const lying = html.replace(/1–25 sur \d+/, '1–10 sur 64');
  expect(readScreen(itslearning, documentOf(lying), url).unreadable.join()).toContain(
    'annonce les lignes 1 à 10',
  );
  const nameless = html.replaceAll('>Nom<', '>Clé<');
  expect(readScreen(itslearning, documentOf(nameless), url).unreadable.join()).toMatch(/«.Nom.»/);
});

test('no guide shows the columns of the list: other words for them are the same list', () => {
  const url = new URL('https://college-demo.itslearning.com/ecran.aspx?page=utilisateurs&skin=responsive');
  const html = usersScreen(url, SCHOOL, 1).replace(/<link[^>]*>/g, '');
  const people = (text: string) => {
    const { facts, unreadable } = readScreen(itslearning, documentOf(text), url);
    expect(unreadable).toEqual([]);
    return facts.listedUsers?.items.map(({ name }) => name);
  };
  const ordinary = people(html);
  expect(ordinary?.length).toBeGreaterThan(0);
  for (const header of ['Nom complet', 'Prénom Nom', 'Full name'])
    expect(people(html.replaceAll('>Utilisateur<', `>${header}<`)), header).toEqual(ordinary);
});
