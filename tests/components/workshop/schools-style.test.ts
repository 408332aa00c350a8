import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const CSS = readFileSync('components/workshop/schools/schools.css', 'utf8');
const inMedia = (query: string) => CSS.slice(CSS.indexOf(`@media ${query}`)).split(/\n}\n/)[0] ?? '';

test('nothing that is given back to the screen by a stronger rule is printed', () => {
  const print = inMedia('print');
  expect(CSS).toContain('.workshop .schools .exchange {\n  display: grid');
  expect(print).toMatch(/\.workshop \.schools \.no-print[^}]*display: none/);
  expect(print).toMatch(/\.said\)[^}]*display: none/);
});

test('a name too long for its column is printed whole', () => {
  expect(inMedia('print')).toMatch(/\.windowed tbody [^{]*\.link[^}]*white-space: normal/);
});

test('on a telephone, the cells of a comparison stand below their heading', () => {
  expect(inMedia('(max-width: 560px)')).toMatch(/\.changes tbody [^{]*\{\s*display: block;\s*min-width: 0/);
});

test('the tables of the dossier and of the state leave those of the board as they are, once all are opened', () => {
  const css = readFileSync('components/workshop/dossier/dossier.css', 'utf8');
  expect(css).toContain('.workshop :is(.dossiers, .detectors) .scrolls .numbers {');
  expect(css).not.toMatch(/^\s*\.workshop \.scrolls/m);
});
