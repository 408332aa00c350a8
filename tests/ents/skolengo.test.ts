// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { plantedOn } from '@/tests/demo/skolengo/manifest';
import { inventSchool } from '@/tests/demo/skolengo/school';
import { SCREENS, documentOf as screenOf } from '@/tests/demo/skolengo/screens';
import { SKINS, type Skin } from '@/tests/demo/skolengo/skins';
import { documentOf } from '@/tests/helpers/saved-screens';
import { shuffleNames } from '@/tests/reading/markups';
import { describedPage } from '@/utils/ents/described-page';
import { requiredLabels } from '@/utils/ents/descriptor';
import { readScreen } from '@/utils/ents/read-screen';
import { screensIn } from '@/utils/ents/skolengo/screens';
import { skolengo, skolengoWith } from '@/utils/ents/skolengo/skolengo';
import { type Synonym, wordsFor } from '@/utils/ents/skolengo/vocabulary';
import { norm } from '@/utils/reading/labels';

const DAY = '2026-11-23';
const SCHOOL = inventSchool(DAY);
const HOST = 'college-demo.ent.auvergnerhonealpes.fr';
const URL_ = new URL(`https://${HOST}/sg.do`);
const NONE_OF_OURS = ['accueil', 'messagerie-corbeille', 'comptes-locaux'];
const OURS = Object.keys(SCREENS).filter((name) => !NONE_OF_OURS.includes(name));
const EVERY = OURS.flatMap((screen) => SKINS.map((skin) => ({ screen, skin })));

function html(screen: string, skin: Skin = 'modern'): string {
  const text = screenOf(screen, SCHOOL, skin, true);
  if (!text) throw new Error(`${screen} n’existe pas`);
  return text;
}

const read = (text: string, ent = skolengo) => readScreen(ent, documentOf(text), URL_);

describe('the three skins', () => {
  test.each(OURS)('%s gives the same facts in all of them', (screen) => {
    const [first, ...others] = SKINS.map((skin) => read(html(screen, skin)));
    expect(first?.unreadable).toEqual([]);
    expect(Object.keys(first?.facts ?? {})).toHaveLength(1);
    for (const other of others) expect(withoutKeys(other.facts)).toEqual(withoutKeys(first?.facts));
  });

  test.each(EVERY)(
    '$screen in $skin: with every id and class renamed, the same facts',
    ({ screen, skin }) => {
      const before = read(html(screen, skin));
      for (const seed of [1, 2, 3]) expect(read(renamed(html(screen, skin), seed))).toEqual(before);
    },
  );

  test.each(EVERY)('$screen in $skin: one label changed, and nothing is concluded', ({ screen, skin }) => {
    const text = html(screen, skin);
    const [page] = read(text).pages;
    const descriptor = screensIn(wordsFor(HOST)).find(({ id }) => id === page?.id);
    const labels = descriptor?.reads.flatMap(requiredLabels) ?? [];
    const written = labels.flatMap((wordings) => labelIn(text, wordings) ?? []);
    expect(written.length).toBeGreaterThan(0);
    for (const label of written) {
      const { facts, pages, unreadable } = read(text.replaceAll(`>${label}`, '>Chose'));
      expect(facts, label).toEqual({});
      expect(pages.length === 0 || unreadable.length > 0, label).toBe(true);
    }
  });

  test.each(NONE_OF_OURS)('%s, which looks alike, is not recognised', (screen) => {
    for (const skin of SKINS) {
      expect(read(html(screen, skin)).pages).toEqual([]);
      expect(
        skolengo.shows?.(documentOf(html(screen, skin)), URL_),
        'the overlay would come for nothing',
      ).toBe(false);
    }
  });
});

describe('what is read of each value', () => {
  const group = (option: string) =>
    read(html('groupe').replaceAll("Limitée à l'année scolaire", option)).facts.freeGroups;

  test.each([
    ['Non limitée', 'lasting'],
    ['NON LIMITEE', 'lasting'],
    ['Non limitée (groupe pérenne)', 'lasting'],
    ["Limité à l'année scolaire", 'year'],
    ["Limitée à l'année scolaire 2026-2027", 'year'],
    ["Pérenne jusqu'au 31 août", undefined],
    ['Pérenne : oui', 'lasting'],
    ['Pérenne : non', undefined],
    ["Non limitée (jusqu'au 31/08/2027)", undefined],
    ["Oui, jusqu'au 31/08/2027", undefined],
    ['Pérenne 2026-2027', undefined],
    ['Non limitée – sera supprimé en juillet', undefined],
    ['Pérenne (groupe non pérenne)', undefined],
    ['Non limitée (non)', undefined],
    ['Non renseignée', undefined],
    ['Limitée à deux ans', undefined],
    ['31/08/2029', undefined],
  ])('a lifetime « %s » is %s', (option, lifetime) => {
    const [one] = group(option)?.items ?? [];
    expect(one?.lifetime).toBe(lifetime);
    expect(one?.lifetimeWritten).toBe(option);
  });

  test('a form is about one group: it never proves anything of the others', () => {
    expect(group('Non limitée')).toMatchObject({
      complete: false,
      read: { shown: 1, alone: true },
      items: [{ name: 'Chorale' }],
    });
    // An import form, or dates of blocking, are all there is to know.
    expect(read(html('import-edt')).facts.timetableImports?.read).toEqual({ shown: 1 });
  });

  test('the mode is the radio that is set, the date that of its field', () => {
    const text = html('import-edt', 'plain')
      .replace(
        '<label><input type="radio" name="option"> Option 2',
        '<label><input type="radio" name="option" checked> Option 2',
      )
      .replace('</form>', '<label>Date de fin d’année <input type="date" value="2027-07-03"></label></form>');
    expect(read(text).facts.timetableImports?.items).toMatchObject([
      { mode: 2, to: '2027-07-03', software: 'EDT 2026' },
    ]);
    expect(read(html('import-edt')).facts.timetableImports?.items[0]).not.toHaveProperty('mode');
  });

  test.each<[string, string]>([
    ['a radio', '<label><input type="radio" name="option" checked> Option 4 : autre</label>'],
    ['a list', '<label>Mode <select><option>Option 4 : autre</option></select></label>'],
  ])('a mode that nobody explained is kept as it is written: %s', (what, field) => {
    const text = html('import-edt', 'plain').replace('</form>', `${field}</form>`);
    const other = what === 'a list' ? text.replace(/<label><input type="radio".*?<\/label>/g, '') : text;
    const [form] = read(other).facts.timetableImports?.items ?? [];
    expect(form).toMatchObject({ modeWritten: 'Option 4 : autre' });
    expect(form).not.toHaveProperty('mode');
    // « Choisir… » is no choice.
    const prompt = other.replace('<option>Option 4 : autre', '<option value="">Choisir…');
    if (what === 'a list')
      expect(read(prompt).facts.timetableImports?.items[0]).not.toHaveProperty('modeWritten');
  });

  test('a box in a cell, and a dressed-up list in another, are read by their state', () => {
    const text = html('rubriques')
      .replaceAll('<td>Oui</td>', '<td><input type="checkbox" checked></td>')
      .replaceAll('<td>Non</td>', '<td><input type="checkbox"></td>');
    expect(read(text).facts.sections).toEqual(read(html('rubriques')).facts.sections);
    const dressed = html('groupes').replaceAll(
      '<td>Non limitée</td>',
      '<td><div class="choices"><select hidden><option selected>Non limitée</option></select><div>Non limitée</div><div>Non limitée Limitée</div></div></td>',
    );
    expect(read(dressed).facts.freeGroups).toEqual(read(html('groupes')).facts.freeGroups);
  });

  test('a folded branch of the bin is not in the document: the reading is partial', () => {
    expect(read(html('corbeille-arbre')).facts.binnedSections).toMatchObject({ complete: false });
    const open = html('corbeille-arbre').replaceAll(' aria-expanded="false"', '');
    expect(read(open).facts.binnedSections).toMatchObject({ complete: true, read: { shown: 2, total: 2 } });
    const bare = html('corbeille-arbre', 'plain').replace(
      /<ul role="tree">[\s\S]*<\/ul>(?=<\/div>)/,
      '<ul role="tree"><li role="treeitem">Vie du collège</li><li role="treeitem">Corbeille</li></ul>',
    );
    expect(read(bare).facts.binnedSections).toMatchObject({ complete: false, items: [] });
    const emptied = bare.replace('"treeitem">Corbeille', '"treeitem" aria-expanded="true">Corbeille');
    expect(read(emptied).facts.binnedSections).toMatchObject({ complete: true, items: [] });
    const mute = html('corbeille-arbre').replaceAll(/ (?:role|aria-[a-z]+)="[^"]*"/g, '');
    expect(read(mute).facts.binnedSections).toMatchObject({ complete: false });
  });
});

describe('bad input', () => {
  test('a list without a row is whole only when it says that it is empty', () => {
    const rows = /<tbody>[\s\S]*?<\/tbody>/;
    const bare = html('groupes').replace(rows, '<tbody></tbody>');
    expect(read(bare).facts.freeGroups).toMatchObject({ items: [], complete: false });
    const said = bare.replace('</table>', '</table><p>Aucun groupe</p>');
    expect(read(said).facts.freeGroups).toMatchObject({ items: [], complete: true });
  });

  test('of two lists with the same headers neither is read', () => {
    const table = /<table class="table">[\s\S]*?<\/table>/.exec(html('groupes'))?.[0] ?? '';
    const { facts, unreadable } = read(html('groupes').replace('</table>', `</table>${table}`));
    expect(facts).toEqual({});
    expect(unreadable.join()).toContain('2 listes portent');
    // To add a word, as another screen advises, would mend nothing.
    expect(unreadable.join()).toMatch(/n’en montre qu’une/);
    expect(unreadable.join()).not.toContain('autre mot');
  });

  test('of two columns with the same name neither is read', () => {
    const { facts, unreadable } = read(html('groupes').replace('<th>Type</th>', '<th>Durée de vie</th>'));
    expect(facts).toEqual({});
    expect(unreadable.join()).toContain('deux colonnes');
  });

  test('of two fields with the same name neither is read', () => {
    const { facts, unreadable } = read(
      html('groupe').replace(
        '</form>',
        '<label>Durée de vie <select><option>Non limitée</option></select></label></form>',
      ),
    );
    expect(facts).toEqual({});
    expect(unreadable.join()).toContain('il y en a plusieurs');
  });

  test('a filter above the list is not taken for the form of a group', () => {
    const filtered = html('groupes').replace(
      '<h1>Groupes</h1>',
      '<h1>Groupes</h1><label>Durée de vie <select><option>Toutes</option></select></label>',
    );
    expect(read(filtered).pages.map(({ id }) => id)).toEqual(['skolengo/free-groups']);
  });

  test('a page of several is never whole', () => {
    for (const pager of [
      '« 1 2 3 »',
      '<< premier < précédent 1 2 3 suivant > dernier >>',
      'Précédent 1 2 3 Suivant',
      '1-5 sur 214',
    ]) {
      const said = pager.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      expect(
        read(html('groupes').replace('</table>', `</table><p>${said}</p>`)).facts.freeGroups?.complete,
        pager,
      ).toBe(false);
    }
  });

  test('the public site, with its way to log in, is left alone', () => {
    const document = documentOf(
      html('groupes').replace('<header', '<a class="fo-connect__link">Se connecter</a><header'),
    );
    expect(skolengo.recognise(document, URL_)).toBe(false);
  });
});

test('a school that no screen names goes by its part of the portal’s host, or by the whole host of a site nobody listed', () => {
  const nameless = documentOf('<title>Groupes</title><body></body>');
  const nameOn = (host: string) => skolengo.school(nameless, new URL(`https://${host}/sg.do`))?.name;
  expect(nameOn(HOST)).toBe('college-demo');
  expect(nameOn('ent.commune.fr')).toBe('ent.commune.fr');
  expect(nameOn('ent.auvergnerhonealpes.fr')).toBeUndefined();
});

describe('a screen in a frame, which names no school', () => {
  const framed = (outer: string | (() => Document)) => {
    const document = documentOf('<title>Groupes</title><body></body>');
    const top = {
      get document() {
        return typeof outer === 'string' ? documentOf(outer) : outer();
      },
    };
    const middle = { document: documentOf('<title>Cadre</title>') };
    Object.assign(top, { parent: top });
    Object.assign(middle, { parent: top });
    Object.defineProperty(document, 'defaultView', { value: { parent: middle } });
    return skolengo.school(document, URL_);
  };

  test('goes by the name that a page around it bears', () => {
    expect(framed('<title>Groupes - Annuaire - COLLEGE VIDAL</title>')).toEqual({
      id: HOST,
      name: 'COLLEGE VIDAL',
    });
  });

  test('goes by its host, and says so, where the page around it is of another site or bears none', () => {
    const unnamed = { id: HOST, name: 'college-demo', unnamed: true };
    expect(framed('<title>Portail</title>')).toEqual(unnamed);
    const refused = () => {
      throw new DOMException('Blocked a frame', 'SecurityError');
    };
    expect(framed(refused)).toEqual(unnamed);
  });
});

describe('the words of one ENT', () => {
  const own = html('groupes').replaceAll('Durée de vie', 'Échéance du groupe');
  const synonym = { host: HOST, term: 'lifetime', label: 'Échéance du groupe' } as const;
  const with_ = (host: string) => skolengoWith(HOST, [{ ...synonym, host }]);

  test('a word that the school added is understood, and only there', () => {
    expect(read(own).unreadable.join()).toMatch(/«\sDurée de vie\s»/);
    const { facts, unreadable } = read(own, with_(HOST));
    expect(unreadable).toEqual([]);
    expect(facts.freeGroups?.items).toHaveLength(SCHOOL.groups.length);
    expect(read(own, with_('autre.ent.auvergnerhonealpes.fr')).facts).toEqual({});
    expect(read(own, with_('ent.auvergnerhonealpes.fr')).facts.freeGroups).toBeDefined();
  });

  test('a word that makes a screen unreadable is named, with where to remove it', () => {
    const added = { host: HOST, term: 'lifetime', label: 'Nom' } as const;
    const { facts, unreadable, mend } = read(html('groupes'), skolengoWith(HOST, [synonym, added]));
    expect(facts).toEqual({});
    expect(unreadable.join()).toContain('« Nom », ajouté pour « durée de vie »');
    expect(unreadable.join()).not.toContain('Échéance');
    expect(unreadable.join()).toContain('« Pages et vocabulaire »');
    expect(mend).toBe('own-word');
    expect(read(html('groupes'), skolengoWith(HOST, [synonym])).unreadable).toEqual([]);
  });

  test('of several words, those at fault are named, and never one of another screen', () => {
    const added = (term: Synonym['term'], label: string) => ({ host: HOST, term, label });
    const guilty = [added('lifetime', 'Nom'), added('lifetime', 'Type')];
    const innocent = [added('blocking', 'Fermeture des accès'), added('duty', 'Mission')];
    for (const [text, needed] of [[html('groupes'), []] as const, [own, [synonym]] as const]) {
      const { unreadable, mend } = read(text, skolengoWith(HOST, [...innocent, ...needed, ...guilty]));
      expect(unreadable.join()).toMatch(/:\s«\sNom\s», ajouté pour «\sdurée de vie\s»\s; «\sType\s»/);
      expect(unreadable.join()).not.toMatch(/Fermeture|Mission|Échéance/);
      expect(mend).toBe('own-word');
    }
  });

  test('a word that would hide a screen hides nothing', () => {
    const added = { host: HOST, term: 'messaging', label: 'Annuaire' } as const;
    const ent = skolengoWith(HOST, [added]);
    const document = documentOf(html('groupes'));
    expect(ent.shows?.(document, URL_)).toBe(true);
    expect(read(html('groupes'), ent).facts).toEqual(read(html('groupes')).facts);
  });

  test('a page taken for a screen by an added word alone, and not read, names the word and not the ENT', () => {
    const accueil = { host: HOST, term: 'groups', label: 'Accueil' } as const;
    const { facts, unreadable, mend } = read(html('accueil'), skolengoWith(HOST, [synonym, accueil]));
    expect(facts).toEqual({});
    expect(unreadable.join()).toContain('« Accueil », ajouté pour « écran des groupes libres »');
    expect(unreadable.join()).toContain('« Pages et vocabulaire »');
    // The word may be right, and a column be called otherwise: what was not found is still said.
    expect(unreadable.join()).toContain('« Durée de vie »');
    expect(unreadable.join()).not.toContain('Échéance');
    expect(mend).toBe('own-word');
  });

  test('a screen that changed is not blamed on the words added', () => {
    const { unreadable, mend } = read(own.replaceAll('Échéance', 'Terme'), with_(HOST));
    expect(unreadable.join()).not.toContain('ajouté');
    expect(mend).toBe('pages');
  });

  test('the words of all the others still count', () => {
    expect(read(html('groupes'), with_(HOST)).unreadable).toEqual([]);
  });
});

test('every descriptor is plain data', () => {
  for (const descriptor of screensIn(wordsFor(HOST))) {
    expect(JSON.parse(JSON.stringify(descriptor))).toEqual(descriptor);
    expect(describedPage(descriptor).id).toBe(descriptor.id);
  }
});

test('the demonstration plants a fault on a screen that exists', () => {
  expect(plantedOn(DAY).filter(({ screen }) => !Object.hasOwn(SCREENS, screen))).toEqual([]);
});

/** Every class and identifier renamed at random; what `for` and `headers` name goes with it. */
function renamed(text: string, seed: number): string {
  const unlinked = text.replaceAll(
    /<label class="form__label" for="[^"]*">|<label class="checkbox[^"]*" for="[^"]*">/g,
    '<label>',
  );
  return shuffleNames(unlinked, seed);
}

function labelIn(text: string, wordings: readonly string[]): string | undefined {
  const written = [...text.matchAll(/>([^<>\n]{2,40}?)\s*:?(?=<)/g)].map(([, words = '']) => words);
  return written.find((words) => wordings.some((one) => norm(one) === norm(words)));
}

/** Keys of forms are the words beside the field: the same in all skins, colons apart. */
function withoutKeys(facts: unknown): unknown {
  return JSON.parse(JSON.stringify(facts, (name, value) => (name === 'key' ? undefined : value)));
}
