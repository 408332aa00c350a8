import { MAX_FILE_BYTES } from '@/utils/files/problem';
import { PASTED } from '@/utils/files/timetable-paste';
import { MAX_TIMETABLE_BYTES } from '@/utils/files/xml-open';
import { loadKeptFiles } from '@/utils/store/kept-files';
import { listMappings } from '@/utils/store/mappings';
import { listSchools } from '@/utils/store/schools';
import { dateText, plural } from '../names';
import type { GivenFile } from '../protocol';
import { judge, judgeSoon } from './judge-acts';
import type { Source } from './protocol';
import type { TimetableSession } from './session';

const IN_PROGRESS = 'Une lecture est en cours. Annulez-la d’abord, ou attendez sa fin.';

/** Brings the known schools, and the accounts that were kept on this computer. */
export async function wakeUp(session: TimetableSession): Promise<void> {
  const { today } = session.state;
  const known = await session.store(listSchools);
  const schools = (known?.value ?? []).filter(({ uai }) => uai !== undefined);
  const [only, ...others] = schools;
  // With several, choosing one for the person would hide the very mistake that is looked for.
  session.update({ schools, ...(only?.uai && others.length === 0 && { uai: only.uai }) });
  const kept = (await session.store(() => loadKeptFiles(today)))?.value;
  if (!kept) return;
  session.accounts = kept.files.map(({ name, bytes }) => new File([bytes], name));
  session.update({ accountsOrigin: `Conservé sur ce poste depuis le ${dateText(kept.keptOn)}.` });
  await readAccounts(session);
  await judgeSoon(session);
}

/** Reads timetable files in place of those before, then judges. */
export async function give(session: TimetableSession, files: readonly File[]): Promise<void> {
  if (session.state.busy) return session.say(IN_PROGRESS);
  session.files = files;
  const sources = await readFiles(session);
  if (!sources) return;
  const read = sources.filter(({ file, kind }) => kind && file !== PASTED).length;
  const all = read === files.length ? '.' : ` sur ${files.length}.`;
  session.say(
    read === 0 ? 'Aucun fichier n’a pu être lu.' : `${plural(read, 'fichier lu', 'fichiers lus')}${all}`,
  );
  await judge(session);
}

/** Reads a list pasted from EDT in place of the one before, then judges. */
export async function paste(session: TimetableSession, text: string): Promise<void> {
  if (session.state.busy) return session.say(IN_PROGRESS);
  session.pasted = text;
  const sources = await session.ask(() => session.clerk.ask('paste', { text }));
  if (!sources) return;
  session.update({ sources });
  const isRead = sources.some(({ file, kind }) => kind && file === PASTED);
  const read = isRead ? 'Liste lue.' : 'La liste n’a pas pu être lue.';
  session.say(text === '' ? 'Liste retirée.' : read);
  await judge(session);
}

/** Takes the files away; a pasted list stays. */
export async function remove(session: TimetableSession): Promise<void> {
  session.files = [];
  if (!(await readFiles(session))) return;
  session.say('Fichiers retirés.');
  await judge(session);
}

/** Reads the accounts to compare people with, in place of those before. */
export async function giveAccounts(session: TimetableSession, files: readonly File[]): Promise<void> {
  if (session.state.busy) return session.say(IN_PROGRESS);
  session.accounts = files;
  session.update({ accountsOrigin: undefined });
  if (!(await readAccounts(session))) return;
  session.say(files.length === 0 ? 'Comptes retirés.' : 'Comptes lus.');
  await judgeSoon(session);
}

/** Stops what is under way. The worker goes with all it held: what was whole before is read again. */
export async function cancel(session: TimetableSession): Promise<void> {
  session.clerk.cancel();
  session.files = [];
  session.update({ busy: undefined, sources: [], judged: undefined, pages: undefined });
  session.say('Lecture annulée. Rien n’a été contrôlé.');
  if (session.accounts.length > 0) await readAccounts(session);
  if (session.pasted !== '') await paste(session, session.pasted);
}

async function readFiles(session: TimetableSession): Promise<Source[] | undefined> {
  const { today } = session.state;
  session.update({
    busy: { what: 'Lecture des fichiers', done: 0, total: 100 },
    failure: undefined,
    sources: [],
    judged: undefined,
    pages: undefined,
  });
  const sources = await session.ask(async () => {
    const files = await Promise.all(session.files.map((file) => handOver(file, MAX_TIMETABLE_BYTES)));
    return session.clerk.ask('read', { files, today }, (busy) => session.update({ busy }));
  });
  session.update({ busy: undefined, ...(sources && { sources }) });
  return sources;
}

async function readAccounts(session: TimetableSession): Promise<boolean> {
  session.update({ busy: { what: 'Lecture des comptes', done: 0, total: 1 }, failure: undefined });
  // Without what was remembered of columns, only what they say themselves is known of them.
  const mappings = (await session.store(listMappings))?.value ?? [];
  const accounts = await session.ask(async () => {
    const files = await Promise.all(session.accounts.map((file) => handOver(file, MAX_FILE_BYTES)));
    return session.clerk.ask('accounts', { files, mappings: [...mappings] as never }, (busy) =>
      session.update({ busy }),
    );
  });
  const none = session.accounts.length === 0;
  session.update({ busy: undefined, ...(accounts && { accounts: none ? undefined : accounts }) });
  return accounts !== undefined;
}

/** A file that is too large is never read: its size is enough to say so. */
async function handOver(file: File, limit: number): Promise<GivenFile> {
  const { name, size } = file;
  return size > limit ? { name, size } : { name, size, bytes: await file.arrayBuffer() };
}
