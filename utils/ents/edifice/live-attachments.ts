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

/** What was found, and how many people were left unasked. */
export interface Attachments {
  found: Map<string, Attached>;
  unasked: number;
}

/** People plainly at work here who are asked about one by one in one go: a second or so for every ten. */
export const MOST_AT_WORK = 300;

/** After so many refusals and not one answer, the platform keeps attachments from this administrator. */
const REFUSALS = 3;

/**
 * The attachments of the staff, by identifier of the person: all at once where the platform can, then one by one for
 * those still unknown: first who may have left, then, where nothing came at once, who works here and may be at home, the
 * first `most` of them. Somebody who is absent from the result is unknown, which is not « none ».
 * @throws {LiveError}
 */
export async function readAttachments(
  users: readonly UserRecord[],
  place: Place,
  structures: readonly StructureRecord[],
  asked: Asking,
  most = MOST_AT_WORK,
): Promise<Attachments> {
  const staff = users.filter(({ type, preDeletedOn }) => isStaff(type) && !preDeletedOn);
  const byExternalId = names([...structures, ...users.flatMap((user) => user.structures)]);
  const found = new Map<string, Attached>();
  asked.step('Établissements de rattachement');
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
  const unknown = staff.filter((user) => !found.has(user.id) && isFed(user));
  const doubtful = unknown.filter((user) => !isAtWork(user, place));
  // A bulk answer that leaves somebody out has told what it knows; none at all leaves the home school's own unguarded.
  const atWork = inBulk ? [] : unknown.filter((user) => isAtWork(user, place));
  const unasked = Math.max(0, atWork.length - most);
  if (unasked > 0) asked.gaps.push(unaskedSentence(unasked));
  const order = [...bySchools(doubtful), ...bySchools(atWork).slice(0, most)];
  await readOneByOne(order, place, found, asked);
  return { found, unasked };
}

function isStaff(type: UserRecord['type']): boolean {
  return type === 'Teacher' || type === 'Personnel';
}

/** True for those whom the feed names: accounts made by hand or by file have no attachment. */
function isFed({ source = '', absentSince }: UserRecord): boolean {
  return /^AAF|^EDT$|^UDT$/.test(source) && !absentSince;
}

/** A function and a class here: whatever their home school, nobody would advise to detach them. */
function isAtWork({ functions, classes }: UserRecord, place: Place): boolean {
  return functions?.some(place.isHere) === true && classes?.some(place.isClassHere) === true;
}

/** Those of several schools first: they are the ones who may have to be detached. */
function bySchools(people: readonly UserRecord[]): UserRecord[] {
  return people.toSorted((a, b) => b.structures.length - a.structures.length);
}

async function readInBulk(
  { uai }: Place,
  { ask, orGap }: Asking,
): Promise<Map<string, string[]> | undefined> {
  if (!uai) return undefined;
  const path = `/directory/user/structures/list?uai=${encodeURIComponent(uai)}&type=Teacher&type=Personnel&administrativeStructure=true`;
  const gap = 'Les établissements de rattachement n’ont pas pu être lus d’un seul coup';
  return orGap(gap, ask(path, attachmentsByLogin));
}

/** One GET each, in this order. */
async function readOneByOne(
  order: readonly UserRecord[],
  place: Place,
  found: Map<string, Attached>,
  { ask, gaps, step, expect }: Asking,
): Promise<void> {
  let answered = 0;
  let refused = 0;
  let unknown = 0;
  expect(order.length);
  await twoAtATime(order, async ({ id }) => {
    step('Établissements de rattachement, une personne à la fois');
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

function unaskedSentence(count: number): string {
  return `L’établissement de rattachement de ${count} personnes, qui ont ici une fonction et une classe, n’a pas été demandé : le clic qui les détacherait n’est pas retenu.`;
}

function unknownSentence(count: number): string {
  return count === 1
    ? 'L’établissement de rattachement d’une personne n’a pas pu être lu : elle reste à vérifier.'
    : `L’établissement de rattachement de ${count} personnes n’a pas pu être lu : elles restent à vérifier.`;
}
