import type { Facts } from '@/utils/core/facts';
import { send } from '@/utils/messages';
import type { KeptWizard } from '@/utils/wizard-messages';
import type { Told } from './companion';
import { wizardPages } from './wizard-pages';

/** What was learnt of an import on the screens before. */
export interface WizardMemory {
  /** The same facts, lists as far as they were leafed through, and what earlier steps said of the file. */
  gathered(shown: Facts): { facts: Facts; file: NonNullable<KeptWizard['file']> };
  /** Takes up what other pages of the same import have learnt, and keeps what this one adds. */
  look(shown: Facts): void;
}

/** The screens of an import. */
const OF_AN_IMPORT = [
  'wizardSteps',
  'importFiles',
  'importPeople',
  'importSummaries',
  'latestImports',
  'importRecaps',
  'timetableUploads',
] as const satisfies readonly (keyof Facts)[];

/** Follows one import in one tab: each step may be another page of the site, and so another memory of ours. */
export function wizardMemory({ changed, failed }: Pick<Told, 'changed' | 'failed'>): WizardMemory {
  const pages = wizardPages();
  let file: NonNullable<KeptWizard['file']> = {};
  let latest: string | undefined;
  let recalled: 'not asked' | 'asked' | 'known' = 'not asked';
  /** A new import has begun on this page: what is still to be recalled is of the former one. */
  let begun = false;
  let written = '';
  const { host } = location;

  const keep = () => {
    const kept: KeptWizard = {
      ...pages.kept(),
      ...(file.importFiles && { file }),
      ...(latest !== undefined && { latest }),
    };
    const now = JSON.stringify(kept);
    if (now === written) return;
    written = now;
    send('wizard/keep', { host, kept }).catch(failed);
  };
  const recall = (kept: KeptWizard | null) => {
    recalled = 'known';
    latest ??= kept?.latest;
    if (kept && !begun) {
      if (!file.importFiles) file = kept.file ?? {};
      pages.recall(kept);
    }
    changed();
  };

  return {
    gathered(shown) {
      const { importFiles, timetableFiles, timetableUploads, latestImports } = shown;
      begun ||= begins(shown);
      if (timetableUploads) file = {};
      if (importFiles) file = { importFiles, ...(timetableFiles && { timetableFiles }) };
      latest = latestImports?.items[0]?.date ?? latest;
      return { facts: asLatest(pages.gathered(shown), latest), file };
    },
    look(shown) {
      if (!OF_AN_IMPORT.some((name) => shown[name])) return;
      if (recalled === 'known') return keep();
      if (recalled === 'asked') return;
      recalled = 'asked';
      send('wizard/recall', { host }).then(recall, failed);
    },
  };
}

/** The file is chosen, or was just sent. */
export function begins({ importFiles, timetableUploads }: Facts): boolean {
  return importFiles !== undefined || timetableUploads !== undefined;
}

/** The recap of the import that the history, earlier in this tab, showed to be the last one. */
function asLatest(facts: Facts, latest: string | undefined): Facts {
  const { importRecaps } = facts;
  const isLatest = latest !== undefined && importRecaps?.items[0]?.date === latest;
  return importRecaps && isLatest ? { ...facts, importRecaps: { ...importRecaps, complete: true } } : facts;
}
