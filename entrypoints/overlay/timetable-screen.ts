import type { ImportView } from '@/components/overlay/view';
import type { School } from '@/utils/core/context';
import type { Facts } from '@/utils/core/facts';
import type { UncontrolledTimetable } from '@/utils/core/timetable-facts';
import type { Ent } from '@/utils/ents/page';
import { chosenFilesOn } from '@/utils/ents/read-screen';
import { MOST_CARRIED_BYTES } from '@/utils/import-messages';
import { send } from '@/utils/messages';
import type { TimetableControl } from '@/utils/timetable-messages';
import { carryFiles } from './carry-files';
import type { Companion, Told } from './companion';

const RUNNING = 'Le contrôle de ce fichier n’est pas terminé. Encore un instant.';
const AWAITED: ImportView = {
  lines: ['Aucun fichier choisi : il sera contrôlé ici dès que vous l’aurez choisi, avant l’import.'],
  problems: [],
  awaited: true,
};
const TOO_LARGE =
  'Ce fichier est trop grand pour être contrôlé sur cette page, et ne l’a pas été. Contrôlez-le dans l’atelier.';

/** Follows the file that the form holds: has it read and judged, never touches the page. */
export function timetableScreen(ent: Ent, document: Document, told: Told): Companion {
  let known: { file: File; uai: string | undefined; control?: TimetableControl } | undefined;
  let asked = 0;

  const chosen = (shown: Facts) =>
    shown.timetableUploads && chosenFilesOn(ent, document, new URL(location.href))[0]?.file;
  const controlOn = (shown: Facts) => {
    const file = chosen(shown);
    return file && known && isSame(file, known.file) ? known.control : undefined;
  };
  const ask = async (file: File, school: School | undefined) => {
    const own = ++asked;
    known = { file, uai: school?.uai };
    told.changed();
    const control = await controlOf(file, school, () => own === asked);
    if (own !== asked || !control) return;
    known = { file, uai: school?.uai, control };
    told.changed();
  };

  /** Undefined once another file is wanted. */
  const controlOf = async (
    file: File,
    school: School | undefined,
    isWanted: () => boolean,
  ): Promise<TimetableControl | undefined> => {
    if (file.size > MOST_CARRIED_BYTES) return { kind: 'failed', says: TOO_LARGE };
    try {
      const upload = crypto.randomUUID();
      await carryFiles(upload, [file], isWanted);
      if (!isWanted()) return undefined;
      const request = { host: location.host, upload, ent: ent.id, ...(school && { school }) };
      return await send('timetable/control', request);
    } catch (error) {
      return { kind: 'failed', says: error instanceof Error ? error.message : String(error) };
    }
  };

  return {
    facts({ shown }) {
      const file = chosen(shown);
      if (!file) return {};
      const control = controlOn(shown);
      const items = uncontrolled(file.name, control);
      return { uncontrolledTimetables: { items, complete: control !== undefined } };
    },
    judged({ shown }, { results, texts }) {
      const control = controlOn(shown);
      if (control?.kind !== 'done') return { results, texts };
      const judged = new Set(control.results.map(({ rule }) => rule));
      return {
        results: [...results.filter(({ rule }) => !judged.has(rule)), ...control.results],
        texts: [...texts, ...control.rules],
      };
    },
    view({ shown }) {
      const file = chosen(shown);
      if (file) {
        const view = viewOf(file.name, controlOn(shown));
        // A file that an import would fail on is never « rien à signaler », whatever the rules say of the rest.
        return { import: view, ...(view.problems.length > 0 && { clear: false }) };
      }
      return shown.timetableUploads ? { import: AWAITED } : {};
    },
    look({ shown, school }) {
      const file = chosen(shown);
      if (!file) return;
      // Of another school, the very same file is to be judged anew.
      const isKnown = known && isSame(file, known.file) && known.uai === school?.uai;
      if (!isKnown) void ask(file, school);
    },
    passed({ action }, { shown }) {
      if (!action.startsWith('import-')) return;
      const control = controlOn(shown);
      if (control?.kind !== 'done' || !control.remember) return;
      send('timetable/sent', { host: location.host, ...control.remember }).catch(told.failed);
    },
  };
}

/** A file edited on disk and chosen again is another one. */
function isSame(one: File, other: File): boolean {
  return one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
}

function uncontrolled(file: string, control: TimetableControl | undefined): UncontrolledTimetable[] {
  const about = { at: { in: 'file', file, line: 1 }, file } as const;
  switch (control?.kind) {
    case 'done':
      return [];
    case 'unreadable':
      return [{ ...about, state: 'unreadable', says: control.problems.join(' ') }];
    case 'failed':
      return [{ ...about, state: 'failed', says: control.says }];
    default:
      return [{ ...about, state: 'running', says: RUNNING }];
  }
}

function viewOf(file: string, control: TimetableControl | undefined): ImportView {
  if (!control) return { lines: [`Contrôle de ${file}…`], problems: [] };
  const untold = { lines: [`${file} n’a pas été contrôlé.`], problems: [] };
  if (control.kind === 'failed') return { ...untold, toWorkshop: true };
  if (control.kind !== 'done') return untold;
  const { lines, unknowable, problems, toWorkshop } = control;
  const more = { title: 'Ce que ce fichier ne permet pas de savoir', lines: unknowable };
  return {
    lines,
    problems,
    ...(unknowable.length > 0 && { more }),
    ...(toWorkshop && { toWorkshop }),
  };
}
