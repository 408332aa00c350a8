import { listSchools } from '@/utils/store/schools';
import { requestProfile } from './names';
import type { ReadFile } from './protocol';
import type { Session } from './session';
import { NO_REMOVAL, PEOPLE_PAGE, type RemovalState, type State } from './state';

/** Files of the export whose people the platform's support removes: staff, never pupils or parents. */
export function staffFiles({ sides }: State): ReadFile[] {
  return sides.reference.files.filter(
    ({ refused, unmapped, profile, platform }) =>
      !refused &&
      !unmapped &&
      // Only the support of itslearning is asked so.
      platform !== 'edifice' &&
      profile !== 'pupils' &&
      profile !== 'pupils-and-parents' &&
      profile !== 'parents',
  );
}

function change(session: Session, removal: Partial<RemovalState>): void {
  // What was prepared is no longer what would be sent.
  const { request } = session.state.removal;
  if (request) URL.revokeObjectURL(request.href);
  session.update({ removal: { ...session.state.removal, request: undefined, ...removal } });
}

/** Lists the people of the file chosen. `anew`: the export changed, rows mean other people. */
export async function refreshPeople(session: Session, anew: boolean): Promise<void> {
  const files = staffFiles(session.state);
  const { file, schoolName, uai } = session.state.removal;
  const kept = files.find(({ id }) => id === file);
  if (anew || !kept) {
    const [first] = files;
    change(session, {
      ...NO_REMOVAL,
      schoolName,
      uai,
      file: first?.id,
      profile: first ? requestProfile(first.profile) : '',
    });
  }
  await listPeople(session);
}

async function listPeople(session: Session): Promise<void> {
  const { file, search, limit } = session.state.removal;
  if (file === undefined) return;
  const listed = await session.ask(() => session.clerk.ask('people', { file, search, limit }));
  const now = session.state.removal;
  // More was typed meanwhile: its own answer follows.
  if (listed && now.file === file && now.search === search && now.limit === limit)
    session.update({ removal: { ...now, ...listed } });
}

export async function chooseFile(session: Session, id: number): Promise<void> {
  const file = staffFiles(session.state).find((one) => one.id === id);
  if (!file) return;
  const { schoolName, uai } = session.state.removal;
  change(session, { ...NO_REMOVAL, schoolName, uai, file: id, profile: requestProfile(file.profile) });
  await listPeople(session);
}

export async function search(session: Session, text: string): Promise<void> {
  session.update({ removal: { ...session.state.removal, search: text, limit: PEOPLE_PAGE } });
  await listPeople(session);
}

export async function morePeople(session: Session): Promise<void> {
  const { removal } = session.state;
  session.update({ removal: { ...removal, limit: removal.limit + 4 * PEOPLE_PAGE } });
  await listPeople(session);
}

export function pick(session: Session, row: number, chosen: boolean): void {
  const picked = new Set(session.state.removal.picked);
  if (chosen) picked.add(row);
  else picked.delete(row);
  change(session, { picked });
}

export function set(
  session: Session,
  typed: Partial<Pick<RemovalState, 'schoolName' | 'uai' | 'profile'>>,
): void {
  change(session, typed);
}

/** Makes the file and the e-mail. Warnings do not prevent sending. */
export async function prepare(session: Session): Promise<void> {
  const { file, picked, uai, schoolName, profile } = session.state.removal;
  if (file === undefined || picked.size === 0) return;
  const carries = { file, rows: [...picked], uai, schoolName, profile, date: session.state.today };
  const request = await session.ask(() => session.clerk.ask('removal', carries));
  if (!request) return;
  change(session, { request: { ...request, href: linkTo(request.bytes) } });
  session.say('Demande prête.');
}

/** An address under which the bytes can be downloaded, until it is revoked. */
export function linkTo(bytes: Uint8Array<ArrayBuffer>): string {
  return URL.createObjectURL(new Blob([bytes], { type: 'text/csv' }));
}

/** The schools already seen, to fill in names and codes. */
export async function loadSchools(session: Session): Promise<void> {
  await session.store(async () => {
    const schools = await listSchools();
    const [latest] = schools;
    const { removal } = session.state;
    session.update({
      schools,
      removal: {
        ...removal,
        schoolName: removal.schoolName || (latest?.name ?? ''),
        uai: removal.uai || (latest?.uai ?? ''),
      },
    });
  });
}
