import type { ImportView } from '@/components/overlay/view';
import type { School } from '@/utils/core/context';
import type { Facts } from '@/utils/core/facts';
import type { UncontrolledFile } from '@/utils/core/roster-facts';
import type { Totals } from '@/utils/files/expected';
import { type CarriedFile, carried, type ImportControl, MOST_CARRIED_BYTES } from '@/utils/import-messages';
import { send } from '@/utils/messages';

/** The control of the file chosen on an import screen. Everything stands in this page's memory only. */
export interface ImportScreen {
  /** What is known of the file that the page holds at this very moment. */
  facts(shown: Facts): Facts;
  view(shown: Facts): { import?: ImportView };
  /** Starts what the screen as it stands now asks for. */
  look(shown: Facts, school: School | undefined): void;
  giveReference(files: readonly File[]): void;
  /** The import is being sent: what it should do is kept, in numbers. */
  sent(shown: Facts, school: School | undefined): void;
}

interface Told {
  changed(): void;
  failed(error: unknown): void;
}

const RUNNING = 'Le contrôle de ce fichier n’est pas terminé. Encore un instant.';
const NO_REFERENCE =
  'Aucun export de référence n’est connu sur ce poste : ce fichier n’a été comparé à rien. Donnez l’export ci-dessus, ou conservez-le depuis l’atelier.';
const TOO_LARGE =
  'Ce fichier, ou l’export auquel le comparer, est trop grand pour être contrôlé sur cette page, et ne l’a pas été. Contrôlez-le dans l’atelier.';

const MOST_CARRIED_BASE64 = (MOST_CARRIED_BYTES / 3) * 4;

/** Follows the file that an import screen holds: reads it, has it controlled, never touches the page. */
export function importScreen(document: Document, told: Told): ImportScreen {
  let known: { file: File; control?: ImportControl } | undefined;
  let references: Promise<readonly CarriedFile[]> = Promise.resolve([]);
  let asked = 0;
  let reported = '';
  let gaps: readonly string[] = [];

  const ask = async (file: File) => {
    const own = ++asked;
    known = { file };
    told.changed();
    const control = await controlOf(file, references);
    if (own !== asked || control.kind === 'superseded') return;
    known = { file, control };
    told.changed();
  };
  const chosen = (shown: Facts) => (shown.importForm ? chosenFile(document) : undefined);
  const controlOn = (shown: Facts) => {
    const file = chosen(shown);
    return file && known && isSame(file, known.file) ? known.control : undefined;
  };

  return {
    facts(shown) {
      const file = chosen(shown);
      if (!file) return {};
      const control = controlOn(shown);
      const items = uncontrolled(file.name, control);
      const uncontrolledFiles = { items, complete: control !== undefined };
      return control?.kind === 'done' ? { ...control.facts, uncontrolledFiles } : { uncontrolledFiles };
    },
    view(shown) {
      if (shown.synchronisations && gaps.length > 0)
        return { import: { lines: gaps, problems: [], asksReference: false } };
      const file = chosen(shown);
      const updateAll = shown.importForm?.items[0]?.updateAll ?? false;
      return file ? { import: viewOf(file.name, controlOn(shown), updateAll) } : {};
    },
    look(shown, school) {
      const file = chosen(shown);
      if (file && !(known && isSame(file, known.file))) void ask(file);
      const synchronisations = shown.synchronisations?.items ?? [];
      const written = JSON.stringify([school?.name, synchronisations]);
      if (!school || synchronisations.length === 0 || written === reported) return;
      reported = written;
      send('import/gaps', { school: school.name, synchronisations }).then((found) => {
        gaps = found;
        told.changed();
      }, told.failed);
    },
    giveReference(files) {
      references = Promise.all(files.map(carry));
      if (known) void ask(known.file);
    },
    sent(shown, school) {
      const control = controlOn(shown);
      const form = shown.importForm?.items[0];
      if (!form || !school || control?.kind !== 'done' || !control.prediction) return;
      const { prediction } = control;
      send('import/sent', { school: school.name, updateAll: form.updateAll, prediction }).catch(told.failed);
    },
  };
}

/** The file of the page's own field; none when several fields could be meant. */
function chosenFile(document: Document): File | undefined {
  const fields = document.querySelectorAll<HTMLInputElement>('input[type="file"]');
  return fields.length === 1 ? fields[0]?.files?.[0] : undefined;
}

/** A file edited on disk and chosen again is another one. */
function isSame(one: File, other: File): boolean {
  return one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
}

async function carry(file: File): Promise<CarriedFile> {
  return carried(file.name, new Uint8Array(await file.arrayBuffer()));
}

async function controlOf(file: File, references: Promise<readonly CarriedFile[]>): Promise<ImportControl> {
  if (file.size > MOST_CARRIED_BYTES) return { kind: 'failed', says: TOO_LARGE };
  try {
    const given = await references;
    const size = given.reduce((sum, { base64 }) => sum + base64.length, 0);
    if (size > MOST_CARRIED_BASE64) return { kind: 'failed', says: TOO_LARGE };
    return await send('import/control', { file: await carry(file), references: given });
  } catch (error) {
    return { kind: 'failed', says: error instanceof Error ? error.message : String(error) };
  }
}

function uncontrolled(file: string, control: ImportControl | undefined): UncontrolledFile[] {
  const about = { at: { in: 'file', file, line: 1 }, file } as const;
  switch (control?.kind) {
    case 'done':
      return [];
    case 'unreadable':
      return [{ ...about, state: 'unreadable', says: control.problems.join(' ') }];
    case 'no-reference':
      return [{ ...about, state: 'no-reference', says: [...control.problems, NO_REFERENCE].join(' ') }];
    case 'failed':
      return [{ ...about, state: 'failed', says: control.says }];
    default:
      return [{ ...about, state: 'running', says: RUNNING }];
  }
}

function viewOf(file: string, control: ImportControl | undefined, updateAll: boolean): ImportView {
  if (!control) return { lines: [`Contrôle de ${file}…`], problems: [], asksReference: false };
  if (control.kind !== 'done')
    return {
      lines: [`${file} n’a pas été contrôlé.`],
      problems: [],
      asksReference: control.kind !== 'unreadable',
    };
  const { prediction, reference, problems, facts } = control;
  const gauge = facts.deletionGauge?.items[0]?.says;
  const both = prediction ? [boxLine(true, prediction.ticked), boxLine(false, prediction.unticked)] : [];
  return {
    lines: [
      `${file}, comparé à l’export ${reference}.`,
      ...(gauge ? [gauge] : []),
      ...(updateAll ? both : both.reverse()),
    ],
    problems,
    asksReference: true,
  };
}

function boxLine(ticked: boolean, { created, updated, deleted }: Totals): string {
  const count = (number: number) => number.toLocaleString('fr-FR');
  return `Case « Mettre à jour tous les utilisateurs » ${ticked ? 'cochée' : 'décochée'} : comptes créés ${count(created)}, reconnus ${count(updated)}, supprimés ${count(deleted)}.`;
}
