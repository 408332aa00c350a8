import { browser } from 'wxt/browser';
import { isoDate } from './core/context';
import { roleName } from './files/gauge';
import type { ColumnMapping } from './files/headers';
import { controlImport, type KeptForControl } from './import-control';
import { accountGaps, expectationsOf, importGaps } from './import-gaps';
import { judgeImport } from './import-judgement';
import type {
  AnnouncedImport,
  FilePiece,
  ImportControl,
  ImportRequest,
  LikelyAnswer,
  LikelyRequest,
  ReportedImports,
  SentImport,
} from './import-messages';
import { reportGaps } from './import-report';
import { type NamedBytes, Uploads } from './import-uploads';
import { likelyAccounts } from './likely-accounts';
import { listDecisions, loadSalt } from './store/decisions';
import { listExpectations, saveExpectations } from './store/expectations';
import { loadKeptFiles } from './store/kept-files';
import { listMappings } from './store/mappings';

const running = new Map<number, AbortController>();
const uploads = new Uploads();

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

/** Holds a piece of a file until its control is asked for. */
export async function receivePiece(piece: FilePiece, tab: number, frame: number): Promise<void> {
  uploads.receive(tab, frame, piece);
}

/** The files of an upload of a frame, once; `undefined` when they didn't all arrive. */
export function takeUpload(tab: number, frame: number, upload: string, files: number) {
  return uploads.take(tab, frame, upload, files);
}

/** Said when pieces of a file are missing. */
export const LOST =
  'Les fichiers ne sont pas tous arrivés, rien n’a été contrôlé. Rechargez la page, puis choisissez-les à nouveau.';

/** Controls the files that a frame has carried; newer ones of the same tab take their place. */
export async function controlForTab(
  { upload, platform, files }: ImportRequest,
  tab: number,
  frame: number,
): Promise<ImportControl> {
  running.get(tab)?.abort();
  const own = new AbortController();
  running.set(tab, own);
  const given = uploads.take(tab, frame, upload, files.length);
  if (!given) return { kind: 'failed', says: LOST };
  const those = (is: 'import' | 'reference') =>
    files.flatMap((what, index) => {
      const file = given[index];
      return file && what.is === is ? [{ ...file, ...(what.roles && { roles: what.roles }) }] : [];
    });
  const input = { platform, files: those('import'), references: those('reference') };
  const control = await controlImport(input, KEPT, own.signal);
  if (running.get(tab) === own) running.delete(tab);
  if (own.signal.aborted) return { kind: 'superseded' };
  return control.kind === 'done'
    ? { ...control, judged: judgeImport(control.facts, platform, new Date()) }
    : control;
}

/** Larger exports are given anew at each screen: a background that holds too much is put to sleep first. */
const MOST_HELD_BYTES = 32 * 1024 * 1024;

/** Exports given at a step of an import: the wizard loads a page at each, and asks on. By tab and site. */
const given = new Map<string, readonly NamedBytes[]>();

/**
 * Looks in the reference list for people whom an import did not find. What was given at an earlier step of the tab still
 * serves; a file that can't be read takes nobody's place.
 */
export async function likelyForTab(
  { host, upload, files, people, taken }: LikelyRequest,
  tab: number,
  frame: number,
): Promise<LikelyAnswer> {
  const place = `${tab} ${host}`;
  const before = given.get(place) ?? [];
  if (upload === undefined) return likelyAccounts({ people, taken, references: before }, KEPT);
  const fresh = uploads.take(tab, frame, upload, files);
  if (!fresh) return { kind: 'failed', says: LOST };
  const alone = await likelyAccounts({ people, taken, references: fresh }, KEPT);
  if (before.length === 0 || alone.kind !== 'done') {
    if (alone.kind === 'done') hold(place, fresh);
    if (alone.kind === 'done' || before.length === 0) return alone;
    const former = await likelyAccounts({ people, taken, references: before }, KEPT);
    const problems = alone.kind === 'failed' ? [alone.says] : alone.problems;
    return former.kind === 'failed' ? former : { ...former, problems: [...problems, ...former.problems] };
  }
  const names = new Set(fresh.map(({ name }) => name));
  const both = [...before.filter(({ name }) => !names.has(name)), ...fresh];
  hold(place, both);
  return likelyAccounts({ people, taken, references: both }, KEPT);
}

function hold(place: string, files: readonly NamedBytes[]): void {
  const bytes = files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  if (bytes <= MOST_HELD_BYTES) given.set(place, files);
}

/** A tab is closed: what it was sending or having controlled goes. */
export function forgetImports(tab: number): void {
  running.get(tab)?.abort();
  running.delete(tab);
  uploads.forget(tab);
  for (const place of [...given.keys()]) if (place.startsWith(`${tab} `)) given.delete(place);
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

/** What an import did otherwise than expected, in French; what was seen is kept beside what was expected. @throws {StorageProblem} */
export async function gapsFound({ school, synchronisations, accounts, ...site }: ReportedImports) {
  const expectations = expectationsOf(school, site, await listExpectations());
  const told = [
    ...(synchronisations ? [importGaps(synchronisations, expectations)] : []),
    ...(accounts ? [accountGaps(accounts, expectations)] : []),
  ];
  await saveExpectations(told.flatMap(({ seen }) => seen));
  return told.flatMap(({ says }) => says);
}

/** What the report of an import that is about to be made says otherwise than the control of its files, in French. */
export async function announcedGaps({ predicted, report }: AnnouncedImport): Promise<string[]> {
  return reportGaps(predicted, report);
}
