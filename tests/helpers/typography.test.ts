import { describe, expect, test } from 'vitest';
import { typographyFaults } from './typography';

const NBSP = '\u00A0';
const THIN = '\u202F';

describe('a well set text has no fault', () => {
  test.each([
    `Ouvrir «${NBSP}Groupes${NBSP}», puis «${NBSP}Supprimer${NBSP}».`,
    `L’année${NBSP}: à purger${THIN}; vraiment${THIN}?`,
    'Le cours commence à 10:30, voir https://exemple.fr.',
    '',
  ])('%s', (text) => expect(typographyFaults(text)).toEqual([]));
});

describe('each fault is named', () => {
  test.each([
    ["l'année", /apostrophe/],
    ['le "groupe"', /guillemets/],
    ['« Groupes »', /insécable \(U\+00A0\)/],
    ['purger : oui', /: doit/],
    ['vraiment ?', /fine insécable/],
    [`vraiment${NBSP}?`, /fine insécable/],
    ['la suite...', /…/],
    ['deux  espaces', /deux espaces/],
    ['fin ', /début ou à la fin/],
  ])('%s', (text, what) => {
    expect(
      typographyFaults(text)
        .map((fault) => fault.what)
        .join('\n'),
    ).toMatch(what);
  });
});
