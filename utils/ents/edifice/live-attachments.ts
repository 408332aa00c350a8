import type { Attachment } from '@/utils/core/facts';
import { type Asking, spoilsOneOnly, twoAtATime } from './asking';
import type { Place } from './live-users';
import type { StructureRecord } from './records';
import { attachmentRecord, attachmentsByLogin, type UserRecord } from './user-records';

/** Where the administrative attachment of a person is, with the names of the other schools that are known. */
export interface Attached {
  attachment: Attachment;
  attachedTo: readonly string[];
}

/** After so many refusals and not one answer, the platform keeps attachments from this administrator. */
const REFUSALS = 3;

/**
 * The attachments of the staff, by identifier of the person: all at once where the platform can, then one by one for
 * those still unknown. Somebody who is absent from the result is unknown, which is not « none ».
 * @throws {LiveError}
 */
export async function readAttachments(
  users: readonly UserRecord[],
  place: Place,
  structures: readonly StructureRecord[],
  asked: Asking,
): Promise<Map<string, Attached>> {
  const staff = users.filter(({ type, preDeletedOn }) => isStaff(type) && !preDeletedOn);
  const byExternalId = names([...structures, ...users.flatMap((user) => user.structures)]);
  const found = new Map<string, Attached>();
  asked.step('Écoles de rattachement');
  const inBulk = await readInBulk(place, asked);
  for (const { id, login } of staff) {
    const schools = inBulk?.get(login);
    if (schools && place.externalId) {
      found.set(
        id,
        attachedAmong(schools, place.externalId, (one) => byExternalId.get(one)),
      );
    }
  }
  await readOneByOne(
    staff.filter((user) => !found.has(user.id) && isWorthAsking(user, place)),
    place,
    found,
    asked,
  );
  return found;
}

function isStaff(type: UserRecord['type']): boolean {
  return type === 'Teacher' || type === 'Personnel';
}

/**
 * Asking about each costs a GET: only those whom the feed names are asked about (accounts made by hand or by file have
 * no attachment), and who are not plainly at work here.
 */
function isWorthAsking({ source = '', absentSince, functions, classes }: UserRecord, place: Place): boolean {
  const works = functions.some(place.isHere) && classes.some(place.isClassHere);
  return /^AAF|^EDT$|^UDT$/.test(source) && !absentSince && !works;
}

async function readInBulk(
  { uai }: Place,
  { ask, orGap }: Asking,
): Promise<Map<string, string[]> | undefined> {
  if (!uai) return undefined;
  const path = `/directory/user/structures/list?uai=${encodeURIComponent(uai)}&type=Teacher&type=Personnel&administrativeStructure=true`;
  const gap = 'Les écoles de rattachement n’ont pas pu être lues d’un seul coup';
  return orGap(gap, ask(path, attachmentsByLogin));
}

/** Those of several schools first: they are the ones who may have to be detached. */
async function readOneByOne(
  people: readonly UserRecord[],
  place: Place,
  found: Map<string, Attached>,
  { ask, gaps, step, expect }: Asking,
): Promise<void> {
  const order = people.toSorted((a, b) => b.structures.length - a.structures.length);
  let answered = 0;
  let refused = 0;
  let unknown = 0;
  expect(order.length);
  await twoAtATime(order, async ({ id }) => {
    step('Écoles de rattachement, une personne à la fois');
    if (answered === 0 && refused >= REFUSALS) {
      unknown++;
      return;
    }
    try {
      const record = await ask(
        `/directory/user/${encodeURIComponent(id)}?manual-groups=true`,
        attachmentRecord,
      );
      answered++;
      if (record)
        found.set(
          id,
          attachedAmong(record.ids, place.id, (one) => record.names.get(one)),
        );
      else unknown++;
    } catch (error) {
      if (!spoilsOneOnly(error)) throw error;
      refused++;
      unknown++;
    }
  });
  if (unknown > 0) gaps.push(unknownSentence(unknown));
}

function attachedAmong(
  schools: readonly string[],
  here: string,
  nameOf: (id: string) => string | undefined,
): Attached {
  const others = schools.filter((one) => one !== here);
  const attachment = schools.includes(here) ? 'here' : others.length > 0 ? 'elsewhere' : 'none';
  return { attachment, attachedTo: [...new Set(others)].flatMap((one) => nameOf(one) || []) };
}

function names(structures: readonly { externalId?: string; name: string }[]): Map<string, string> {
  return new Map(structures.flatMap(({ externalId, name }) => (externalId ? [[externalId, name]] : [])));
}

function unknownSentence(count: number): string {
  return count === 1
    ? 'L’école de rattachement d’une personne n’a pas pu être lue : elle reste à vérifier.'
    : `L’école de rattachement de ${count} personnes n’a pas pu être lue : elles restent à vérifier.`;
}
