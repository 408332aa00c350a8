// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { documentOf } from '@/tests/helpers/saved-screens';
import { readScreen } from '@/utils/ents/read-screen';
import { skolengo } from '@/utils/ents/skolengo/skolengo';

const URL_ = new URL('https://college-demo.ent.auvergnerhonealpes.fr/sg.do');
const ROW = '<tr><td>Conseil</td><td>Non limitée</td></tr>';

/** The list of groups, with what stands beside it. */
function groups({ before = '', after = '', rows = ROW, head = '' }): unknown {
  const html = `<!doctype html><title>Groupes libres - Annuaire - Collège</title><header>${head}</header><main><h1>Groupes libres</h1>
    <div>${before}</div><div><table><thead><tr><th>Nom</th><th>Durée de vie</th></tr></thead><tbody>${rows}</tbody></table></div>
    <div>${after}</div></main>`;
  const { facts, unreadable } = readScreen(skolengo, documentOf(html), URL_);
  expect(unreadable).toEqual([]);
  return Object.values(facts)[0]?.complete;
}

test.each([
  ['alone', {}],
  ['under an empty search', { before: '<input type="search" placeholder="Rechercher un groupe">' }],
  ['under a choice of page sizes', { before: '<select><option>10<option selected>25</select>' }],
  ['on a site whose own search is filled', { head: '<input type="search" value="cantine">' }],
  ['under a name that is being typed', { before: '<label>Nom <input type="text" value="Chorale"></label>' }],
  ['on its last page', { after: '<button disabled>Page suivante</button>' }],
  ['empty, and it says so', { rows: '', after: '<p>Aucun groupe</p>' }],
])('a list %s is whole', (_what, beside) => {
  expect(groups(beside)).toBe(true);
});

test.each([
  ['under a filled search', { before: '<input type="search" value="Cons">' }],
  ['under a field to search in', { before: '<input type="text" placeholder="Rechercher" value="Cons">' }],
  ['under an active filter', { before: '<p>Filtre actif : Non limitée</p>' }],
  ['of some only', { before: '<label><input type="checkbox" checked> Non lus seulement</label>' }],
  ['with a next page', { after: '<a href="#">Page suivante</a>' }],
  ['with a next page in a picture', { after: '<button aria-label="Page suivante"><i></i></button>' }],
  ['with more to load', { after: '<button>Charger plus</button>' }],
  ['with more to show', { after: '<button>Afficher plus de groupes</button>' }],
  ['empty for what was searched', { rows: '', after: '<p>Aucun groupe ne correspond à votre recherche</p>' }],
  ['empty of results', { rows: '', after: '<p>Aucun résultat</p>' }],
])('a list %s is read in part', (_what, beside) => {
  expect(groups(beside)).toBe(false);
});
