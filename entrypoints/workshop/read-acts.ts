import { MAX_FILE_BYTES } from '@/utils/files/problem';
import { saveMapping } from '@/utils/store/mappings';
import { choicesFrom } from './columns';
import { controlAgain, refusalOf } from './control-acts';
import type { GivenFile, Side } from './protocol';
import { refreshPeople } from './removal-acts';
import type { Session } from './session';
import { NO_FILTER } from './state';

const OTHER: Record<Side, Side> = { reference: 'toImport', toImport: 'reference' };
const EMPTY = { files: [], problems: [] };

/** Reads files in place of those of a side, then controls both sides when both can be. */
export async function give(session: Session, side: Side, files: readonly File[]): Promise<void> {
  if (session.state.busy) {
    session.say('Une lecture est en cours. Annulez-la d’abord, ou attendez sa fin.');
    return;
  }
  session.given[side] = files;
  if (!(await readSide(session, side))) return;
  const { files: read } = session.state.sides[side];
  session.say(read.length === 1 ? '1 fichier lu.' : `${read.length} fichiers lus.`);
  if (side === 'reference') await refreshPeople(session, true);
  await controlAgain(session);
}

/** False when it was stopped or failed. */
async function readSide(session: Session, side: Side): Promise<boolean> {
  session.update({
    busy: { what: 'Lecture des fichiers', done: 0, total: session.given[side].length },
    failure: undefined,
    summary: undefined,
    findings: [],
    filters: NO_FILTER,
    limits: {},
    sides: { ...session.state.sides, [side]: EMPTY },
  });
  const read = await session.ask(async () => {
    const files = await Promise.all(session.given[side].map(handOver));
    return session.clerk.ask('read', { side, files, mappings: [...session.state.mappings] }, (busy) =>
      session.update({ busy }),
    );
  });
  session.update({
    busy: undefined,
    ...(read ? { sides: { ...session.state.sides, [side]: read } } : {}),
  });
  return read !== undefined;
}

/** A file that is too large is never read: its size is enough to say so. */
async function handOver(file: File): Promise<GivenFile> {
  const { name, size } = file;
  if (size > MAX_FILE_BYTES) return { name, size };
  return { name, size, bytes: await file.arrayBuffer() };
}

/** Takes the files of a side off the desk. */
export async function remove(session: Session, side: Side): Promise<void> {
  session.given[side] = [];
  await readSide(session, side);
  session.say('Fichiers retirés.');
  if (side === 'reference') await refreshPeople(session, true);
}

/**
 * Stops what is under way. The worker goes with all it held: the side that was already read is read again, and what was
 * being read is taken off.
 */
export async function cancel(session: Session): Promise<void> {
  const reading = (['reference', 'toImport'] as const).find(
    (side) => session.given[side].length > 0 && session.state.sides[side].files.length === 0,
  );
  session.clerk.cancel();
  const stopped = reading ?? 'toImport';
  session.given[stopped] = [];
  session.update({ busy: undefined, sides: { ...session.state.sides, [stopped]: EMPTY } });
  session.say(
    reading
      ? 'Lecture annulée. Rien n’a été contrôlé.'
      : 'Contrôle annulé. Les fichiers à importer ont été retirés.',
  );
  if (session.given[OTHER[stopped]].length > 0) await readSide(session, OTHER[stopped]);
}

/** Names columns by hand, in every file on the desk that has the same header, and remembers it. */
export async function map(
  session: Session,
  id: number,
  typed: readonly { column: number; field: string }[],
): Promise<void> {
  const { sides } = session.state;
  const all = [...sides.reference.files, ...sides.toImport.files];
  const signature = all.find((file) => file.id === id)?.signature;
  if (signature === undefined) return;
  const former = session.state.mappings.find((known) => known.signature === signature);
  const choices = choicesFrom(typed);
  const changed = new Set(choices.map(({ column }) => column));
  const mapping = {
    ...former,
    signature,
    choices: [...(former?.choices ?? []).filter(({ column }) => !changed.has(column)), ...choices],
  };
  session.update({
    mappings: [...session.state.mappings.filter((known) => known.signature !== signature), mapping],
  });
  const same = all.filter((file) => file.signature === signature);
  for (const { id: file } of same) {
    const read = await session.ask(() => session.clerk.ask('map', { file, mapping }));
    if (!read) return;
    const now = session.state.sides[read.side];
    const files = now.files.map((known) => (known.id === file ? read : known));
    session.update({ sides: { ...session.state.sides, [read.side]: { ...now, files } } });
  }
  if (await session.store(() => saveMapping(mapping))) session.say('Colonnes retenues.');
  await refreshPeople(session, false);
  if (!refusalOf(session.state)) await controlAgain(session);
}
