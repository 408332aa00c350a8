import { expect, test } from 'vitest';
import { wizardPages } from '@/entrypoints/overlay/wizard-pages';
import { importPerson, wizardRow } from '@/tests/helpers/import-facts';
import type { Facts } from '@/utils/core/facts';

const at = (key: string) => ({ in: 'page', page: 'itslearning/import-edt-steps', key }) as const;

function leaf(page: number | undefined, pages: number, names: string[], state: 'on' | 'off' = 'on'): Facts {
  const title = 'Sélection des cours';
  return {
    wizardRows: {
      items: names.map((name) => wizardRow('courses', name, state)),
      complete: pages === 1,
      read: { shown: names.length, pages: { seen: 1, of: pages } },
    },
    wizardSteps: {
      items: [{ at: at(title), list: 'courses', title, shown: names.length, pages, ...(page && { page }) }],
      complete: true,
    },
  };
}
const names = ({ wizardRows }: Facts) => wizardRows?.items.map(({ name }) => name);

test('pages leafed through in any order make the list, which is whole once all were seen', () => {
  const pages = wizardPages();
  expect(names(pages.gathered(leaf(2, 3, ['C', 'D'])))).toEqual(['C', 'D']);
  const two = pages.gathered(leaf(1, 3, ['A', 'B']));
  expect(two.wizardRows).toMatchObject({ complete: false, read: { shown: 4, pages: { seen: 2, of: 3 } } });
  const all = pages.gathered(leaf(3, 3, ['E']));
  expect(names(all)).toEqual(['A', 'B', 'C', 'D', 'E']);
  expect(all.wizardRows).toMatchObject({ complete: true, read: { shown: 5, total: 5 } });
});

test('a page seen again is what it is now', () => {
  const pages = wizardPages();
  pages.gathered(leaf(1, 2, ['A'], 'on'));
  pages.gathered(leaf(2, 2, ['B']));
  const again = pages.gathered(leaf(1, 2, ['A'], 'off'));
  expect(again.wizardRows?.items.map(({ name, state }) => [name, state])).toEqual([
    ['A', 'off'],
    ['B', 'on'],
  ]);
});

test('another page size, another list or another file begins again', () => {
  const pages = wizardPages();
  pages.gathered(leaf(1, 3, ['A', 'B']));
  expect(names(pages.gathered(leaf(1, 2, ['A', 'B', 'C'])))).toEqual(['A', 'B', 'C']);
  pages.gathered({ importFiles: { items: [{ at: at('x'), uai: '0490856P' }], complete: true } });
  expect(pages.gathered(leaf(2, 2, ['D'])).wizardRows?.complete).toBe(false);
});

test('teachers read to their end say nothing of pupils; both, and everybody was read', () => {
  const pages = wizardPages();
  const step = (of: 'teachers' | 'pupils', page: number, last: number): Facts => ({
    importPeople: {
      items: [importPerson(`A ${page}`, 'yes', of === 'pupils' ? 'pupil' : 'teacher')],
      complete: false,
      read: { shown: 1, ...(last === 1 ? { total: 1 } : { pages: { seen: 1, of: last } }) },
    },
    wizardSteps: {
      items: [{ at: at(of), list: of, title: of, shown: 1, page, pages: last }],
      complete: true,
    },
  });
  const people = (facts: Facts) => pages.gathered(facts).importPeople;
  expect(people(step('teachers', 1, 1))?.complete).toBe(false);
  expect(people(step('pupils', 1, 2))?.complete).toBe(false);
  expect(people(step('pupils', 2, 2))).toMatchObject({ complete: true, read: { shown: 2, total: 2 } });
  pages.gathered({ importFiles: { items: [{ at: at('x'), uai: '0490856P' }], complete: true } });
  expect(people(step('pupils', 1, 1))?.complete).toBe(false);
});

test('where the page is not told, or two lists share the screen, nothing is put together', () => {
  const pages = wizardPages();
  const untold = leaf(undefined, 3, ['A']);
  expect(pages.gathered(untold)).toBe(untold);
  const steps = leaf(1, 3, ['A']).wizardSteps?.items ?? [];
  const both: Facts = {
    importPeople: { items: [importPerson('A B', 'no')], complete: false },
    wizardSteps: { items: [...steps, ...steps], complete: true },
  };
  expect(pages.gathered(both)).toBe(both);
});
