import { browser } from 'wxt/browser';
import { isoDate } from './core/context';
import { roleName } from './files/gauge';
import type { ColumnMapping } from './files/headers';
import { controlImport, type KeptForControl } from './import-control';
import { importGaps } from './import-gaps';
import type { ImportControl, ImportRequest, ReportedImports, SentImport } from './import-messages';
import { listDecisions, loadSalt } from './store/decisions';
import { listExpectations, saveExpectations } from './store/expectations';
import { loadKeptFiles } from './store/kept-files';
import { listMappings } from './store/mappings';

const running = new Map<number, AbortController>();

const KEPT: KeptForControl = {
  reference: () => loadKeptFiles(isoDate(new Date())),
  async memory() {
    // Without what was remembered, the control only asks more: it must not fail for it.
    const [mappings, decisions, salt] = await Promise.all([
      listMappings().catch(() => []),
      listDecisions().catch(() => ({})),
      loadSalt(browser.storage.local).catch(() => undefined),
    ]);
    return {
      mappings: mappings as readonly ColumnMapping[],
      decisions: new Map(Object.entries(decisions)),
      ...(salt && { salt }),
    };
  },
};

/** Controls the file of one tab; a newer one of the same tab takes its place. */
export async function controlForTab(request: ImportRequest, tab: number): Promise<ImportControl> {
  running.get(tab)?.abort();
  const own = new AbortController();
  running.set(tab, own);
  const control = await controlImport(request, KEPT, own.signal);
  if (running.get(tab) === own) running.delete(tab);
  return own.signal.aborted ? { kind: 'superseded' } : control;
}

/** Keeps what an import that is being sent should do. @throws {StorageProblem} */
export function expectImport({ school, updateAll, prediction }: SentImport): Promise<void> {
  const at = new Date().toISOString();
  const { perProfile } = prediction[updateAll ? 'ticked' : 'unticked'];
  return saveExpectations(
    perProfile.map(({ profile, ...totals }) => ({
      school,
      profile: roleName(profile),
      at,
      ...totals,
      updateAll,
    })),
  );
}

/** What the imports reported did otherwise than expected, in French. @throws {StorageProblem} */
export async function gapsFound({ school, synchronisations }: ReportedImports): Promise<string[]> {
  const all = await listExpectations();
  return importGaps(
    synchronisations,
    all.filter((one) => one.school === school),
  );
}
