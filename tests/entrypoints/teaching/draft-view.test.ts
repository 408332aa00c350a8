// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import {
  type Draft,
  draftView,
  emptyDraft,
  factsFor,
  meaningOf,
  pageDraft,
} from '@/entrypoints/teaching/draft-view';
import { documentOf } from '@/tests/helpers/saved-screens';
import { typographyFaults } from '@/tests/helpers/typography';
import { outlineOf } from '@/utils/reading/outline';

const URL_HERE = new URL('https://college-demo.ent.auvergnerhonealpes.fr/sg.do');
const ROWS =
  '<tr><td>ROCHEBRUNE Agathe</td><td>Un an</td></tr><tr><td>VALCOMBE Idris</td><td>Pérenne</td></tr>';
const screen = (rows = ROWS, again = '') =>
  documentOf(
    `<!doctype html><title>Outils</title><body><h1>Annuaire local</h1><table><tr><th>Intéressé</th><th>Validité</th></tr>${rows}</table>${again}</body>`,
  );

function drafted(document: Document, changes: Partial<Draft> = {}) {
  const [thing] = outlineOf(document);
  if (!thing) throw new Error('nothing to read');
  const draft: Draft = {
    ...emptyDraft(thing, document),
    fact: 'createdAccounts',
    columns: [
      { label: 'Intéressé', field: 'name' },
      { label: 'Validité', field: 'lifetime' },
    ],
    ...changes,
  };
  return {
    draft,
    view: draftView(draft, { document, url: URL_HERE }, ['skolengo/own-annuaire-local'], false),
  };
}

describe('what would be read', () => {
  test('is shown at once, with what is not understood as such', () => {
    const { view } = drafted(screen());
    expect(view.preview).toEqual({
      kind: 'read',
      says: '2 lignes lues (comptes créés manuellement), 1 valeur non reconnue\u00A0: «\u00A0Un an\u00A0».',
      heads: ['nom de la personne', 'durée de vie'],
      rows: [
        ['ROCHEBRUNE Agathe', 'indéterminé'],
        ['VALCOMBE Idris', 'pérenne'],
      ],
    });
    expect(view.columns[1]).toMatchObject({ unknown: [{ says: 'Un an', means: '' }], sample: 'Un an' });
    expect(view.replaces).toBe(true);
    expect(view.names).toEqual(['Annuaire local', 'Outils']);
  });

  test('follows what is explained', () => {
    const { view } = drafted(screen(), { meanings: [{ field: 'lifetime', says: 'Un an', means: 'year' }] });
    expect(view.preview).toMatchObject({
      says: '2 lignes lues (comptes créés manuellement). Tout est lu.',
      rows: [['ROCHEBRUNE Agathe', 'limité à l’année scolaire'], expect.anything()],
    });
    expect(view.columns[1]?.unknown).toEqual([{ says: 'Un an', means: 'year' }]);
  });

  test('an empty cell is named among what is not understood, and a date that is none', () => {
    const { view } = drafted(screen(`${ROWS}<tr><td>MONTVALLON Sévan</td><td></td></tr>`));
    expect(view.preview.says).toBe(
      '3 lignes lues (comptes créés manuellement), 2 valeurs non reconnues\u00A0: «\u00A0Un an\u00A0», case vide.',
    );
    const columns = [
      { label: 'Intéressé', field: 'name' },
      { label: 'Validité', field: 'binnedOn' },
    ];
    const dates = drafted(screen(), { fact: 'binnedSections', columns }).view.preview;
    expect(dates.says).toContain('2 valeurs non reconnues\u00A0: «\u00A0Un an\u00A0», «\u00A0Pérenne\u00A0»');
    expect(typographyFaults(dates.says)).toEqual([]);
  });

  test('many words that are not understood are not all named', () => {
    const rows = ['A', 'B', 'C', 'D', 'E'].map(
      (word) => `<tr><td>P ${word}</td><td>Valeur ${word}</td></tr>`,
    );
    const { says } = drafted(screen(rows.join(''))).view.preview;
    expect(says).toMatch(/5 valeurs non reconnues.*Valeur D.*…\.$/);
    expect(says).not.toContain('Valeur E');
  });

  test('dates are written as they are said; a column that holds none is doubted', () => {
    const dated = screen('<tr><td>Voyage</td><td>03/07/2026</td></tr>');
    const bin = { fact: 'binnedSections', meanings: [] } as const;
    const columns = [
      { label: 'Intéressé', field: 'name' },
      { label: 'Validité', field: 'binnedOn' },
    ];
    const { view } = drafted(dated, { ...bin, columns });
    expect(view.preview).toMatchObject({ rows: [['Voyage', '03/07/2026']] });
    expect(view.columns.map(({ doubt }) => doubt)).toEqual([undefined, undefined]);
    const wrong = drafted(screen(), { ...bin, columns }).view;
    expect(wrong.preview).toMatchObject({ rows: [[expect.anything(), 'indéterminé'], expect.anything()] });
    expect(wrong.columns[1]?.doubt).toContain('date de mise à la corbeille');
    expect(typographyFaults(wrong.columns[1]?.doubt ?? '')).toEqual([]);
  });

  test.each<[string, Document, Partial<Draft>, RegExp]>([
    ['nothing chosen yet', screen(), { fact: '' }, /d’abord/],
    [
      'no column of names',
      screen(),
      { columns: [{ label: 'Validité', field: 'lifetime' }] },
      /nom de la personne/,
    ],
    [
      'two lists with the same titles',
      screen(ROWS, `<table><tr><th>Intéressé</th><th>Validité</th></tr>${ROWS}</table>`),
      {},
      /2 listes portent/,
    ],
    ['a column of names that is empty', screen('<tr><td></td><td>Un an</td></tr>'), {}, /est vide/],
    ['a title that is not on the page', screen(), { name: 'Ailleurs' }, /ne reconnaîtrait pas/],
    ['markup in the name', screen(), { title: '<b>' }, /^Un nom ne contient ni/],
    ['a name without end', screen(), { title: 'x'.repeat(81) }, /80 caractères au plus/],
  ])('%s: it is said instead', (_what, document, changes, says) => {
    const { preview } = drafted(document, changes).view;
    expect(preview.kind).toBe('missing');
    expect(preview.says).toMatch(says);
    expect(typographyFaults(preview.says)).toEqual([]);
  });

  test('a list without rows can be learnt, and says that nothing is concluded', () => {
    const { preview } = drafted(screen('')).view;
    expect(preview).toMatchObject({ kind: 'read', rows: [] });
    expect(preview.says).toMatch(/^0 ligne lue \(.*rien ne sera conclu/);
  });

  test('a column of names taken for a choice is doubted', () => {
    const many = Array.from({ length: 20 }, (_, at) => `<tr><td>P ${at}</td><td>Valeur ${at}</td></tr>`).join(
      '',
    );
    expect(drafted(screen(many)).view.columns[1]).toMatchObject({
      unknown: [],
      doubt: expect.stringContaining('trop de valeurs'),
    });
  });
});

test('a listed portal is offered what its rules judge; any other site, everything', () => {
  expect(factsFor('list', 'enthdf.fr')).toEqual(['manualGroups', 'classes']);
  expect(factsFor('list', 'ville.itslearning.com')).toEqual(['courses', 'strategyUsers']);
  expect(factsFor('list', 'ent.commune.fr')).toEqual(
    expect.arrayContaining(['manualGroups', 'courses', 'createdAccounts']),
  );
  expect(factsFor('tree', URL_HERE.hostname)).not.toContain('inboxes');
  expect(factsFor('tree', 'enthdf.fr')).toEqual(['manualGroups']);
});

test('the family of a page is that of its portal, else that of the rules that judge it', () => {
  const { draft } = drafted(screen());
  expect(pageDraft(draft, URL_HERE.hostname)?.ent).toBe('skolengo');
  expect(pageDraft({ ...draft, fact: 'manualGroups' }, 'ent.commune.fr')?.ent).toBe('edifice');
  expect(pageDraft({ ...draft, fact: '' }, 'ent.commune.fr')).toBeUndefined();
});

test('a choice of the window stands for its own value', () => {
  expect(meaningOf('timetableImports', 'mode', '2')).toBe(2);
  expect(meaningOf('sections', 'temporary', 'false')).toBe(false);
  expect(meaningOf('freeGroups', 'lifetime', 'lasting')).toBe('lasting');
});

describe('what cannot be taught', () => {
  const on = (host: string) => {
    const document = screen();
    const [thing] = outlineOf(document);
    if (!thing) throw new Error('nothing to read');
    return draftView(emptyDraft(thing, document), { document, url: new URL(`https://${host}/`) }, [], false);
  };

  test('is said where it would be looked for, with what to do instead', () => {
    for (const [host, says] of [
      ['enthdf.fr', /^Une liste de comptes ne s’apprend pas.*Contrôler tout l’établissement/],
      ['x.itslearning.com', /^Une liste d’utilisateurs ne s’apprend pas.*atelier/],
    ] as const) {
      expect(on(host).notTaught).toMatch(says);
      expect(typographyFaults(on(host).notTaught ?? '')).toEqual([]);
    }
    expect(on(URL_HERE.host)).not.toHaveProperty('notTaught');
  });
});
