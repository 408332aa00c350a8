// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { documentOf, savedScreens } from '@/tests/helpers/saved-screens';
import { itslearning } from '@/utils/ents/itslearning/itslearning';
import { irreversibleAt, readScreen } from '@/utils/ents/read-screen';

const SCREENS = savedScreens('itslearning');
const FORMS = SCREENS.filter(({ name }) => name.startsWith('import-users-'));
const UPDATE_ALL = 'Mettre à jour tous les utilisateurs';

function screen(name: string) {
  const found = SCREENS.find((one) => one.name === name);
  if (!found) throw new Error(`${name} n’est pas enregistré`);
  return { url: found.url, document: documentOf(found.html), html: found.html };
}

/** Every class and identifier renamed; what `for` names goes with it. */
function renamed(html: string): string {
  const names = new Map<string, string>();
  const other = (name: string) => names.set(name, names.get(name) ?? `x${names.size}`).get(name);
  return html.replace(
    /\b(class|id|for)="([^"]*)"/g,
    (_all, what: string, value: string) => `${what}="${other(value)}"`,
  );
}

describe('« Import Utilisateur CSV »', () => {
  test('there are four markups of it', () => expect(FORMS).toHaveLength(4));

  test.each(FORMS)('$name: profile and box, ticked or not, classes and ids renamed too', ({ html, url }) => {
    for (const page of [html, renamed(html)])
      for (const ticked of [true, false]) {
        const document = documentOf(page);
        const box = document.querySelector<HTMLInputElement>('input[type="checkbox"]');
        if (box) box.checked = ticked;
        const { facts } = readScreen(itslearning, document, url);
        expect(facts.importForm?.items).toMatchObject([{ updateAll: ticked, profile: 'Enseignants' }]);
        expect(facts.importForm?.items[0]).not.toHaveProperty('fileChosen');
      }
  });

  test.each(FORMS)(
    '$name: the button that sends the file, and nothing else, cannot be undone',
    ({ html, url }) => {
      const document = documentOf(html);
      const at = (target: Element | null) => target && irreversibleAt(itslearning, target, document, url);
      const button = document.querySelector('form button, form input[type="submit"]');
      expect(at(button)).toEqual({ action: 'import-file', key: UPDATE_ALL });
      expect(at(button?.firstElementChild ?? button)).toEqual({ action: 'import-file', key: UPDATE_ALL });
      for (const harmless of [
        'select',
        'input[type="file"]',
        'input[type="checkbox"]',
        'a[href="#guide"]',
        'h1',
      ])
        expect(at(document.querySelector(harmless)), harmless).toBeUndefined();
      button?.insertAdjacentHTML('afterend', '<button id="cancel">Annuler</button>');
      expect(at(document.querySelector('#cancel'))).toBeUndefined();
    },
  );

  test('the name of the file chosen is read', () => {
    const { document, url } = screen('import-users-ccl');
    const field = document.querySelector('input[type="file"]') as HTMLInputElement;
    Object.defineProperty(field, 'files', { value: [{ name: '0019901G_Parent.csv' }] });
    const { facts } = readScreen(itslearning, document, url);
    expect(facts.importForm?.items).toMatchObject([{ fileChosen: '0019901G_Parent.csv' }]);
  });

  test.each([
    [
      'two boxes of that name',
      (html: string) =>
        html.replace('</form>', `<label><input type="checkbox"> ${UPDATE_ALL}</label></form>`),
      'case',
    ],
    ['two file fields', (html: string) => html.replace('</form>', '<input type="file"></form>'), 'fichier'],
    ['no file field', (html: string) => html.replace(/<input type="file"[^>]*>/, ''), 'fichier'],
  ])('%s: refused out loud', (_what, change, word) => {
    const { html, url } = screen('import-users-responsive');
    const { facts, unreadable } = readScreen(itslearning, documentOf(change(html)), url);
    expect(facts).toEqual({});
    expect(unreadable.join()).toContain(word);
  });
});

describe('« Suivi synchro »', () => {
  const facts = (name: string) => {
    const { document, url } = screen(name);
    return readScreen(itslearning, document, url).facts.synchronisations;
  };

  test('the same report from the four markups, on the platform’s host or another', () => {
    const [first, ...others] = ['ccl', 'listing', 'responsive', 'ngtable', 'other-host'].map((skin) =>
      facts(`synchros-${skin}`),
    );
    expect(
      first?.items.map(({ profile, created, updated, deleted }) => [profile, created, updated, deleted]),
    ).toEqual([
      ['Elèves', 140, 441, 161],
      ['Parents', 98, 702, 0],
      ['Enseignants', 2, 40, 4],
    ]);
    for (const other of others) expect(other).toEqual(first);
  });

  test('a page of several is never complete', () => {
    expect(facts('synchros-page-2')).toMatchObject({ complete: false, read: { shown: 3, total: 139 } });
  });

  test('a cell that is no number is unknown, not zero', () => {
    const { html, url } = screen('synchros-ccl');
    const document = documentOf(html.replace('<td>161</td>', '<td>en cours</td>'));
    expect(readScreen(itslearning, document, url).facts.synchronisations?.items[0]).not.toHaveProperty(
      'deleted',
    );
  });

  test('the school is the one that the screen names with its UAI', () => {
    const { document, url } = screen('synchros-ngtable');
    expect(itslearning.school(document, url)).toEqual({
      id: '0019901G',
      uai: '0019901G',
      name: 'Collège Rosa-Bonheur',
    });
    const shell = screen('shell');
    expect(itslearning.school(shell.document, shell.url)).toBeUndefined();
  });
});
