import type { PageId } from '@/utils/core/facts';
import type { ImportedProfile, ImportPerson } from '@/utils/core/import-wizard-facts';
import { isLabel, type Label } from '@/utils/reading/labels';
import { saidValues } from '@/utils/reading/said-value';
import { findTables } from '@/utils/reading/table';
import { countIn, titleAbove } from './import-screen';
import { RECONCILIATION } from './import-words';

const NAME: Label = ['Nom Prénom', 'Nom et prénom', 'Prénom Nom', 'Name', 'Full name'];
const PROFILES: readonly ImportedProfile[] = ['pupil', 'teacher'];

/** Whom one list of the recap names, and the row of each. */
export interface ListedPeople {
  profile: ImportedProfile;
  rows: readonly { person: ImportPerson; key: string; element: Element }[];
  /** French: the list names more people than the number above it announces. */
  lie?: string;
}

/** The lists of « Apprenants non réconciliés » and « Enseignants non réconciliés ». */
export function listedPeople(document: Document, page: PageId): ListedPeople[] {
  const said = PROFILES.flatMap((of) =>
    saidValues(document.body, RECONCILIATION[of].unreconciled).map(({ element, label, value }) => ({
      element,
      of: { profile: of, label, count: countIn(value) },
    })),
  );
  return findTables(document, [NAME]).flatMap((table) => {
    const { of } = titleAbove(table.element, said) ?? {};
    const column = table.headers.findIndex((header) => isLabel(header, NAME));
    if (!of) return [];
    // Of a list of one column, « Aucun enregistrement » is drawn like a name: the number above it knows.
    const names = (of.count === 0 ? [] : table.rows).flatMap(({ cells, element }) => {
      const name = cells[column] ?? '';
      return name ? [{ name, element }] : [];
    });
    const isLying = of.count !== undefined && names.length > of.count;
    const lie = `«\u00A0${of.label}\u00A0» annonce ${of.count} et la liste en montre ${names.length}\u00A0: rien n’en est conclu`;
    const rows = names.map(({ name, element }) => {
      const key = `${name}|${of.profile}`;
      const person: ImportPerson = {
        at: { in: 'page', page, key },
        profile: of.profile,
        name,
        reconciled: 'no',
      };
      return { person, key, element };
    });
    return [{ profile: of.profile, rows, ...(isLying && { lie }) }];
  });
}
