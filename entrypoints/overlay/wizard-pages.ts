import type { Facts, Gathered, Located } from '@/utils/core/facts';
import type { WizardStep } from '@/utils/core/import-wizard-facts';
import type { KeptWizard, WizardLeaf } from '@/utils/wizard-messages';

/**
 * The pages of a list that were leafed through, put together: the wizard shows ten rows at a time, and only a list read
 * to its end can be said to lack something. As long as the list stays the same.
 */
export interface WizardPages {
  /** The same facts, the lists as far as they were leafed through. */
  gathered(shown: Facts): Facts;
  /** What was leafed through so far. */
  kept(): Pick<KeptWizard, 'read' | 'list'>;
  /** Adds what earlier pages of the site leafed through: what this one shows is the newer. */
  recall(kept: KeptWizard): void;
}

interface List {
  key: string;
  of: number;
  pages: Map<number, WizardLeaf>;
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
    kept: () => ({
      read: [...read],
      ...(list && { list: { key: list.key, of: list.of, pages: [...list.pages] } }),
    }),
    recall(kept) {
      for (const step of kept.read) if (!list?.key.startsWith(`${step}|`)) read.add(step);
      if (!kept.list || (list && list.key !== kept.list.key)) return;
      const { key, of, pages } = kept.list;
      list = { key, of, pages: new Map([...pages, ...(list?.pages ?? [])]) };
    },
    gathered(shown) {
      // A new file is a new import.
      if (shown.importFiles || shown.timetableUploads) {
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

function together<T extends Located>(
  { pages, of }: List,
  items: (leaf: WizardLeaf) => readonly T[],
): Gathered<T> {
  const all = [...pages].sort(([a], [b]) => a - b).flatMap(([, leaf]) => items(leaf));
  const complete = pages.size === of;
  const read = {
    shown: all.length,
    ...(complete ? { total: all.length } : { pages: { seen: pages.size, of } }),
  };
  return { items: all, complete, read };
}
