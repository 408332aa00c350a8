import type { ImportView } from '@/components/overlay/view';
import type { Facts } from '@/utils/core/facts';
import type { LikelyAccount } from '@/utils/core/import-wizard-facts';
import {
  type FoundAccount,
  type LikelyAnswer,
  MOST_CARRIED_BYTES,
  type NamedPerson,
} from '@/utils/import-messages';
import { send } from '@/utils/messages';
import { carryFiles } from './carry-files';

/** The likely accounts of those whom a timetable import did not find. Names stand in this page's memory only. */
export interface LikelyPeople {
  facts(shown: Facts): Facts;
  view(shown: Facts): { import?: ImportView };
  /** Asks for those who are on the screen and were not asked for. */
  look(shown: Facts): void;
  giveReference(files: readonly File[]): void;
}

const NO_REFERENCE =
  'Donnez l’export des utilisateurs pour que Vigie propose le compte probable de chacun, et dise ce qui diffère.';

const TOO_LARGE = `L’export donné dépasse ${MOST_CARRIED_BYTES / 1024 / 1024} Mo : conservez-le plutôt depuis l’atelier.`;
const WANTED = 'les fichiers de « Suivi synchro » tels quels, élèves et enseignants';

/** Follows the lists of people of the import's screens. */
export function likelyPeople(changed: () => void): LikelyPeople {
  let references: readonly File[] = [];
  let found = new Map<string, FoundAccount>();
  let asked = new Set<string>();
  let answer: LikelyAnswer | undefined;
  let turn = 0;

  const ask = async (people: readonly NamedPerson[], taken: readonly string[]) => {
    const own = turn;
    const next = await answerOf(people, taken, references, () => own === turn);
    if (own !== turn) return;
    answer = next;
    if (next.kind === 'done') for (const one of next.found) found.set(keyOf(one), one);
    changed();
  };

  return {
    facts({ importPeople }) {
      const items = lostIn(importPeople?.items).flatMap((person): LikelyAccount[] => {
        const one = found.get(keyOf(person));
        return one ? [{ ...one, at: person.at }] : [];
      });
      return items.length > 0 ? { likelyAccounts: { items, complete: true } } : {};
    },
    view({ importPeople }) {
      if (lostIn(importPeople?.items).length === 0 || !answer) return {};
      return { import: viewOf(answer) };
    },
    look({ importPeople }) {
      const people = lostIn(importPeople?.items).filter((person) => !asked.has(keyOf(person)));
      if (people.length === 0) return;
      for (const person of people) asked.add(keyOf(person));
      const taken = (importPeople?.items ?? []).flatMap(({ account }) => account ?? []);
      void ask(
        people.map(({ profile, name }) => ({ profile, name })),
        taken,
      );
    },
    giveReference(files) {
      references = files;
      turn += 1;
      found = new Map();
      asked = new Set();
      answer = undefined;
      changed();
    },
  };
}

async function answerOf(
  people: readonly NamedPerson[],
  taken: readonly string[],
  references: readonly File[],
  isWanted: () => boolean,
): Promise<LikelyAnswer> {
  if (references.reduce((sum, { size }) => sum + size, 0) > MOST_CARRIED_BYTES)
    return { kind: 'failed', says: TOO_LARGE };
  const asked = { host: location.host, people, taken };
  try {
    if (references.length === 0) return await send('import/likely', { ...asked, files: 0 });
    const upload = crypto.randomUUID();
    await carryFiles(upload, references, isWanted);
    return await send('import/likely', { ...asked, upload, files: references.length });
  } catch (error) {
    return { kind: 'failed', says: error instanceof Error ? error.message : String(error) };
  }
}

function lostIn(people: NonNullable<Facts['importPeople']>['items'] | undefined) {
  return (people ?? []).filter(({ reconciled }) => reconciled === 'no');
}

function keyOf({ profile, name }: { profile: string; name: string }): string {
  return `${profile} ${name}`;
}

function viewOf(answer: LikelyAnswer): ImportView {
  switch (answer.kind) {
    case 'failed':
      return { lines: [], problems: [answer.says], reference: WANTED };
    case 'no-reference':
      return { lines: [NO_REFERENCE], problems: answer.problems, reference: WANTED };
    case 'done':
      return {
        lines: [`Personnes non retrouvées, cherchées dans l’export ${answer.reference}.`],
        problems: answer.problems,
        reference: WANTED,
      };
  }
}
