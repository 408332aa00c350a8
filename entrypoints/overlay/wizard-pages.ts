import type { Facts, Gathered, Located } from '@/utils/core/facts';
import type { ImportPerson, WizardRow, WizardStep } from '@/utils/core/import-wizard-facts';

/**
 * The pages of a list that were leafed through, put together: the wizard shows ten rows at a time, and only a list read
 * to its end can be said to lack something. In this page's memory only, as long as the list stays the same.
 */
export interface WizardPages {
  /** The same facts, the lists as far as they were leafed through. */
  gathered(shown: Facts): Facts;
}

interface List {
  key: string;
  of: number;
  pages: Map<number, { wizardRows?: readonly WizardRow[]; importPeople?: readonly ImportPerson[] }>;
}

/** Begins with nothing leafed through. */
export function wizardPages(): WizardPages {
  let list: List | undefined;
  return {
    gathered(shown) {
      // A new file is a new import.
      if (shown.importFiles) list = undefined;
      const steps = shown.wizardSteps?.items ?? [];
      const [step] = steps;
      if (!step?.page || !step.pages || steps.length > 1) return shown;
      const key = keyOf(step);
      if (list?.key !== key) list = { key, of: step.pages, pages: new Map() };
      const { wizardRows, importPeople } = shown;
      list.pages.set(step.page, {
        ...(wizardRows && { wizardRows: wizardRows.items }),
        ...(importPeople && { importPeople: importPeople.items }),
      });
      return {
        ...shown,
        ...(wizardRows && { wizardRows: together(list, ({ wizardRows: rows = [] }) => rows) }),
        ...(importPeople && { importPeople: together(list, ({ importPeople: people = [] }) => people) }),
      };
    },
  };
}

/** Another number of pages is another page size, or another list: rows may then stand on two pages. */
function keyOf({ list, title, pages }: WizardStep): string {
  return [list, title, pages].join('|');
}

type Leaf = List['pages'] extends Map<number, infer L> ? L : never;

function together<T extends Located>({ pages, of }: List, items: (leaf: Leaf) => readonly T[]): Gathered<T> {
  const all = [...pages].sort(([a], [b]) => a - b).flatMap(([, leaf]) => items(leaf));
  const complete = pages.size === of;
  const read = {
    shown: all.length,
    ...(complete ? { total: all.length } : { pages: { seen: pages.size, of } }),
  };
  return { items: all, complete, read };
}
