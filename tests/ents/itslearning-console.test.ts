// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { inventSchool } from '@/tests/demo/itslearning/school';
import { administration } from '@/tests/demo/itslearning/screens';
import { drawingOf, SKINS } from '@/tests/demo/itslearning/skins';
import { documentOf, savedScreens } from '@/tests/helpers/saved-screens';
import { isNarrowed } from '@/utils/ents/itslearning/course-search';
import { itslearning } from '@/utils/ents/itslearning/itslearning';
import { irreversibleAt, readScreen } from '@/utils/ents/read-screen';

const SCREENS = savedScreens('itslearning');
const saved = (start: string) => SCREENS.filter(({ name }) => name.startsWith(start));

/** The only element of a document whose words, value or name are these. */
function saying(document: Document, words: string): Element {
  const found = [...document.querySelectorAll('a, button, input, span, td')].filter((element) =>
    [
      element.textContent?.trim(),
      element.getAttribute('value'),
      element.getAttribute('title'),
      element.getAttribute('aria-label'),
    ].includes(words),
  );
  const inner = found.at(-1);
  if (!inner) throw new Error(`Nothing says « ${words} ».`);
  return inner;
}

describe.each(saved('courses-'))('$name', ({ html, url, name }) => {
  const english = name.endsWith('english');
  const search = (document: Document) => readScreen(itslearning, document, url).facts.courseSearch?.items[0];
  const field = (document: Document, which: string) =>
    document.querySelector(`[name="${which}"]`) as HTMLInputElement;

  test('« Supprimer » and « Archiver » of the toolbar act on the results; nothing else does', () => {
    const document = documentOf(html);
    const at = (words: string) => irreversibleAt(itslearning, saying(document, words), document, url);
    const key = english ? 'Perform on all results' : 'Effectuer sur tous les résultats';
    expect(at(english ? 'Delete' : 'Supprimer')).toEqual({ action: 'delete-courses', key });
    expect(at(english ? 'Archive' : 'Archiver')).toEqual({ action: 'archive-courses', key });
    for (const words of english
      ? ['Unarchive', 'Enrol', 'Search', 'Add course']
      : ['Désarchiver', 'Inscription', 'Rechercher', 'Ajouter un cours'])
      expect(at(words), words).toBeUndefined();
    const row = document.querySelector('[name="cours"]')?.closest('tr, .gridrow');
    row?.lastElementChild?.insertAdjacentHTML('beforeend', '<button id="own">Supprimer</button>');
    const own = document.querySelector('#own') as Element;
    expect(irreversibleAt(itslearning, own, document, url), 'a button of one row').toBeUndefined();
  });

  test('whether it acts on every result is read as it stands', () => {
    const document = documentOf(html);
    expect(search(document)).toMatchObject({ everyResult: false, announced: 139, shown: 15 });
    field(document, 'every').checked = true;
    expect(search(document)).toMatchObject({ everyResult: true });
  });

  test('filters that were changed, and rows that don’t meet them', () => {
    const document = documentOf(html);
    expect(search(document)).toMatchObject({ pending: [], unmet: [], state: 'active' });
    field(document, 'nom').value = 'techno';
    field(document, 'participants').value = '20';
    const { pending = [], unmet = [] } = search(document) ?? {};
    expect(pending).toHaveLength(2);
    expect(unmet).toHaveLength(2);
    expect(unmet[0]).toContain('techno');
    expect(unmet[1]).toContain('20 participants');
    (document.querySelector('[value="archives"]') as HTMLInputElement).checked = true;
    expect(search(document)).toMatchObject({ state: 'archived' });
    expect(search(document)?.pending).toContain('Cours archivés');
  });

  test('a page of several without « Effectuer sur tous les résultats » is refused out loud', () => {
    const without = html.replaceAll(
      english ? 'Perform on all results' : 'Effectuer sur tous les résultats',
      'Tout',
    );
    const { facts, unreadable } = readScreen(itslearning, documentOf(without), url);
    expect(Object.keys(facts)).toEqual([]);
    expect(unreadable.join()).toContain('Effectuer sur tous les résultats');
  });

  test.each(['Participants', 'Créé le|Created on', 'Dernière visite le|Last visited on'])(
    'without the column « %s » it is refused out loud',
    (column) => {
      const renamed = column
        .split('|')
        .reduce((text, words) => text.replaceAll(`>${words}<`, '>Autre<'), html);
      const { facts, unreadable } = readScreen(itslearning, documentOf(renamed), url);
      expect(Object.keys(facts)).toEqual([]);
      expect(unreadable).toHaveLength(1);
    },
  );

  test('a number or a date that is none is unknown', () => {
    const odd = html.replaceAll('>28<', '>…<').replaceAll('24/10/2026 17:05', '31/02/2026 17:05');
    const [course] = readScreen(itslearning, documentOf(odd), url).facts.courses?.items ?? [];
    expect(course).toBeDefined();
    for (const unknown of ['createdOn', 'updatedOn', 'lastVisit']) expect(course).not.toHaveProperty(unknown);
  });
});

describe('a list of courses is narrowed', () => {
  const narrowed = (filters: string) => {
    const document = documentOf(
      `<form>${filters}</form><table id="list"><tr><td><input value="in the list"></td></tr></table>`,
    );
    return isNarrowed(document, document.querySelector('#list') as Element);
  };
  const states = (chosen: string) =>
    ['Cours actifs', 'Cours archivés', 'Tout']
      .map((one) => `<label><input type="radio" name="f" ${one === chosen ? 'checked' : ''}> ${one}</label>`)
      .join('');
  const size = '<label>Lignes <select><option>10</option><option selected>25</option></select></label>';
  const name = (value: string) => `<label>Nom du cours ou code <input type="text" value="${value}"></label>`;
  const term = (chosen: number) =>
    `<label>Période <select>${['Toutes', '2026-2027'].map((one, at) => `<option ${at === chosen ? 'selected' : ''}>${one}</option>`).join('')}</select></label>`;

  test.each([
    ['nothing but active courses', states('Cours actifs') + size + name('') + term(0), false],
    ['every course', states('Tout') + size, false],
    ['archived courses', states('Cours archivés'), true],
    ['no list that is chosen', states(''), true],
    ['a name', states('Cours actifs') + name('techno'), true],
    ['another choice', states('Cours actifs') + term(1), true],
  ])('by %s: %#', (_what, filters, expected) => {
    expect(narrowed(filters)).toBe(expected);
  });
});

test('American dates are read by their own order', () => {
  const [screen] = saved('courses-responsive-english');
  const html = screen?.html.replaceAll('24/10/2026 17:05', '10/24/2026 5:05 PM') ?? '';
  const { facts } = readScreen(itslearning, documentOf(html), screen?.url as URL);
  expect(facts.courses?.items[0]).toMatchObject({ createdOn: '2026-10-24' });
});

describe.each(saved('hierarchy-'))('$name', ({ html, url, name }) => {
  const words = name.endsWith('english') ? ['Edit', 'Delete'] : ['Modifier', 'Supprimer'];

  test.each(words)('« %s » is of its own node', (tool) => {
    const document = documentOf(html);
    const { facts } = readScreen(itslearning, document, url);
    const tools = [...document.querySelectorAll('a, button, input')].filter((one) =>
      [
        one.textContent,
        one.getAttribute('value'),
        one.getAttribute('title'),
        one.getAttribute('aria-label'),
      ].includes(tool),
    );
    const keys = facts.hierarchy?.items.map(({ at }) => (at.in === 'page' ? at.key : ''));
    expect(tools).toHaveLength(keys?.length ?? -1);
    expect(new Set(tools.map((one) => irreversibleAt(itslearning, one, document, url)?.key))).toEqual(
      new Set(keys),
    );
  });

  test('names hold neither arrows nor buttons, and folded nodes are told', () => {
    const { hierarchy } = readScreen(itslearning, documentOf(html), url).facts;
    expect(hierarchy?.items.slice(0, 2)).toMatchObject([
      { name: 'Etablissement', path: [], folded: false },
      { name: 'Apprenants [synchronisé]', path: ['Etablissement'], folded: true },
    ]);
    expect(hierarchy?.complete).toBe(false);
  });
});

describe('« Utilisateurs individuels », wherever it opens', () => {
  const url = new URL('https://college-demo.itslearning.com/ecran.aspx');
  const read = (body: string, title = 'Modifier la stratégie') =>
    readScreen(
      itslearning,
      documentOf(`<!doctype html><title>${title}</title><h1>${title}</h1>${body}`),
      url,
    );
  const names = (body: string, title?: string) =>
    read(body, title).facts.strategyUsers?.items.map(({ name, role }) => (role ? `${name} (${role})` : name));
  const LABEL = '<h2>Utilisateurs individuels</h2>';
  const BOTH = ['LE BRAS Alban', 'RENÉ Hélène'];

  test.each([
    ['a list', `${LABEL}<ul><li>LE BRAS Alban</li><li>RENÉ Hélène</li></ul>`],
    ['lines', `${LABEL}<div><ul>LE BRAS Alban<br>RENÉ\n  Hélène</ul></div>`],
    [
      'names between commas',
      `<table><tr><td>Utilisateurs individuels :</td><td>LE BRAS Alban, RENÉ Hélène</td></tr></table>`,
    ],
    ['a definition', `<dl><dt>Utilisateurs individuels</dt><dd>LE BRAS Alban ; RENÉ Hélène</dd></dl>`],
    [
      'a chooser',
      `${LABEL}<ul><li><input type="checkbox" checked> LE BRAS Alban</li><li><input type="checkbox"> AUTRE Paul</li><li><input type="checkbox" checked> RENÉ Hélène</li></ul>`,
    ],
    [
      'profiles among people',
      `${LABEL}<ul><li>Enseignants</li><li>LE BRAS Alban</li><li>Tous les élèves</li><li>RENÉ Hélène</li></ul>`,
    ],
    [
      'links to add',
      `${LABEL}<ul><li>LE BRAS Alban</li><li>RENÉ Hélène</li><li><a href="#">Ajouter un utilisateur</a></li></ul>`,
    ],
    [
      'last and first names apart',
      `${LABEL}<table><tr><th>Nom</th><th>Prénom</th></tr><tr><td>LE BRAS</td><td>Alban</td></tr><tr><td>RENÉ</td><td>Hélène</td></tr></table>`,
    ],
  ])('%s', (_what, body) => expect(names(body)).toEqual(BOTH));

  test('the role that the screen says is kept', () => {
    expect(names(`${LABEL}<ul><li>LE BRAS Alban (Enseignant)</li><li>PETIT Zoé (Elève)</li></ul>`)).toEqual([
      'LE BRAS Alban (teacher)',
      'PETIT Zoé (pupil)',
    ]);
    const table = `${LABEL}<table><tr><th>Utilisateur</th><th>Profil</th></tr><tr><td>RENÉ Hélène</td><td>Enseignant</td></tr></table>`;
    expect(names(table)).toEqual(['RENÉ Hélène (teacher)']);
  });

  test('the strategy is that of the title or of the field « Nom »', () => {
    const of = (title: string, body: string) =>
      read(`${body}${LABEL}<ul><li>A B</li></ul>`, title).facts.strategies?.items[0]?.name;
    expect(of('Modifier la stratégie : Dépôt', '')).toBe('Dépôt');
    expect(of('Utilisateurs individuels - Dépôt', '')).toBe('Dépôt');
    expect(of('Modifier la stratégie', '<label>Nom <input type="text" value="Dépôt"></label>')).toBe('Dépôt');
    expect(of('Modifier la stratégie', '')).toBeUndefined();
  });

  test('nobody is said, or else the list is not understood', () => {
    expect(names(`${LABEL}<p>Aucun utilisateur</p>`)).toEqual([]);
    for (const body of [LABEL, `${LABEL}<p>12 utilisateurs</p>`, '<h2>Autre</h2><ul><li>A B</li></ul>']) {
      expect(read(body).facts, body).toEqual({});
      expect(read(body).unreadable.join(), body).toContain('Utilisateurs individuels');
    }
  });

  test('« et 12 autres »: the list is not whole', () => {
    const { strategyUsers } = read(`${LABEL}<ul><li>LE BRAS Alban</li><li>et 12 autres</li></ul>`).facts;
    expect(strategyUsers).toMatchObject({ complete: false, items: [{ name: 'LE BRAS Alban' }] });
  });
});

test('the menu: its entries and where they lead; another menu is refused', () => {
  const [menu] = saved('menu-administration');
  const url = menu?.url as URL;
  const { facts } = readScreen(itslearning, documentOf(menu?.html ?? ''), url);
  expect(facts.menuEntries?.items.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Hiérarchie', 'Cours', 'Stratégies', 'Corbeille']),
  );
  const other = documentOf(
    '<!doctype html><title>Administration</title><a href="/a">Suivi Synchros</a><a href="/b">Autre</a>',
  );
  expect(readScreen(itslearning, other, url).unreadable).toHaveLength(1);
});

describe.each(SKINS)('the menu in %s', (skin) => {
  const school = inventSchool('college', 2025);
  const url = new URL('https://college-demo.itslearning.com/ecran.aspx?page=administration');
  const entriesOf = (html: string) => {
    const { facts, unreadable } = readScreen(itslearning, documentOf(html), url);
    expect(unreadable).toEqual([]);
    return facts.menuEntries?.items.map(({ name }) => name);
  };
  const menu = (load: number, language: 'fr' | 'en' = 'fr') =>
    administration(school, skin, drawingOf(skin, load), language).replace(/<link[^>]*>/g, '');

  test('has the same entries, whatever draws them, in English too', () => {
    const french = entriesOf(menu(1));
    expect(french).toHaveLength(13);
    expect(entriesOf(menu(8))).toEqual(french);
    const english = entriesOf(menu(1, 'en'));
    expect(english).toHaveLength(13);
    for (const named of ['Users and access rights', 'Hierarchy', 'Policies', 'Import EDT'])
      expect(english).toContain(named);
  });
});

test.each([
  ['courses-ccl', /1–\d+ sur \d+/, '1–3 sur 2'],
  ['courses-listing', /Page 1 sur \d+/, 'Page 12 sur 10'],
  ['courses-responsive', /\[1\] to \[\d+\] of \[\d+\]/, '[1] to [20] of [139]'],
  ['strategies-ccl', /1–\d+ sur \d+/, '1–3 sur 2'],
])('%s: a pager that lies is refused aloud', (name, pager, lie) => {
  const [screen] = saved(name);
  const html = (screen?.html ?? '').replace(pager, lie);
  expect(html).not.toBe(screen?.html);
  const { facts, unreadable } = readScreen(itslearning, documentOf(html), screen?.url as URL);
  expect(facts).toEqual({});
  expect(unreadable.join()).toMatch(/bas de page annonce/);
});

test.each([
  ['courses-ccl', 'Dernière visite le', 'Vu le', '« Dernière visite le »'],
  ['courses-listing', 'Participants', 'Inscrits', '« Participants »'],
  ['courses-responsive-english', 'Last visited on', 'Last seen', '« Dernière visite le »'],
  ['courses-ngtable', 'Créé par', 'Auteur', '« Créé par »'],
  ['strategies-ccl', 'Nom', 'Désignation', '« Nom »'],
])('%s: a column called otherwise is told by its label, never guessed', (name, label, other, told) => {
  const [screen] = saved(name);
  const html = (screen?.html ?? '').replaceAll(`>${label}<`, `>${other}<`);
  expect(html).not.toBe(screen?.html);
  const { facts, unreadable } = readScreen(itslearning, documentOf(html), screen?.url as URL);
  expect(facts).toEqual({});
  expect(unreadable.join()).toContain('libellé non reconnu');
  expect(unreadable.join().replace(/\u00A0/g, ' ')).toContain(`aucune colonne ne s’appelle ${told}`);
});

test('a list of strategies without a row concludes nothing: a filter may hide them all', () => {
  const url = new URL('https://college-demo.itslearning.com/Admin/Strategies.aspx');
  const html =
    '<!doctype html><title>Stratégies</title><h1>Stratégies</h1><table><thead><tr><th>Nom</th><th>Utilisateurs individuels</th></tr></thead><tbody></tbody></table><p>0 stratégie</p><p>Aucun enregistrement</p>';
  const { facts, unreadable } = readScreen(itslearning, documentOf(html), url);
  expect(unreadable).toEqual([]);
  expect(facts.strategies).toMatchObject({ items: [], complete: false });
});

test('a screen in English is read, and said to rest on labels that are supposed', () => {
  for (const { html, name } of SCREENS.filter(({ html }) => !html.includes('<iframe'))) {
    const caution = itslearning.caution?.(documentOf(html));
    if (name.endsWith('-english')) expect(caution, name).toContain('supposés');
    else expect(caution, name).toBeUndefined();
  }
});

test('two columns called otherwise are both told; of more, nothing is said but that the list is not there', () => {
  const [screen] = saved('courses-ccl');
  const told = (...labels: string[]) => {
    const html = labels.reduce((left, label) => left.replaceAll(`>${label}<`, '>X<'), screen?.html ?? '');
    return readScreen(itslearning, documentOf(html), screen?.url as URL).unreadable.join();
  };
  expect(told('Participants', 'Créé le')).toMatch(
    /libellés non reconnus.*«\u00A0Participants\u00A0».*«\u00A0Créé le\u00A0»/,
  );
  expect(told('Participants', 'Créé le', 'Créé par')).toMatch(/liste des cours est introuvable/);
});

describe('words that other screens of the platform say too', () => {
  const url = new URL('https://college-demo.itslearning.com/ContentArea/ContentArea.aspx?LocationID=1');
  const page = (title: string, body: string) =>
    documentOf(`<!doctype html><title>${title}</title><h1>${title}</h1>${body}`);

  test.each([
    ['Stratégies', '<p>Trois stratégies de lecture à connaître.</p>'],
    ['Administration', '<p>L’administration romaine sous Auguste.</p><ul><li>Provinces</li></ul>'],
    ['Hiérarchie', '<ul><li>Mammifères<ul><li>Félins</li></ul></li></ul>'],
    ['Historique', '<p>Ce qui est important dans ce document.</p>'],
    ['Mes cours', '<label>Cours actifs <input type="checkbox"></label><p>Hiérarchie, stratégies</p>'],
    ['Accueil', '<nav>Administration Historique Policies</nav>'],
  ])('a lesson named « %s » brings no overlay', (title, body) => {
    const document = page(title, body);
    expect(itslearning.shows?.(document, url)).toBe(false);
    expect(itslearning.pages.filter((one) => one.recognise(document, url))).toEqual([]);
  });

  test.each([
    ['Stratégies', '<a href="/a">Retour à Administration</a>'],
    ['Hiérarchie', '<p>Apprenants [synchronisé]</p>'],
    ['Administration', '<a href="/a">Suivi Synchros</a>'],
    ['Policies', '<a href="/a">Back to Administration</a>'],
  ])('« %s » with one thing more is told, and refused aloud', (title, body) => {
    const document = page(title, body);
    expect(itslearning.shows?.(document, url)).toBe(true);
    expect(readScreen(itslearning, document, url).unreadable).toHaveLength(1);
  });
});
