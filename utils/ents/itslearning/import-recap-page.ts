import type { Gathered } from '@/utils/core/facts';
import type {
  ImportCount,
  ImportedProfile,
  ImportPerson,
  Reconciliation,
} from '@/utils/core/import-wizard-facts';
import { type Page, Unreadable } from '@/utils/ents/page';
import { type Label, wordings } from '@/utils/reading/labels';
import { saidValues } from '@/utils/reading/said-value';
import { columnOf, findTable, type Table } from '@/utils/reading/table';
import { uniqueByKey } from '@/utils/reading/text';
import { countIn } from './import-screen';
import { RECONCILIATION, RUN_DATE, TASKS } from './import-words';
import { listedPeople } from './unreconciled-lists';

const ID = 'itslearning/import-edt-recap';
const DONE: Label = ['Succès', 'Success'];
const FAILED: Label = ['Erreur', 'Erreurs', 'Error', 'Errors'];
const PROFILES: readonly ImportedProfile[] = ['pupil', 'teacher'];

/** The recap of one import: its tasks, what failed, and whose accounts were not found (source 001 §3.12, §4.2). */
export const importRecapPage: Page = {
  id: ID,
  title: 'Import EDT, récapitulatif',

  recognise: (document) =>
    saidValues(
      document.body,
      [TASKS, ...PROFILES.map((profile) => RECONCILIATION[profile].unreconciled)].flatMap(wordings),
    ).length > 0,

  gather(document) {
    const table = recap(document);
    const counts = table?.rows.map((_row, index) => countOf(table, index)) ?? [];
    const reconciliations = PROFILES.flatMap((profile) => reconciliationOn(document, profile));
    if (counts.length === 0 && reconciliations.length === 0)
      throw new Unreadable(
        'ni le tableau «\u00A0Succès\u00A0» et «\u00A0Erreur\u00A0», ni les comptes réconciliés n’ont été reconnus',
      );
    if (counts.some(({ done, failed }) => done === undefined || failed === undefined))
      throw new Unreadable(
        'un nombre du tableau «\u00A0Succès\u00A0» et «\u00A0Erreur\u00A0» n’est pas lisible',
      );
    const tasks = countIn(saidValues(document.body, TASKS)[0]?.value);
    const date = saidValues(document.body, RUN_DATE).find(({ value }) => /^\d/.test(value));
    const run = {
      at: { in: 'page', page: ID, key: date?.label ?? table?.headers[0] ?? '' } as const,
      date: date?.value ?? '',
      latest: false,
      ...(tasks !== undefined && { tasks }),
      counts,
    };
    return {
      // Which of the imports is the last one, only the history says.
      ...(counts.length > 0 && {
        importRecaps: { items: [run], complete: false, read: { shown: 1, total: 1 } },
      }),
      ...(reconciliations.length > 0 && {
        reconciliations: { items: reconciliations, complete: reconciliations.length === PROFILES.length },
        importPeople: peopleOn(document, reconciliations),
      }),
    };
  },

  places(document) {
    const date = saidValues(document.body, RUN_DATE).find(({ value }) => /^\d/.test(value));
    const rows = listedPeople(document, ID).flatMap(({ rows: listed }) => listed);
    const places = uniqueByKey(
      rows.map(({ element }) => element),
      (element) => rows.find((row) => row.element === element)?.key ?? '',
    );
    if (date) places.set(date.label, date.line);
    for (const profile of PROFILES)
      for (const { label, line } of saidValues(document.body, RECONCILIATION[profile].unreconciled))
        places.set(label, line);
    return places;
  },
};

function recap(document: Document): Table | undefined {
  return findTable(document, [DONE, FAILED]);
}

/** What is counted stands in the first column, which bears no header. */
function countOf(table: Table, index: number): ImportCount {
  const cells = table.rows[index]?.cells ?? [];
  const number = (label: Label) => countIn(cells[columnOf(table, label) ?? -1]);
  const [done, failed] = [number(DONE), number(FAILED)];
  return {
    what: cells[0] ?? '',
    ...(done !== undefined && { done }),
    ...(failed !== undefined && { failed }),
  };
}

function reconciliationOn(document: Document, profile: ImportedProfile): Reconciliation[] {
  const [found] = saidValues(document.body, RECONCILIATION[profile].reconciled);
  const [lost] = saidValues(document.body, RECONCILIATION[profile].unreconciled);
  const [reconciled, unreconciled] = [countIn(found?.value), countIn(lost?.value)];
  if (!lost || unreconciled === undefined) return [];
  return [
    {
      at: { in: 'page', page: ID, key: lost.label },
      profile,
      ...(reconciled !== undefined && { reconciled }),
      unreconciled,
    },
  ];
}

/** The lists show some names only; the numbers above them say how many there are. @throws {Unreadable} */
function peopleOn(document: Document, counted: readonly Reconciliation[]): Gathered<ImportPerson> {
  const lists = listedPeople(document, ID);
  for (const { lie } of lists) if (lie) throw new Unreadable(lie);
  const items = lists.flatMap(({ rows }) => rows.map(({ person }) => person));
  const total = counted.reduce((sum, { unreconciled = 0 }) => sum + unreconciled, 0);
  const complete = counted.length === PROFILES.length && items.length >= total;
  return { items, complete, read: { shown: items.length, total } };
}
