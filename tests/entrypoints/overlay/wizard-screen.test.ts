// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { Sight, Told } from '@/entrypoints/overlay/companion';
import { wizardScreen } from '@/entrypoints/overlay/wizard-screen';
import { importPerson, importRun, wizardRow } from '@/tests/helpers/import-facts';
import { strategy } from '@/tests/helpers/itslearning-facts';
import { complete, onPage, partial } from '@/tests/helpers/test-rule';
import { typographyFaults } from '@/tests/helpers/typography';
import type { Facts } from '@/utils/core/facts';
import { itslearning } from '@/utils/ents/itslearning/itslearning';
import type { KeptWizard } from '@/utils/wizard-messages';

let kept: KeptWizard | null = null;
vi.mock('@/utils/messages', () => ({
  send: vi.fn(async (name: string, carries: { kept: KeptWizard }) => {
    if (name === 'wizard/keep') kept = structuredClone(carries.kept);
    return name === 'wizard/recall' ? kept : null;
  }),
}));
beforeEach(() => {
  kept = null;
});

function onScreens(...screens: Facts[]): Facts {
  const companion = wizardScreen(itslearning, document, {
    changed: vi.fn(),
    failed: vi.fn(),
  } as unknown as Told);
  return screens.reduce<Facts>((_last, shown) => companion.facts?.({ shown } as Sight) ?? {}, {});
}

test('what is no part of the wizard is left to others', () => {
  expect(onScreens({ strategies: complete(strategy('Dépôt')) })).toEqual({});
});

test('a recap is whole when the history, before it, showed that its import is the last one', () => {
  const [date, other] = ['11/10/2026 10:32', '01/09/2026 08:00'];
  const history: Facts = { latestImports: complete(importRun(date, { latest: true })) };
  const recap = (of: string): Facts => ({ importRecaps: partial(importRun(of, { counts: [] })) });
  expect(onScreens(recap(date)).importRecaps?.complete).toBe(false);
  expect(onScreens(history, recap(other)).importRecaps?.complete).toBe(false);
  expect(onScreens(history, recap(date)).importRecaps?.complete).toBe(true);
});

test('what is left to leaf through of a step is said, and nothing once all of it was', () => {
  const companion = wizardScreen(itslearning, document, {
    changed: vi.fn(),
    failed: vi.fn(),
  } as unknown as Told);
  const lines = (shown: Facts) => companion.view?.({ shown } as Sight).import?.lines ?? [];
  companion.facts?.({ shown: courses(1) } as Sight);
  expect(lines(courses(1)).join()).toContain('Une page lue sur 2');
  expect(typographyFaults(lines(courses(1)).join())).toEqual([]);
  expect(lines(courses(2))).toEqual([]);
});

/** Each screen on a page of its own, as where every step is loaded anew. */
async function reloading(...screens: Facts[]): Promise<Facts> {
  let facts: Facts = {};
  for (const shown of screens) {
    const changed = vi.fn();
    const companion = wizardScreen(itslearning, document, { changed, failed: vi.fn() } as unknown as Told);
    const sight = { shown } as Sight;
    const look = () => {
      facts = companion.facts?.(sight) ?? {};
      companion.look?.(sight);
    };
    look();
    await vi.waitFor(() => expect(changed).toHaveBeenCalled());
    look();
  }
  return facts;
}
const FILE: Facts = { importFiles: complete({ at: onPage('x'), uai: '0490856P', keyPresent: false }) };
const UPLOAD: Facts = { timetableUploads: complete({ at: onPage('y') }) };
const step = (list: 'courses' | 'pupils', page: number, pages = 2): Facts => ({
  wizardSteps: complete({ at: onPage(list), list, title: list, shown: 1, page, pages }),
});
const courses = (page: number): Facts => ({
  ...step('courses', page),
  wizardRows: partial(wizardRow('courses', `SVT - 3${page}`, 'on')),
});
const pupils = (page: number): Facts => ({
  ...step('pupils', page),
  importPeople: partial(importPerson(`A ${page}`, 'yes', 'pupil')),
});

test('what the school code’s step said, and the pages leafed through, outlive a reload at every step', async () => {
  const last = await reloading(FILE, courses(1), courses(2));
  expect(last.importFiles).toEqual(FILE.importFiles);
  expect(last.wizardRows).toMatchObject({ complete: true, read: { shown: 2, total: 2 } });
  expect((await reloading(pupils(1), pupils(2))).importPeople?.items).toHaveLength(2);
});

test('the history’s last import is still known on the page of its recap', async () => {
  const date = '11/10/2026 10:32';
  const last = await reloading(
    { latestImports: complete(importRun(date, { latest: true })) },
    { importRecaps: partial(importRun(date, { counts: [] })) },
  );
  expect(last.importRecaps?.complete).toBe(true);
});

test('a new file takes nothing of the import before', async () => {
  const other: Facts = { importFiles: complete({ at: onPage('x'), uai: '0490001B' }) };
  expect((await reloading(FILE, courses(1), other, courses(2))).importFiles).toEqual(other.importFiles);
  expect((await reloading(FILE, courses(1), other, courses(2))).wizardRows?.complete).toBe(false);
  expect((await reloading(FILE, courses(1), UPLOAD, courses(2))).importFiles).toBeUndefined();
});
