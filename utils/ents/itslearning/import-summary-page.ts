import type { ImportCount } from '@/utils/core/import-wizard-facts';
import { type Page, Unreadable } from '@/utils/ents/page';
import type { Label } from '@/utils/reading/labels';
import { saidValues } from '@/utils/reading/said-value';
import { textOf } from '@/utils/reading/text';
import { countIn, titlesOn } from './import-screen';
import { IMPORT_TITLES } from './import-words';

const ID = 'itslearning/import-edt-summary';
/** Source 001 §3.11, in its order. */
const LINES: readonly (readonly string[])[] = [
  ['Nombre de cours créés', 'Number of courses created', 'Courses created'],
  ["Nombre d'évènements créés", "Nombre d'événements créés", 'Number of events created', 'Events created'],
  [
    "Nombre d'évènements supprimés",
    "Nombre d'événements supprimés",
    'Number of events deleted',
    'Events deleted',
  ],
  ["Nombre d'appartenances créées", 'Number of memberships created', 'Memberships created'],
  ["Nombre d'appartenances supprimées", 'Number of memberships deleted', 'Memberships deleted'],
];
/** « Génération des actions ... »: there is nothing to read yet, for more than ten minutes at times. */
const GENERATING: Label = ['Génération des actions', 'Generating the actions', 'Generating actions'];

/** « Résumé de l'import »: what the import will do once it is its turn. */
export const importSummaryPage: Page = {
  id: ID,
  title: 'Import EDT, résumé',

  recognise: (document) => titlesOn(document, IMPORT_TITLES.summary).length > 0,

  isLoading: (document) =>
    countsOn(document).length === 0 && saidValues(document.body, GENERATING).length > 0,

  gather(document) {
    const counts = countsOn(document);
    const unknown = LINES.filter((label) => countOn(document, label)?.done === undefined);
    if (unknown.length > 0)
      throw new Unreadable(
        `libellés non reconnus, ou sans nombre\u00A0: ${unknown.map(([label]) => `«\u00A0${label}\u00A0»`).join(', ')}`,
      );
    const title = textOf(titlesOn(document, IMPORT_TITLES.summary)[0]);
    return {
      importSummaries: { items: [{ at: { in: 'page', page: ID, key: title }, counts }], complete: true },
    };
  },

  places: (document) =>
    new Map(titlesOn(document, IMPORT_TITLES.summary).map((element) => [textOf(element), element])),
};

function countsOn(document: Document): ImportCount[] {
  return LINES.flatMap((label) => countOn(document, label) ?? []);
}

function countOn(document: Document, label: Label): ImportCount | undefined {
  const [said, other] = saidValues(document.body, label);
  const done = countIn(said?.value);
  return said && !other ? { what: said.label, ...(done !== undefined && { done }) } : undefined;
}
