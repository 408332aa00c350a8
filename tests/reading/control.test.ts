// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { documentOf } from '@/tests/helpers/saved-screens';
import { findControl, findControls } from '@/utils/reading/control';

const page = (html: string) => documentOf(`<!doctype html><body>${html}</body>`);
const BOX = '<input type="checkbox" checked>';
const UPDATE = 'Mettre à jour tous les utilisateurs';
const WARNING =
  '(«\u00A0Attention, les utilisateurs non présents dans votre fichier seront supprimés de l’ENT\u00A0»)';

describe('a box and the words that name it', () => {
  test.each([
    ['label for', `<label for="a">${UPDATE}</label><p><input id="a" type="checkbox" checked></p>`],
    ['label around', `<label>${BOX} ${UPDATE}</label>`],
    ['label around, warning included', `<label>${BOX} ${UPDATE} <em>${WARNING}</em></label>`],
    ['words after', `<p>${BOX}&nbsp;${UPDATE}</p>`],
    ['words before', `<div><span>${UPDATE}</span> : ${BOX}</div>`],
    ['cell after', `<table><tr><td>${BOX}</td><td>${UPDATE}</td></tr></table>`],
    ['cell before', `<table><tr><td>${UPDATE}&nbsp;:</td><td><span>${BOX}</span></td></tr></table>`],
    ['aria-label', `<input type="checkbox" checked aria-label="${UPDATE}">`],
    ['aria-labelledby', `<b id="x">${UPDATE}</b><i>${BOX.replace('>', ' aria-labelledby="x">')}</i>`],
    ['title', `<input type="checkbox" checked title="${UPDATE}">`],
    ['role', `<div><span role="checkbox" aria-checked="true"></span><span>${UPDATE}</span></div>`],
    ['no accents', `<label>${BOX} METTRE A JOUR TOUS LES UTILISATEURS</label>`],
  ])('%s', (_how, html) => {
    expect(findControl(page(html), UPDATE)).toMatchObject({ kind: 'checkbox', checked: true });
    const off = html.replace(' checked', '').replace('aria-checked="true"', 'aria-checked="false"');
    expect(findControl(page(off), UPDATE)).toMatchObject({ checked: false });
  });

  test('each of two boxes on one line has its own words', () => {
    const root = page(`<p>${BOX} Enseignants <input type="checkbox"> Parents</p>`);
    expect(findControl(root, 'Enseignants')?.checked).toBe(true);
    expect(findControl(root, 'Parents')?.checked).toBe(false);
  });

  test('words stop at the next box', () => {
    const root = page(`<p>${BOX} Parents <input type="checkbox"> Parents et élèves</p>`);
    expect(findControl(root, 'Parents')?.checked).toBe(true);
    expect(findControl(root, 'Parents et élèves')?.checked).toBe(false);
  });

  test('the words of a neighbour’s box are not taken', () => {
    const root = page(`<p><label>${BOX} ${UPDATE}</label> <input type="checkbox" title="autre"></p>`);
    expect(findControls(root, UPDATE)).toHaveLength(1);
  });

  test('two boxes of one name: neither is certain', () => {
    const root = page(`<label>${BOX} ${UPDATE}</label><label>${BOX} ${UPDATE}</label>`);
    expect(findControl(root, UPDATE)).toBeUndefined();
    expect(findControls(root, UPDATE)).toHaveLength(2);
  });

  test('a sentence that only mentions the box is not its label', () => {
    expect(
      findControl(page(`<label>${BOX} Ne jamais ${UPDATE.toLowerCase()}</label>`), UPDATE),
    ).toBeUndefined();
  });
});

describe('what controls hold', () => {
  const FORM = page(
    '<table><tr><td>Durée de vie :</td><td><select><option>Limitée à l’année scolaire</option><option selected>Non limitée</option></select></td></tr></table>' +
      '<div>Nom du cours ou code <input value="LATIN"></div><label>Fichier <input type="file"></label>' +
      '<fieldset><legend>Filtrer par</legend><input type="radio" name="f" id="a"><label for="a">Cours actifs</label>' +
      '<input type="radio" name="f" id="b" checked><label for="b">Cours archivés</label></fieldset>' +
      '<button>Importer</button><input type="submit" value="Extraire" disabled>',
  );

  test.each([
    ['Durée de vie', { kind: 'select', value: 'Non limitée' }],
    ['Nom du cours ou code', { kind: 'text', value: 'LATIN' }],
    ['Fichier', { kind: 'file', value: '' }],
    ['Cours actifs', { kind: 'radio', checked: false }],
    ['Cours archivés', { kind: 'radio', checked: true }],
    ['Importer', { kind: 'button', disabled: false }],
    ['Extraire', { kind: 'button', disabled: true }],
  ])('%s', (label, expected) => {
    expect(findControl(FORM, label)).toMatchObject(expected);
  });

  test('the choice made is read, wherever it stands in the list', () => {
    const options = ['Élèves', 'Parents', 'Enseignants', 'Personnels'];
    for (const chosen of options) {
      const html = options
        .map((text) => `<option${text === chosen ? ' selected' : ''}>${text}</option>`)
        .join('');
      expect(findControl(page(`<label>Profil <select>${html}</select></label>`), 'Profil')?.value).toBe(
        chosen,
      );
    }
  });

  test('a kind narrows the search', () => {
    expect(findControl(FORM, 'Importer', 'checkbox')).toBeUndefined();
  });

  test('a dressed-up list of choices keeps its value in the hidden one', () => {
    const root = page(
      '<div class="form__control"><span class="form__label">Profil</span><div class="choices"><div class="choices__inner">' +
        '<select hidden tabindex="-1" multiple><option selected>Élève</option><option selected>Parent</option></select>' +
        '<div class="choices__list"><div class="choices__item">Élève</div></div><input type="search" class="choices__input"></div></div></div>',
    );
    expect(findControl(root, 'Profil', 'select')).toMatchObject({ value: 'Élève, Parent' });
  });
});
