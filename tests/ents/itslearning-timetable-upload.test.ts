// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { documentOf } from '@/tests/helpers/saved-screens';
import { itslearning } from '@/utils/ents/itslearning/itslearning';
import { irreversibleAt, placesOn, readScreen } from '@/utils/ents/read-screen';

const URL_OF_MODULE = new URL('https://modules.itslfr-aws.com/import-edt');

/** The step of the file in the markups of the platform: what it says is the same (source 001 §3.3). */
const MARKUPS: Record<string, string> = {
  'labels and submits': `<form><div class="itsl-formbox"><label for="a">Ajouter un fichier</label>
    <input type="file" id="a"></div><input type="submit" value="importer"> <input type="submit" value="Annuler"></form>`,
  'cells without labels': `<form><table><tr><td>Ajouter un fichier&nbsp;:</td><td><input type="file"></td></tr></table>
    <input type="submit" value="Importer"> <input type="submit" value="Annuler"></form>`,
  'a button over a hidden field': `<form><button type="button">Ajouter un fichier</button><input type="file" style="display:none">
    <button class="ccl-button"><span>importer</span></button> <button>Annuler</button></form>`,
  'no form at all': `<div><span>Ajouter un fichier :</span> <input type="file"></div>
    <a role="button" href="#">Importer</a> <a href="#">Annuler</a>`,
};

const screen = (body: string) =>
  documentOf(`<!doctype html><title>Import EDT</title><h1>Import EDT</h1>${body}`);

describe.each(Object.entries(MARKUPS))('%s', (_name, body) => {
  const document = screen(body);

  test('the form of the file is read, and found again', () => {
    const { facts, unreadable } = readScreen(itslearning, document, URL_OF_MODULE);
    expect(unreadable).toEqual([]);
    const [upload] = facts.timetableUploads?.items ?? [];
    expect(upload).toEqual({
      at: { in: 'page', page: 'itslearning/import-edt', key: 'Ajouter un fichier' },
    });
    const place = placesOn(itslearning, document, URL_OF_MODULE).get('itslearning/import-edt');
    expect(place?.get('Ajouter un fichier')).toBeDefined();
  });

  test('the button that sends the file, and nothing else, cannot be undone', () => {
    const clickable = [...document.querySelectorAll('button, a, input')];
    const held = clickable.filter((one) => irreversibleAt(itslearning, one, document, URL_OF_MODULE));
    expect(held.map((one) => one.textContent?.trim() || one.getAttribute('value'))).toEqual([
      expect.stringMatching(/^importer$/i),
    ]);
  });
});

test('with two fields of files nobody knows which is the timetable: nothing is said of either', () => {
  const document = screen(`${MARKUPS['no form at all']}<input type="file">`);
  expect(readScreen(itslearning, document, URL_OF_MODULE).facts).toEqual({});
  const [button] = document.querySelectorAll('[role="button"]');
  expect(button && irreversibleAt(itslearning, button, document, URL_OF_MODULE)).toBeUndefined();
});

test('before « Import Manuel » there is no file to speak of', () => {
  const document = screen('<select><option>Collège</option></select><button>Import Manuel</button>');
  const { facts, unreadable } = readScreen(itslearning, document, URL_OF_MODULE);
  expect([facts, unreadable]).toEqual([{}, []]);
});
