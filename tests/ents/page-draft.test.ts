// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { documentOf } from '@/tests/helpers/saved-screens';
import { typographyFaults } from '@/tests/helpers/typography';
import { describedPage } from '@/utils/ents/described-page';
import { labelsOf, likelyColumns, namesOn, outlinedName, unknownValues } from '@/utils/ents/draft-guesses';
import { familyOf, judgedFacts } from '@/utils/ents/fact-fields';
import {
  BOTH_DATES,
  choosableFields,
  describe as describePage,
  type PageDraft,
} from '@/utils/ents/page-draft';
import { type Outlined, outlinedAt, outlineOf } from '@/utils/reading/outline';
import { EDIFICE_RULES } from '@/utils/rules/lists/edifice';
import { ITSLEARNING_RULES } from '@/utils/rules/lists/itslearning';
import { SKOLENGO_RULES } from '@/utils/rules/lists/skolengo';

const URL_HERE = new URL('https://college-demo.ent.auvergnerhonealpes.fr/sg.do');
const PEOPLE = [
  ['ROCHEBRUNE Agathe', 'Intervenante', 'Jusqu’à l’été'],
  ['VALCOMBE Idris', 'Agent', 'Pérenne'],
  ['MONTVALLON Sévan', 'Médecin', 'Sans limite'],
];
const screen = (rows = PEOPLE, headers = ['Intéressé', 'Qualité', 'Validité du compte']) =>
  documentOf(`<!doctype html><title>Comptes locaux - Outils - COLLEGE</title><body><h1>Comptes locaux</h1>
<table><thead><tr>${headers.map((header) => `<th>${header}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table></body>`);

const DRAFT: PageDraft = {
  ent: 'skolengo',
  title: 'Comptes locaux',
  name: 'Comptes locaux',
  fact: 'createdAccounts',
  columns: [
    { label: 'Intéressé', field: 'name' },
    { label: 'Validité du compte', field: 'lifetime' },
  ],
  meanings: [
    { field: 'lifetime', says: 'Jusqu’à l’été', means: 'year' },
    { field: 'lifetime', says: 'Sans limite', means: 'lasting' },
  ],
};

const pageOf = (draft: PageDraft, kind: Outlined['kind'] = 'list') => {
  const described = describePage(draft, kind);
  if ('problem' in described) throw new Error(described.problem);
  return describedPage(described.descriptor);
};
const only = (document: Document): Outlined => {
  const [first, other] = outlineOf(document);
  if (!first || other) throw new Error('one thing was expected');
  return first;
};

describe('what a page has to be read', () => {
  test('lists by their titles, forms by their labels, trees by their folders, whatever draws them', () => {
    const document = documentOf(`<body><main>
<table id="layout"><tr><td><table id="t"><tr><th>Nom</th><th>Échéance</th></tr><tr><td>A</td><td>B</td></tr></table></td></tr></table>
<div role="grid" id="g"><div role="row"><span role="columnheader">Objet</span><span role="columnheader">Reçu</span></div></div>
<div id="d"><div><span>Groupe</span><span>Fin</span></div><div><span>Chorale</span><span>3</span></div></div>
<form id="f"><label for="n">Intitulé</label><input id="n"><label><input type="checkbox"> Provisoire</label><button>Valider</button></form>
<ul role="tree" id="a"><li role="treeitem">Poubelle<ul role="group"><li role="treeitem">Voyage</li></ul></li></ul>
<table id="blank"><tr><td></td><td></td></tr></table></main></body>`);
    const all = outlineOf(document);
    expect(all.map(({ element, kind }) => `${kind} ${element.id}`)).toEqual([
      'list t',
      'list g',
      'list d',
      'form f',
      'tree a',
    ]);
    expect(all.map(outlinedName)).toEqual([
      'Liste\u00A0: Nom, Échéance',
      'Liste\u00A0: Objet, Reçu',
      'Liste\u00A0: Groupe, Fin',
      'Formulaire\u00A0: Intitulé, Provisoire',
      'Arbre\u00A0: Poubelle',
    ]);
    const cell = document.querySelector('#t td');
    expect(cell && outlinedAt(all, cell)?.element.id).toBe('t');
    expect(outlinedAt(all, document.body)).toBeUndefined();
  });

  test('a page of texts has nothing', () => {
    expect(outlineOf(documentOf('<body><h1>Accueil</h1><p>Bonjour</p></body>'))).toEqual([]);
  });

  test('columns that bear known words are guessed, the others are left to the person', () => {
    expect(likelyColumns('createdAccounts', ['Nom', 'Profil', 'Durée de vie'])).toEqual([
      { label: 'Nom', field: 'name' },
      { label: 'Durée de vie', field: 'lifetime' },
    ]);
    expect(likelyColumns('createdAccounts', ['Intéressé', 'constructor', '__proto__'])).toEqual([]);
  });

  test('the page is named after the heading above the thing, then its title', () => {
    const document = screen();
    expect(namesOn(document, only(document))).toEqual(['Comptes locaux']);
    const inside = documentOf(
      '<title>Outils - X</title><body><h2><a href="/x">Ailleurs</a></h2><table><tr><th>A</th><th>B</th></tr></table></body>',
    );
    expect(namesOn(inside, only(inside))).toEqual(['Outils']);
  });

  test('words that are not understood are asked about, unless they are too many to be a choice', () => {
    const outlined = only(screen());
    expect(labelsOf(outlined)).toEqual(['Intéressé', 'Qualité', 'Validité du compte']);
    expect(unknownValues(outlined, 'createdAccounts', 'Validité du compte', 'lifetime')).toEqual([
      'Jusqu’à l’été',
      'Sans limite',
    ]);
    expect(unknownValues(outlined, 'createdAccounts', 'Intéressé', 'name')).toEqual([]);
    const many = only(screen(Array.from({ length: 30 }, (_, at) => [`P${at}`, 'x', `Valeur ${at}`])));
    expect(unknownValues(many, 'createdAccounts', 'Validité du compte', 'lifetime')).toBeUndefined();
  });

  test('the options of a select are its possible words, chosen or not', () => {
    const document = documentOf(
      '<body><h1>Compte</h1><form><label for="s">Validité</label><select id="s"><option>Un an</option><option>Toujours</option><option>Pérenne</option></select></form></body>',
    );
    expect(unknownValues(only(document), 'createdAccounts', 'Validité', 'lifetime')).toEqual([
      'Un an',
      'Toujours',
    ]);
  });
});

describe('a page that was learnt', () => {
  test('is recognised and read as it was said', () => {
    const page = pageOf(DRAFT);
    const document = screen();
    expect(page.recognise(document, URL_HERE)).toBe(true);
    expect(page.gather(document, URL_HERE).createdAccounts).toMatchObject({
      items: [
        { name: 'ROCHEBRUNE Agathe', lifetime: 'year', lifetimeWritten: 'Jusqu’à l’été' },
        { name: 'VALCOMBE Idris', lifetime: 'lasting' },
        { name: 'MONTVALLON Sévan', lifetime: 'lasting' },
      ],
      complete: true,
    });
  });

  test('holds labels and structure only: no text of any cell but the words that were explained', () => {
    const described = describePage(DRAFT, 'list');
    const json = JSON.stringify(described);
    expect(json).toContain('Validité du compte');
    for (const text of PEOPLE.flat().filter(
      (cell) => !['Jusqu’à l’été', 'Pérenne', 'Sans limite'].includes(cell),
    ))
      expect(json).not.toContain(text);
    const silent = JSON.stringify(describePage({ ...DRAFT, meanings: [] }, 'list'));
    for (const text of ['Jusqu’à l’été', 'Sans limite', ...PEOPLE.flatMap(([name = '']) => name.split(' '))])
      expect(silent).not.toContain(text);
  });

  test('words that nobody explained stay undetermined, never « lasting »', () => {
    const { items } = pageOf({ ...DRAFT, meanings: [] }).gather(screen(), URL_HERE).createdAccounts ?? {
      items: [],
    };
    expect(items.map(({ lifetime }) => lifetime)).toEqual([undefined, 'lasting', undefined]);
  });

  test('a page that looks alike is not taken for it', () => {
    const page = pageOf(DRAFT);
    const other = screen(PEOPLE, ['Livre', 'Auteur', 'Retour']);
    other.title = 'Outils';
    expect(page.recognise(other, URL_HERE)).toBe(false);
    const renamed = screen();
    renamed.title = 'Comptes supprimés';
    for (const heading of renamed.querySelectorAll('h1')) heading.textContent = 'Comptes supprimés';
    expect(page.recognise(renamed, URL_HERE)).toBe(false);
  });

  test('once a column changed its name, it says so out loud', () => {
    const page = pageOf(DRAFT);
    const changed = screen(PEOPLE, ['Intéressé', 'Qualité', 'Fin']);
    expect(page.recognise(changed, URL_HERE)).toBe(true);
    expect(() => page.gather(changed, URL_HERE)).toThrow(/Validité du compte/);
  });

  test('an empty list concludes nothing, unless it says that it is empty', () => {
    const page = pageOf(DRAFT);
    const beside = (words: string, headers?: string[]) => {
      const document = screen([], headers);
      document.querySelector('table')?.insertAdjacentHTML('afterend', words);
      return page.gather(document, URL_HERE).createdAccounts;
    };
    for (const words of [
      '',
      '<p>Aucun compte sélectionné</p>',
      '<p>Aucun compte ne répond à ces filtres.</p>',
      '<footer>Version 12.0, du 10/11/2026</footer>',
      '<p>Page 10, de 08:00 à 18:00</p>',
    ])
      expect(beside(words), words).toMatchObject({ items: [], complete: false });
    expect(beside('', ['Intéressé', 'Colonne 0', 'Validité du compte'])).toMatchObject({ complete: false });
    for (const words of ['<p>Aucun compte</p>', '<p>0 résultat</p>', '<p>Total : 0</p>', '<p>Liste vide</p>'])
      expect(beside(words), words).toMatchObject({ items: [], complete: true });
  });

  test('a row without a name is not read, and the list is no more whole; without any name it is not read at all', () => {
    const page = pageOf(DRAFT);
    const total = page.gather(screen([...PEOPLE, ['', '', 'Sans limite']]), URL_HERE).createdAccounts;
    expect(total?.items.map(({ name }) => name)).toEqual(PEOPLE.map(([name]) => name));
    expect(total).toMatchObject({ complete: false, read: { shown: 4 } });
    expect(() => page.gather(screen([['', 'Agent', 'Pérenne']]), URL_HERE)).toThrow(
      /la colonne «\sIntéressé\s» est vide/,
    );
  });

  test('two lists with the same titles are read as neither', () => {
    const document = screen();
    document.body.append(document.querySelector('table')?.cloneNode(true) ?? '');
    expect(() => pageOf(DRAFT).gather(document, URL_HERE)).toThrow(/2 listes portent/);
  });

  test('a form, a tree, a count and a period in one column', () => {
    const form = documentOf(
      '<body><h1>Fiche</h1><form><label for="n">Qui</label><input id="n" value="X"><fieldset><legend>Durée</legend><label><input type="radio" name="d" checked> Un an</label><label><input type="radio" name="d"> Toujours</label></fieldset></form></body>',
    );
    const outlined = outlineOf(form);
    expect(outlined.map(outlinedName)).toEqual(['Formulaire\u00A0: Qui', 'Formulaire\u00A0: Durée']);
    const radios = outlined[1];
    expect(radios && unknownValues(radios, 'createdAccounts', 'Durée', 'lifetime')).toEqual([
      'Un an',
      'Toujours',
    ]);
    const page = pageOf(
      {
        ...DRAFT,
        name: 'Fiche',
        columns: [{ label: 'Qui', field: 'name' }],
      },
      'form',
    );
    expect(page.gather(form, URL_HERE).createdAccounts?.items).toMatchObject([{ name: 'X' }]);

    const tree = documentOf(
      '<body><h1>Poubelle</h1><ul role="tree"><li role="treeitem">Poubelle<ul role="group"><li role="treeitem">Voyage</li></ul></li></ul></body>',
    );
    const bin = pageOf(
      { ...DRAFT, fact: 'binnedSections', columns: [], meanings: [], under: 'Poubelle' },
      'tree',
    );
    expect(bin.gather(tree, URL_HERE).binnedSections?.items).toMatchObject([{ name: 'Voyage' }]);

    const inbox = pageOf({
      ...DRAFT,
      fact: 'inboxes',
      columns: [{ label: 'Qualité', field: 'messages' }],
      meanings: [],
    });
    expect(inbox.gather(screen(), URL_HERE).inboxes?.items).toMatchObject([{ messages: 3 }]);

    const block = pageOf({
      ...DRAFT,
      fact: 'accessBlocks',
      columns: [
        { label: 'Qualité', field: 'who' },
        { label: 'Validité du compte', field: BOTH_DATES },
      ],
      meanings: [],
    });
    const dated = screen([['x', 'Parents', 'du 17/08/2027 au 01/09/2027']]);
    expect(block.gather(dated, URL_HERE).accessBlocks?.items).toMatchObject([
      { who: 'Parents', from: '2027-08-17', to: '2027-09-01' },
    ]);
  });
});

describe('what is still missing is said', () => {
  test.each<[string, Partial<PageDraft>, string]>([
    ['a name', { title: ' ' }, 'Donnez un nom'],
    ['a heading', { name: '' }, 'titre'],
    ['the column of the name', { columns: [{ label: 'Qualité', field: 'lifetime' }] }, 'nom de la personne'],
    [
      'one column for each thing',
      { columns: [...DRAFT.columns, { label: 'Qualité', field: 'name' }] },
      'Gardez-en une',
    ],
    ['a label that is no code', { columns: [{ label: '<b onload=x>', field: 'name' }] }, 'code'],
  ])('%s', (_what, changes, reason) => {
    const described = describePage({ ...DRAFT, ...changes }, 'list');
    const problem = 'problem' in described ? described.problem : '';
    expect(problem).toContain(reason);
    expect(typographyFaults(problem)).toEqual([]);
  });

  test('a branch, in a tree', () => {
    expect(describePage({ ...DRAFT, columns: [] }, 'tree')).toEqual({
      problem: 'Choisissez la branche à lire.',
    });
  });
});

test('every kind of fact that is proposed is judged by a rule of its family', () => {
  const rules = { edifice: EDIFICE_RULES, itslearning: ITSLEARNING_RULES, skolengo: SKOLENGO_RULES };
  for (const [ent, list] of Object.entries(rules)) {
    const needs = new Set(Object.values(list).flatMap((rule) => rule.needs as readonly string[]));
    const facts = judgedFacts(ent as keyof typeof rules);
    expect(facts.filter((fact) => !needs.has(fact))).toEqual([]);
    for (const fact of facts) {
      expect(familyOf(fact)).toBe(ent);
      expect(choosableFields(fact).length).toBeGreaterThan(0);
    }
  }
  expect(judgedFacts()).toContain('manualGroups');
});
