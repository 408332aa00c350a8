// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { saidValues } from '@/utils/reading/said-value';

const read = (html: string, label: string | string[] = 'Fichier encrypté') => {
  document.body.innerHTML = html;
  return saidValues(document.body, label).map(({ value }) => value);
};

describe('a value after its label', () => {
  test.each([
    ['one text', '<p>Fichier encrypté : false</p>'],
    ['a colon against the word', '<p>Fichier encrypté: false</p>'],
    ['without accents', '<p>Fichier encrypte : false</p>'],
    ['two cells', '<table><tr><td>Fichier encrypté :</td><td>false</td></tr></table>'],
    ['a term and its definition', '<dl><dt>Fichier encrypté</dt><dd>false</dd></dl>'],
    ['the value in bold', '<p>Fichier encrypté : <b>false</b></p>'],
    ['a colon of its own', '<span>Fichier encrypté</span><span> : </span><span>false</span>'],
    ['no colon at all', '<div>Fichier encrypté false</div>'],
    ['lines of one paragraph', '<p>Nom : x<br>Fichier encrypté : false<br>Clé : true</p>'],
  ])('%s', (_name, html) => expect(read(html)).toEqual(['false']));

  test.each([
    ['both in one line of their own', '<p id="line"><span>Fichier encrypté :</span> <b>false</b></p>'],
    ['two cells of a row', '<table><tr id="line"><td>Fichier encrypté :</td><td>false</td></tr></table>'],
    [
      'a line that says more',
      '<p><span id="line">Fichier encrypté :</span> <b>false</b> et bien plus encore</p>',
    ],
    ['in one piece', '<p id="line">Fichier encrypté : false</p>'],
  ])('%s: the line that a mark may stand beside without covering the value', (_name, html) => {
    document.body.innerHTML = html;
    expect(saidValues(document.body, 'Fichier encrypté')[0]?.line.id).toBe('line');
  });

  test('a longer word, a hidden text and a long text are not the label', () => {
    expect(read('<p>Fichier encryptés : false</p>')).toEqual([]);
    expect(read('<p hidden>Fichier encrypté : false</p>')).toEqual([]);
    expect(read(`<p>Fichier encrypté ${'et puis '.repeat(60)}</p>`)).toEqual([]);
  });

  test('any of the wordings, each place that says it, and the label as it is written', () => {
    const labels = ['Apprenants non réconciliés', 'Unreconciled students'];
    expect(read('<p>Apprenants non réconciliés : 405</p><p>Unreconciled students: 3</p>', labels)).toEqual([
      '405',
      '3',
    ]);
    const [said] = saidValues(document.body, labels);
    expect(said?.label).toBe('Apprenants non réconciliés');
    expect(said?.element.tagName).toBe('P');
  });

  test('a label that is last has no value', () => expect(read('<p>Fichier encrypté :</p>')).toEqual(['']));
});
