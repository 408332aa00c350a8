// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { documentOf } from '@/tests/helpers/saved-screens';
import { audit } from '@/utils/core/audit';
import { contextOn } from '@/utils/core/context';
import type { Facts } from '@/utils/core/facts';
import { itslearning } from '@/utils/ents/itslearning/itslearning';
import { readScreen } from '@/utils/ents/read-screen';
import { listedPeople } from '@/utils/files/listed-people';
import { openReference } from '@/utils/import-control';
import { standingsOf } from '@/utils/matching/standings';
import { ITSLEARNING_RULES } from '@/utils/rules/lists/itslearning';
import { plantedLines } from './console-manifest';
import { consoleOf } from './console-model';
import { consoleScreen } from './console-screens';
import { exportedFile } from './manifest';
import { inventSchool } from './school';
import { SKINS, type Skin } from './skins';

const DAY = '2026-11-23';
const SCREENS = ['cours', 'strategies', 'hierarchie', 'strategie&rang=1', 'strategie&rang=3'];

function read(screen: string, skin: Skin, kind: 'college' | 'lycee' = 'college', load = 1, day = DAY) {
  const school = inventSchool(kind, 2025);
  const url = new URL(`https://demo.itslearning.com/ecran.aspx?page=${screen}&skin=${skin}`);
  const html = consoleScreen(url, school, consoleOf(school, day), load);
  // The browser asks for what a page links to; here, nothing answers.
  const alone = (html ?? '').replace(/<link[^>]*>| src="[^"]*"/gs, '');
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

const EXPORTS = openReference(
  (['Parent', 'Teacher', 'Personal'] as const).map((profile) => exportedFile('college', profile)),
  [],
);
const WHO = { ...listedPeople(EXPORTS.rosters), seen: new Set<string>() };

/** Adds what the exports say of the people on the screen, as the background does. */
function compared(facts: Facts): Facts {
  const users = facts.strategyUsers?.items;
  if (!facts.strategies || !users) return facts;
  const standings = standingsOf(users, WHO, () => undefined);
  const at = { in: 'file', file: '', line: 1 } as const;
  return {
    ...facts,
    referenceLists: { items: [{ at, state: 'ready', says: 'liste' }], complete: true },
    presences: {
      items: users.map((user, index) => ({ at: user.at, status: 'present', ...standings[index] })),
      complete: true,
    },
  };
}

describe.each(SKINS)('planted faults in %s', (skin) => {
  test.each([
    ['cours', '2026-11-23', 'fr'],
    ['cours', '2026-11-23', 'en'],
    ['cours', '2026-08-12', 'fr'],
    ['strategies', '2026-11-23', 'fr'],
    ['strategies', '2026-11-23', 'en'],
    ['hierarchie', '2026-11-23', 'fr'],
    ['hierarchie', '2026-08-12', 'en'],
  ])('%s on %s (%s): all of them, and nothing else', (screen, day, language) => {
    const { facts } = read(`${screen}&lang=${language}`, skin, 'college', 1, day);
    const context = contextOn(new Date(`${day}T12:00:00`), { ent: 'itslearning' });
    const found = audit(Object.values(ITSLEARNING_RULES), compared(facts), context).flatMap(
      ({ rule, flags, error }) => {
        expect(error).toBeUndefined();
        const listed = flags.filter(({ cardOnly }) => !cardOnly);
        return listed.map(({ subject, review }) => `${rule} ${subject} ${review ? 'review' : 'violation'}`);
      },
    );
    const planted = plantedLines(inventSchool('college', 2025), day)
      .filter((one) => one.screen === screen && one.expected !== 'none')
      .map(({ rule, subject, expected }) => `${rule} ${subject} ${expected}`);
    expect(found.sort()).toEqual(planted.sort());
  });
});

test('the manifest speaks of lines that the screens show', () => {
  const school = inventSchool('college', 2025);
  for (const { screen, subject, expected } of plantedLines(school, DAY)) {
    if (screen === 'hierarchie' && subject.startsWith('Responsables')) continue;
    const { facts } = read(screen, 'ccl');
    expect(JSON.stringify(facts), `${subject}, ${expected}`).toContain(subject);
  }
});
