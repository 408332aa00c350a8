import type { Facts } from '@/utils/core/facts';
import { removesAbsent } from '@/utils/core/removes-absent';
import type { UncontrolledFile } from '@/utils/core/roster-facts';
import type { ChosenFile, Ent } from '@/utils/ents/page';
import { chosenFilesOn } from '@/utils/ents/read-screen';
import { type ImportControl, MOST_CARRIED_BYTES } from '@/utils/import-messages';
import { send } from '@/utils/messages';
import { carryFiles } from './carry-files';
import type { Companion, Sight, Told } from './companion';
import { importView } from './import-view';
import { reportPages } from './report-pages';

const RUNNING = 'Le contrôle de ce fichier n’est pas terminé. Encore un instant.';
const AWAITED = {
  lines: ['Aucun fichier choisi : chacun sera contrôlé ici dès que vous l’aurez choisi, avant l’import.'],
  problems: [],
  awaited: true,
};
const TOO_LARGE = `Les fichiers choisis et l’export auquel les comparer dépassent ensemble ${MOST_CARRIED_BYTES / 1024 / 1024} Mo, et n’ont pas été contrôlés sur cette page. Contrôlez-les dans l’atelier.`;

/**
 * Follows the files that an import screen holds: reads them, has them controlled, never touches the page. Everything
 * stands in this page's memory only.
 */
export function importScreen(ent: Ent, document: Document, told: Told): Companion {
  const platform = ent.id === 'edifice' ? 'edifice' : 'itslearning';
  let known: { files: readonly ChosenFile[]; control?: ImportControl } | undefined;
  let references: readonly File[] = [];
  let asked = 0;
  const leafed = reportPages();
  let announced: { key: string; lines: readonly string[] } = { key: '', lines: [] };

  const ask = async (files: readonly ChosenFile[], sight: Sight) => {
    const own = ++asked;
    known = { files };
    told.changed();
    const control = await controlOf(files, sight, () => own === asked);
    if (own !== asked || control.kind === 'superseded') return;
    known = { files, control };
    told.changed();
  };
  const controlOf = async (
    files: readonly ChosenFile[],
    { shown, school }: Sight,
    isWanted: () => boolean,
  ): Promise<ImportControl> => {
    const all = [...files.map(({ file }) => file), ...references];
    if (all.reduce((sum, { size }) => sum + size, 0) > MOST_CARRIED_BYTES)
      return { kind: 'failed', says: TOO_LARGE };
    const what = [
      ...files.map(({ roles }) => ({ is: 'import' as const, ...(roles && { roles }) })),
      ...references.map(() => ({ is: 'reference' as const })),
    ];
    try {
      const upload = crypto.randomUUID();
      await carryFiles(upload, all, isWanted);
      if (!isWanted()) return { kind: 'superseded' };
      const updateAll = removesAbsent(shown);
      const of = { ...(school && { school }), ...(updateAll !== undefined && { updateAll }) };
      return await send('import/control', { host: location.host, upload, platform, ...of, files: what });
    } catch (error) {
      return { kind: 'failed', says: error instanceof Error ? error.message : String(error) };
    }
  };
  const chosen = (shown: Facts) =>
    removesAbsent(shown) === undefined ? [] : chosenFilesOn(ent, document, new URL(location.href));
  const controlOn = (files: readonly ChosenFile[]) =>
    known && areSame(files, known.files) ? known.control : undefined;

  return {
    facts({ shown }) {
      const files = chosen(shown);
      if (files.length === 0) return {};
      const control = controlOn(files);
      if (control?.kind === 'done') return control.facts;
      const items = files.map(({ file }) => uncontrolled(file.name, control));
      return { uncontrolledFiles: { items, complete: control !== undefined } };
    },
    judged({ shown }, { results, texts }) {
      const control = controlOn(chosen(shown));
      if (control?.kind !== 'done' || !control.judged) return { results, texts };
      const { removing, keeping, rules } = control.judged;
      return {
        results: [...results, ...(removesAbsent(shown) ? removing : keeping)],
        texts: [...texts, ...rules],
      };
    },
    view({ shown }) {
      const files = chosen(shown);
      if (files.length === 0) return removesAbsent(shown) === undefined ? {} : { import: AWAITED };
      const names = files.map(({ file }) => file.name);
      const screen = { platform, removesAbsent: removesAbsent(shown) ?? false } as const;
      const view = importView(names, controlOn(files), screen);
      return { import: { ...view, lines: [...(shown.importReport ? announced.lines : []), ...view.lines] } };
    },
    look(sight) {
      const { shown } = sight;
      const files = chosen(shown);
      if (files.length > 0 && !(known && areSame(files, known.files))) void ask(files, sight);
      const report = leafed(shown);
      const control = controlOn(files);
      const predicted = control?.kind === 'done' && control.prediction;
      if (!report || !predicted) return;
      const about = { predicted: predicted[removesAbsent(shown) ? 'ticked' : 'unticked'], report };
      const key = JSON.stringify(about);
      if (key === announced.key) return;
      announced = { key, lines: [] };
      send('import/announced', { host: location.host, ...about }).then((lines) => {
        if (key !== announced.key) return;
        announced = { key, lines };
        told.changed();
      }, told.failed);
    },
    giveReference(files, sight) {
      references = files;
      if (known) void ask(known.files, sight);
    },
    passed({ action }, { shown, school }) {
      if (!action.startsWith('import-')) return;
      // What it should do is kept, in numbers.
      const control = controlOn(chosen(shown));
      const updateAll = removesAbsent(shown);
      if (updateAll === undefined || !school || control?.kind !== 'done' || !control.prediction) return;
      const { prediction } = control;
      send('import/sent', { host: location.host, school: school.name, updateAll, prediction }).catch(
        told.failed,
      );
    },
  };
}

/** A file edited on disk and chosen again is another one; so is one that would be imported as others. */
function areSame(some: readonly ChosenFile[], others: readonly ChosenFile[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ file, roles }, index) => {
      const other = others[index];
      return (
        other !== undefined &&
        file.name === other.file.name &&
        file.size === other.file.size &&
        file.lastModified === other.file.lastModified &&
        roles?.join() === other.roles?.join()
      );
    })
  );
}

function uncontrolled(file: string, control: ImportControl | undefined): UncontrolledFile {
  const about = { at: { in: 'file', file, line: 1 }, file } as const;
  return control?.kind === 'failed'
    ? { ...about, state: 'failed', says: control.says }
    : { ...about, state: 'running', says: RUNNING };
}
