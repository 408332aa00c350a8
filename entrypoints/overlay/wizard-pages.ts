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
  const read = new Set<WizardStep['list']>();
  const leafed = (shown: Facts): Facts => {
    const [step, other] = shown.wizardSteps?.items ?? [];
    if (!step?.page || !step.pages || other) return shown;
    const key = keyOf(step);
    if (list?.key !== key) list = { key, of: step.pages, pages: new Map() };
    const { wizardRows, wizardSubjects, importPeople } = shown;
    list.pages.set(step.page, {
      ...(wizardRows && { wizardRows: wizardRows.items }),
      ...(importPeople && { importPeople: importPeople.items }),
    });
    const rows = wizardRows && together(list, ({ wizardRows: leaf = [] }) => leaf);
    return {
      ...shown,
      ...(rows && { wizardRows: rows }),
      ...(rows && wizardSubjects && { wizardSubjects: rows }),
      ...(importPeople && { importPeople: together(list, ({ importPeople: leaf = [] }) => leaf) }),
    };
  };
  return {
    gathered(shown) {
      // A new file is a new import.
      if (shown.importFiles) {
        list = undefined;
        read.clear();
      }
      const facts = leafed(shown);
      const [step, other] = facts.wizardSteps?.items ?? [];
      const { importPeople } = facts;
      if (!step || other || !importPeople) return facts;
      // Teachers and pupils have a step each: both are read before anything is said of all.
      if (importPeople.read?.total !== importPeople.read?.shown) read.delete(step.list);
      else read.add(step.list);
      const complete = read.has('teachers') && read.has('pupils');
      return complete === importPeople.complete
        ? facts
        : { ...facts, importPeople: { ...importPeople, complete } };
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
