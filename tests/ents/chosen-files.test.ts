// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { edifice } from '@/utils/ents/edifice/edifice';
import { importWizardPage } from '@/utils/ents/edifice/import-wizard-page';
import { importUsersPage } from '@/utils/ents/itslearning/import-users-page';
import { itslearning } from '@/utils/ents/itslearning/itslearning';
import type { Ent } from '@/utils/ents/page';
import { chosenFilesOn } from '@/utils/ents/read-screen';

const WIZARD = new URL('https://enthdf.fr/admin/s1/imports-exports/import-csv');

/** A field that holds a file: no script can fill one in. */
function hold(field: Element | null, name: string): void {
  Object.defineProperty(field, 'files', { value: [new File(['a'], name)] });
}

function show(html: string): void {
  document.body.innerHTML = html;
}

const field = (name: string) => document.querySelector(`input[name="${name}"]`);

const found = (ent: Ent, url: URL) =>
  chosenFilesOn(ent, document, url).map(({ file, roles }) => [file.name, roles]);

const profile = (name: string, ticked = true) =>
  `<input type="checkbox" name="${name}CB" ${ticked ? 'checked' : ''}><input type="file" name="${name}">`;

test('Edifice: one file a profile, of the profiles that are still ticked', () => {
  show(`<ode-import-csv><ode-wizard>
    ${profile('Student')}${profile('Teacher')}${profile('Personnel', false)}${profile('Guest')}
  </ode-wizard></ode-import-csv>`);
  hold(field('Student'), 'eleves.csv');
  hold(field('Teacher'), 'enseignants.csv');
  hold(field('Personnel'), 'personnels.csv');
  expect(found(edifice, WIZARD)).toEqual([
    ['eleves.csv', ['pupil']],
    ['enseignants.csv', ['teacher']],
  ]);
  expect(found(edifice, new URL('https://enthdf.fr/admin/s1/users'))).toEqual([]);
});

test('Edifice: the lines of the report name people whom nothing else reads', () => {
  show(`<ode-import-csv><ode-wizard><ode-step class="active"><table class="report"><thead><tr><th>Nom</th></tr></thead>
    <tbody><tr><td><input name="lastName" value="EXEMPLE"></td></tr></tbody></table></ode-step></ode-wizard></ode-import-csv>`);
  const named = [...(importWizardPage.named?.(document) ?? [])];
  expect(named.some((element) => element.contains(document.querySelector('[name="lastName"]')))).toBe(true);
});

test('Edifice: the step that imports is irreversible whatever the boxes, and says which', () => {
  const box = (name: string) => `<input type="checkbox" name="${name}">`;
  show(`<ode-import-csv><ode-wizard><ode-step class="active"><table class="report"></table></ode-step>
    ${box('predeleteOption')}${box('transitionOption')}
    <button class="wizard-content-nav__button--next">Suivant</button></ode-wizard></ode-import-csv>`);
  const at = () =>
    importWizardPage.irreversible?.(document.querySelector('button') as Element, document, WIZARD);
  expect(at()).toEqual({ action: 'import-file', key: '' });
  (field('predeleteOption') as HTMLInputElement).checked = true;
  expect(at()?.action).toBe('import-with-predeletion');
  (field('transitionOption') as HTMLInputElement).checked = true;
  expect(at()?.action).toBe('import-with-transition');
  document.querySelector('ode-step')?.classList.remove('active');
  expect(at()).toBeUndefined();
});

const form = (choice: string) => `<h1>Import Utilisateur CSV</h1><form>
  <label for="p">Profil</label><select id="p"><option selected>${choice}</option></select>
  <input type="file" name="fichier"></form>`;

test.each([
  ['Elèves + Parents', ['pupil', 'parent']],
  ['Elève seul', ['pupil']],
  ['Enseignants', ['teacher']],
  ['Formateurs', ['teacher']],
  ['Personnel Administratif', ['staff']],
  ['Autre profil', undefined],
])('itslearning: « %s » says of whom the file is', (choice, roles) => {
  show(form(choice));
  hold(field('fichier'), 'a.csv');
  expect(found(itslearning, new URL('https://a.itslearning.com/'))).toEqual([['a.csv', roles]]);
});

test('itslearning: no file is guessed among several fields, nor where none is chosen', () => {
  show(form('Enseignants'));
  expect(importUsersPage.chosenFiles?.(document)).toEqual([]);
  show(`${form('Enseignants')}<input type="file" name="other">`);
  hold(field('fichier'), 'a.csv');
  expect(importUsersPage.chosenFiles?.(document)).toEqual([]);
});
