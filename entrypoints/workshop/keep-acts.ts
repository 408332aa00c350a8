import { browser } from 'wxt/browser';
import type { ColumnMapping } from '@/utils/files/headers';
import { listDecisions, loadSalt, newSalt } from '@/utils/store/decisions';
import { clearAll } from '@/utils/store/erase';
import { forgetExpectation, listExpectations } from '@/utils/store/expectations';
import { forgetFiles, keepFiles, loadKeptFiles } from '@/utils/store/kept-files';
import { listMappings } from '@/utils/store/mappings';
import { give } from './read-acts';
import { loadSchools } from './removal-acts';
import type { Session } from './session';
import { initialState } from './state';

/** Brings back what was kept on request, and forgets what has expired. */
export async function wakeUp(session: Session): Promise<void> {
  const { today } = session.state;
  await loadSchools(session);
  await session.store(async () => {
    session.salt = (await loadSalt(browser.storage.local)) ?? newSalt();
    const [decisions, mappings, expectations] = await Promise.all([
      listDecisions(),
      listMappings(),
      listExpectations(),
    ]);
    // What is stored is what a mapping was when it was saved: only the compiler no longer knows it.
    session.update({ decisions, mappings: mappings as readonly ColumnMapping[], expectations });
  });
  await session.store(async () => {
    const kept = await loadKeptFiles(today);
    if (!kept) return;
    session.update({ kept: { keptOn: kept.keptOn, until: kept.until } });
    await give(
      session,
      'reference',
      kept.files.map(({ name, bytes }) => new File([bytes], name)),
    );
  });
}

/** Keeps the reference export as it was given, archive included, until the end of a day. */
export async function keep(session: Session, until: string): Promise<void> {
  const { today } = session.state;
  const files = await Promise.all(
    session.given.reference.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
  try {
    await keepFiles(files, until, today);
  } catch (error) {
    if (error instanceof RangeError) {
      session.say(error.message);
      return;
    }
    await session.store(() => Promise.reject(error));
    return;
  }
  session.update({ kept: { keptOn: today, until } });
  session.say('Export conservé sur ce poste.');
}

/** Forgets the kept export; what is on screen stays until the tab is closed. */
export async function forgetKept(session: Session): Promise<void> {
  if (!(await session.store(forgetFiles))) return;
  session.update({ kept: undefined });
  session.say('Export oublié. Il ne reste à l’écran que jusqu’à la fermeture de l’onglet.');
}

/** Told to the sections that keep their own state: what they hold in memory goes too. */
export const ERASED = 'vigie:erased';

/** Erases everything: the database, drafts, and both areas of the browser's own storage. */
export async function erase(session: Session): Promise<void> {
  session.update({ erasing: 'erasing' });
  const areas = [localStorage, browser.storage.local, browser.storage.session];
  if (!(await session.store(() => clearAll(...areas)))) {
    session.update({ erasing: 'asked' });
    return;
  }
  session.clerk.cancel();
  session.given.reference = [];
  session.given.toImport = [];
  session.salt = newSalt();
  session.update({ ...freshState(session), erasing: 'done' });
  dispatchEvent(new Event(ERASED));
  session.say('Tout est effacé.');
}

/** Every field of a new workshop, the optional ones as undefined: an update only replaces what it names. */
function freshState(session: Session) {
  const { today, section } = session.state;
  return {
    ...initialState(today, section),
    busy: undefined,
    failure: undefined,
    expected: undefined,
    summary: undefined,
    kept: undefined,
    problem: undefined,
  };
}

export async function forgetPrediction(session: Session, school: string, profile: string): Promise<void> {
  if (!(await session.store(() => forgetExpectation(school, profile)))) return;
  session.update({
    expectations: session.state.expectations.filter(
      (one) => one.school !== school || one.profile !== profile,
    ),
  });
  session.say('Nombres oubliés.');
}
