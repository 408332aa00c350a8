import { FIELD_NAMES, type Field } from '@/utils/files/fields';
import { removalRequest } from '@/utils/files/removal-request';
import { readRow } from '@/utils/files/roster';
import { fold } from '@/utils/matching/fold';
import type { Desk } from './desk';
import type { ListedPerson, Requests } from './protocol';

/** What tells two homonyms of a list apart, best first. */
const DETAILS: readonly Field[] = ['functions', 'subjects', 'username', 'class', 'key'];

/** The people of a file whose name or details hold every word searched, whatever accents and case. */
export function listPeople(
  desk: Desk,
  { file, search, limit }: Requests['people']['carries'],
): Requests['people']['gives'] {
  const { roster } = desk.file(file);
  if (!roster) return { people: [], found: 0 };
  const words = fold(search).split(' ').filter(Boolean);
  const people: ListedPerson[] = [];
  let found = 0;
  for (let row = 0; row < roster.table.rowCount; row++) {
    const { values } = readRow(roster, row);
    const name = [values.lastName, values.firstName].filter(Boolean).join(' ').trim();
    const detail = DETAILS.flatMap((field) =>
      values[field] ? [`${FIELD_NAMES[field]}\u00A0: ${values[field]}`] : [],
    )
      .slice(0, 2)
      .join(' · ');
    const text = words.length > 0 ? fold(`${name} ${detail}`) : '';
    if (!words.every((word) => text.includes(word))) continue;
    found++;
    if (people.length < limit)
      people.push({ row, name: name || `ligne ${roster.table.lineOf(row)}`, detail });
  }
  return { people, found };
}

/** The removal request of the rows picked; null when none is. */
export function writeRequest(
  desk: Desk,
  { file, ...rest }: Requests['removal']['carries'],
): Requests['removal']['gives'] {
  const { table } = desk.file(file);
  const request = table && removalRequest({ table, ...rest });
  if (!request) return null;
  const { fileName, bytes, to, subject, body, warnings } = request;
  return {
    fileName,
    bytes: new Uint8Array(bytes),
    to,
    subject,
    body,
    warnings: warnings.map(({ message, advice }) => `${message} ${advice}`),
  };
}
