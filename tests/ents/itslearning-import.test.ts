// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { inventSchool } from '@/tests/demo/itslearning/school';
import { SKINS, type Skin } from '@/tests/demo/itslearning/skins';
import { inventTimetable } from '@/tests/demo/itslearning/timetable';
import { type Asked, STAGES, type Stage, timetableScreen } from '@/tests/demo/itslearning/timetable-screens';
import { documentOf } from '@/tests/helpers/saved-screens';
import { shuffleNames } from '@/tests/reading/markups';
import { itslearning } from '@/utils/ents/itslearning/itslearning';
import { irreversibleAt, placesOn, readScreen } from '@/utils/ents/read-screen';

const SCHOOL = inventSchool('college', 2025);
const DONE = inventTimetable(SCHOOL);
const URL_OF = new URL('https://modules.itslfr-aws.com/import-edt?site=college-demo');

/** Without its style sheet, which no test loads. */
const html = (stage: Stage, more: Partial<Asked> = {}) =>
  timetableScreen(SCHOOL, DONE, { stage, skin: 'ccl', language: 'fr', page: 1, run: 0, ...more }).replace(
    /<link[^>]*>/,
    '',
  );
const readHtml = (page: string) => readScreen(itslearning, documentOf(page), URL_OF);
const read = (stage: Stage, more: Partial<Asked> = {}) => readHtml(html(stage, more));

const PAGES: Record<Stage, string> = {
  etablissement: 'import-edt',
  fichier: 'import-edt',
  rne: 'import-edt-file',
  matieres: 'import-edt-steps',
  classes: 'import-edt-steps',
  groupes: 'import-edt-steps',
  cours: 'import-edt-steps',
  enseignants: 'import-edt-users',
  eleves: 'import-edt-users',
  resume: 'import-edt-summary',
  historique: 'import-edt-history',
  recapitulatif: 'import-edt-recap',
};
const OTHER_SKINS = SKINS.filter((skin) => skin !== 'ccl');

describe.each(STAGES)('%s', (stage) => {
  test('is recognised by its own page, in French and in English', () => {
    for (const language of ['fr', 'en'] as const) {
      const { pages, unreadable, loading } = read(stage, { language });
      expect({ pages: pages.map(({ id }) => id), unreadable, loading }, language).toEqual({
        pages: [`itslearning/${PAGES[stage]}`],
        unreadable: [],
        loading: false,
      });
    }
  });

  test.each(OTHER_SKINS)('says the same in the markup %s, classes and ids renamed or not', (skin: Skin) => {
    const { facts } = read(stage);
    expect(read(stage, { skin }).facts).toEqual(facts);
    const renamed = readHtml(shuffleNames(html(stage, { skin }), 7));
    // Which page of a list is shown is told by a class in some markups: without it, it is unknown.
    expect(withoutPage(renamed.facts)).toEqual(withoutPage(facts));
    expect(renamed.unreadable).toEqual([]);
  });

  test('what is read is found again on the screen', () => {
    const document = documentOf(html(stage));
    const { facts } = readScreen(itslearning, document, URL_OF);
    const places = placesOn(itslearning, document, URL_OF);
    for (const { items } of Object.values(facts))
      for (const { at } of items)
        if (at.in === 'page')
          expect(places.get(at.page)?.get(at.key)?.textContent, at.key).toContain(at.key.split('|')[0]);
  });
});

function withoutPage(facts: object): unknown {
  return JSON.parse(
    JSON.stringify(facts, (key, value) => (key === 'page' && typeof value === 'number' ? undefined : value)),
  );
}

describe('what cannot be undone', () => {
  /** What a click on the button of these words would do, on a step of the wizard. */
  const clicking = (stage: Stage, words: RegExp, skin: Skin) => {
    const document = documentOf(html(stage, { skin }));
    const buttons = [...document.querySelectorAll('button, a, input[type="submit"]')];
    const found = buttons.filter((one) => words.test(one.textContent || (one.getAttribute('value') ?? '')));
    expect(found.length, `${stage} ${skin} ${words}`).toBeGreaterThan(0);
    return found.map((one) => irreversibleAt(itslearning, one.firstElementChild ?? one, document, URL_OF));
  };
  const HELD = { action: 'import-file', key: 'Importation du fichier' };

  test.each(SKINS)('%s: going on from the school code, and from the last list', (skin) => {
    expect(clicking('rne', /^Suivant$/, skin)).toEqual([HELD]);
    expect(clicking('eleves', /^Suivant$/, skin)).toEqual([HELD]);
  });

  test.each(SKINS)('%s: nothing else is', (skin) => {
    for (const stage of ['matieres', 'cours', 'enseignants'] as const)
      expect(clicking(stage, /^Suivant$/, skin)).toEqual([undefined]);
    expect(new Set(clicking('eleves', /^(Valider|Refuser)$/, skin))).toEqual(new Set([undefined]));
    expect(new Set(clicking('cours', /ctiver$/, skin))).toEqual(new Set([undefined]));
  });
});

describe('refused out loud', () => {
  const refused = (page: string) => {
    const { facts, unreadable } = readHtml(page);
    expect(facts).toEqual({});
    return unreadable.join();
  };

  test.each(SKINS)('%s: a pager that announces other rows than those shown', (skin) => {
    const lying = html('cours', { skin }).replace('</body>', '<p>1–20 sur 139</p></body>');
    const other = lying.replace(/«[\s\S]*?»/g, '');
    expect(refused(other)).toMatch(/montre 10\u00A0lignes et son bas de page annonce les lignes 1 à 20/);
  });

  test('a pager that announces fewer rows, or rows where there are none', () => {
    const listed = html('historique');
    expect(refused(listed.replace('</body>', '<p>1 à 2 sur 2</p></body>'))).toMatch(/les lignes 1 à 2/);
    expect(refused(listed.replace('<table>', '<table role="grid" aria-rowcount="3">'))).toMatch(/2 en tout/);
    const empty = timetableScreen(SCHOOL, { ...DONE, runs: [] }, asked('historique'));
    expect(refused(empty.replace('</body>', '<p>1 à 4 sur 4</p></body>'))).toMatch(/montre 0\u00A0ligne /);
  });

  test('a list that is longer than the number above it', () => {
    expect(refused(html('recapitulatif').replace(/(non réconciliés : )\d+/, '$11'))).toMatch(
      /annonce 1 et la liste en montre 3/,
    );
  });

  test('two school codes, or one that is not there yet', () => {
    expect(refused(html('rne').replace('0019901G</p>\n', ''))).toContain('code RNE');
    const twice = html('rne').replace('</body>', '<p>Importation du fichier : 0490856P</p></body>');
    expect(refused(twice)).toContain('plusieurs');
  });

  test('two lists where one step should be, or a step that nobody knows', () => {
    const list = html('groupes');
    const table = /<div class="ccl-grid">[\s\S]*?<\/table>/.exec(list)?.[0] ?? '';
    expect(refused(list.replace('</body>', `${table}</div></div></body>`))).toContain('plusieurs');
    expect(refused(html('cours').replace('Sélection des cours', 'Choix des cours'))).toContain(
      'aucune de celles',
    );
  });

  test('a count of the summary, or of the recap, that is no number', () => {
    expect(refused(html('resume').replace(' 882<', ' en cours<'))).toContain('évènements supprimés');
    expect(refused(html('recapitulatif').replace('<td>237</td>', '<td>?</td>'))).toContain(
      'un nombre du tableau',
    );
  });
});

describe('what is read', () => {
  test('an empty step is told, not passed over', () => {
    const rows = { ...DONE.rows, courses: [] };
    const { facts, unreadable } = readHtml(timetableScreen(SCHOOL, { ...DONE, rows }, asked('cours')));
    expect(unreadable).toEqual([]);
    expect(facts.wizardRows).toEqual({ items: [], complete: true, read: { shown: 0, total: 0 } });
    expect(facts.wizardSteps?.items).toMatchObject([{ list: 'courses', shown: 0 }]);
  });

  test('while the actions are generated there is nothing to read yet', () => {
    const waiting = html('resume').replace(/<p>Nombre[\s\S]*<\/p>/, '<p>Génération des actions ...</p>');
    expect(readHtml(waiting)).toMatchObject({ loading: true, unreadable: [], facts: {} });
  });

  test('a page of several is never the whole list', () => {
    expect(read('cours', { page: 2 }).facts.wizardRows).toMatchObject({
      complete: false,
      read: { shown: 10, pages: { seen: 1, of: 3 } },
    });
    expect(read('cours', { page: 2 }).facts.wizardSteps?.items[0]).toMatchObject({ page: 2, pages: 3 });
  });

  test.each(SKINS)(
    '%s: where both buttons can be clicked, the colour tells, and is said to be all there is',
    (skin) => {
      const plain = html('groupes', { skin }).replace(/ (?:disabled|aria-disabled="true")/g, '');
      const states = readHtml(plain).facts.wizardRows?.items.map(({ name, state, byTint }) => [
        name,
        state,
        byTint,
      ]);
      expect(states).toContainEqual(['3FLS', 'off', true]);
      expect(states).toContainEqual(['3BDLATIN', 'on', true]);
    },
  );

  test('a red row with an account is doubtful, a row without account is not found', () => {
    const all = [1, 2, 3].flatMap((page) => read('enseignants', { page }).facts.importPeople?.items ?? []);
    const of = (state: string) =>
      all.filter(({ reconciled }) => reconciled === state).map(({ name }) => name);
    expect(of('no')).toEqual(['Helene RENE', 'Firmin TRIQUETAL']);
    expect(of('unsure')).toHaveLength(1);
    expect(all.find(({ reconciled }) => reconciled === 'yes')?.account).toMatch(/^m-mme/);
  });

  test('the latest import is told by its date, whichever way the list is sorted, and on its first page only', () => {
    const latest = (page: string) =>
      readHtml(page)
        .facts.importRuns?.items.filter((run) => run.latest)
        .map(({ date }) => date);
    expect(latest(html('historique'))).toEqual(['11/02/2026 10:32']);
    const upward = timetableScreen(SCHOOL, { ...DONE, runs: DONE.runs.toReversed() }, asked('historique'));
    expect(latest(upward)).toEqual(['11/02/2026 10:32']);
    expect(latest(html('historique').replace('</body>', '<p>5–8 sur 12</p></body>'))).toEqual([]);
  });

  test('the title of another screen’s link is no step', () => {
    const linked =
      '<title>Accueil</title><a href="#"><strong>Sélection des cours</strong></a><nav><b>Historique</b></nav>';
    expect(readHtml(linked).pages).toEqual([]);
  });
});

function asked(stage: Stage): Asked {
  return { stage, skin: 'ccl', language: 'fr', page: 1, run: 0 };
}
