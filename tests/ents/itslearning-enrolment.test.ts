// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { documentOf } from '@/tests/helpers/saved-screens';
import { MARKUPS } from '@/tests/reading/markups';
import { itslearning } from '@/utils/ents/itslearning/itslearning';

/** Source 001 §4.3: a box, nine columns, and the row's own « Inscription ». */
const HEADERS = ['', 'Intitulé', 'Organisation', 'Créé par', 'Participants', ''];
const row = (title: string, organisation: string, ticked = false, link = 'Inscription') => [
  `<input type="checkbox"${ticked ? ' checked' : ''}>`,
  title,
  organisation,
  'Intégration',
  '27',
  `<a href="#${title}" class="own">${link}</a> <a href="#">Imprimer les événements du calendrier</a>`,
];
const TOOLBAR =
  '<ul><li><a id="in" href="#">Inscription</a></li><li><button id="out"><span>Désinscription</span></button></li><li><a id="add" href="#">Ajouter un cours</a></li></ul>';

function listed(markup: string, rows: string[][]) {
  const draw = MARKUPS[markup];
  if (!draw) throw new Error(markup);
  const document = documentOf(`${TOOLBAR}${draw({ headers: HEADERS, rows })}`);
  return (selector: string, at = 0) => {
    const target = document.querySelectorAll(selector)[at];
    if (!target) throw new Error(selector);
    return itslearning.enrolmentAt?.(target.firstElementChild ?? target, document);
  };
}

const MOLIERE = { course: 'TECHNOLOGIE - 4B', organisation: 'COLLEGE MOLIERE (49-BEAUFORT EN VALLEE)' };
const DEBUSSY = { course: 'TECHNOLOGIE - 4B', organisation: 'COLLEGE CLAUDE DEBUSSY (44-NANTES)' };
const ROWS = [MOLIERE, DEBUSSY].map(({ course, organisation }) => row(course, organisation));

describe.each(['table with thead', 'headers in tbody', 'ARIA grid', 'div grid'])('%s', (markup) => {
  test('the link of a row is about that row, the same title elsewhere is not', () => {
    expect(listed(markup, ROWS)('.own', 1)).toEqual({ what: 'enrol', courses: [DEBUSSY] });
  });

  test('the buttons above are about the rows that are ticked', () => {
    const rows = [row(MOLIERE.course, MOLIERE.organisation, true), ...ROWS.slice(1)];
    expect(listed(markup, rows)('#in')).toEqual({ what: 'enrol', courses: [MOLIERE] });
    expect(listed(markup, rows)('#out')).toEqual({ what: 'leave', courses: [MOLIERE] });
  });

  test('nothing ticked, another button, another link, a button that is off: nothing', () => {
    const at = listed(markup, ROWS);
    for (const one of ['#in', '#out', '#add', 'a[href="#"]:not([id])']) expect(at(one), one).toBeUndefined();
  });
});

test('« Désinscription » of a row, and the English words', () => {
  const rows = [row('SVT - 4 A', '', false, 'Désinscription'), row('SVT - 4 B', '', false, 'Enrol')];
  const at = listed('table with thead', rows);
  expect(at('.own', 0)).toEqual({ what: 'leave', courses: [{ course: 'SVT - 4 A', organisation: '' }] });
  expect(at('.own', 1)).toMatchObject({ what: 'enrol' });
});

test('outside a list of courses, the same word means something else', () => {
  const document = documentOf('<a id="in" href="#">Inscription</a><table><tr><th>Nom</th></tr></table>');
  const target = document.querySelector('#in') as Element;
  expect(itslearning.enrolmentAt?.(target, document)).toBeUndefined();
});
