// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { documentOf } from '@/tests/helpers/saved-screens';
import type { Facts } from '@/utils/core/facts';
import { itslearning } from '@/utils/ents/itslearning/itslearning';
import { readScreen } from '@/utils/ents/read-screen';
import { consoleOf } from './console-model';
import { consoleScreen } from './console-screens';
import { inventSchool } from './school';
import { SKINS, type Skin } from './skins';

const DAY = '2026-11-23';
const SCREENS = ['cours', 'strategies', 'hierarchie', 'strategie&rang=1', 'strategie&rang=3'];

function read(screen: string, skin: Skin, kind: 'college' | 'lycee' = 'college', load = 1) {
  const school = inventSchool(kind, 2025);
  const url = new URL(`https://demo.itslearning.com/ecran.aspx?page=${screen}&skin=${skin}`);
  const html = consoleScreen(url, school, consoleOf(school, DAY), load);
  // The browser asks for what a page links to; here, nothing answers.
  const alone = (html ?? '').replace(/<link[^>]*>|<iframe.*?<\/iframe>/gs, '');
  return readScreen(itslearning, documentOf(alone), url);
}

/** What was read, without what a markup may leave unsaid: how many there are beyond the page. */
function said(facts: Facts) {
  return Object.fromEntries(
    Object.entries(facts).map(([name, { items, complete }]) => [
      name,
      {
        complete,
        items: (items as readonly object[]).map((item) => ({ ...item, at: undefined, total: undefined })),
      },
    ]),
  );
}

describe.each(SCREENS)('%s', (screen) => {
  const ordinary = read(screen, 'ccl');

  test.each(SKINS)('is read the same in %s, in French and in English, whatever the identifiers', (skin) => {
    expect(ordinary.unreadable).toEqual([]);
    for (const language of ['fr', 'en']) {
      const { facts, unreadable, pages } = read(`${screen}&lang=${language}`, skin, 'college', 5);
      expect(unreadable).toEqual([]);
      expect(pages).toEqual(ordinary.pages);
      expect(said(facts)).toEqual(said(ordinary.facts));
    }
  });
});

test('15 courses out of 139 are never the whole list', () => {
  for (const skin of SKINS) {
    const { courses } = read('cours', skin).facts;
    expect(courses).toMatchObject({ complete: false, read: { shown: 15, total: 139 } });
  }
});

test('a console of two schools says whose each line is', () => {
  const { courses, strategyUsers } = read('cours', 'listing', 'lycee').facts;
  expect(courses?.complete).toBe(true);
  expect(new Set(courses?.items.map(({ organisation }) => organisation)).size).toBe(2);
  expect(strategyUsers).toBeUndefined();
});
