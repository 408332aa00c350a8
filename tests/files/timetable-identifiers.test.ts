import { expect, test } from 'vitest';
import { complete } from '@/tests/helpers/test-rule';
import { timetablePupil, timetableTeacher } from '@/tests/helpers/timetable-facts';
import { compareIdentifiers, sampleIdentifiers } from '@/utils/files/timetable-identifiers';

const SALT = 'a'.repeat(64);
const NAMES = Array.from({ length: 200 }, (_, n) => `FICTIF${String.fromCharCode(65 + (n % 26))}${n} Noé`);

const school = (identifier: (n: number) => string, names = NAMES) => ({
  timetablePupils: complete(
    ...names.map((name, n) => timetablePupil(name, { idpn: identifier(n), birthDate: '28/02/2013' })),
  ),
  timetableTeachers: complete(timetableTeacher('EXEMPLE Alix', { idpn: 'T1' })),
});
const first = school((n) => `ID${n}`);

test('sixty people at most, none of them named nor their identifier', async () => {
  const sample = await sampleIdentifiers(first, SALT);
  expect(sample).toHaveLength(60);
  const text = JSON.stringify(sample);
  expect(text).not.toMatch(/FICTIF|ID\d|EXEMPLE/i);
  for (const { person, identifier } of sample) expect(`${person} ${identifier}`).toMatch(/^\w{16} \w{16}$/);
});

test('the same people are chosen again whoever came, so that they can be compared', async () => {
  const sample = await sampleIdentifiers(first, SALT);
  const later = school((n) => (n < 200 ? `ID${n}` : `N${n}`), [...NAMES, 'NOUVEAU Léa', 'NOUVELLE Zoé']);
  expect(await compareIdentifiers(sample, later, SALT)).toEqual({ compared: 60, changed: 0 });
});

test('renewed identifiers are counted, whatever the writing of names and dates', async () => {
  const sample = await sampleIdentifiers(first, SALT);
  const renewed = {
    timetablePupils: complete(
      ...NAMES.map((name, n) =>
        timetablePupil(name.toLowerCase(), { idpn: `AUTRE${n}`, birthDate: '2013-02-28' }),
      ),
    ),
  };
  const found = await compareIdentifiers(sample, renewed, SALT);
  expect(found?.changed).toBe(found?.compared);
  expect(found?.compared).toBeGreaterThan(55);
});

test('namesakes prove nothing, nor does a file of nobody', async () => {
  const sample = await sampleIdentifiers(first, SALT);
  const twice = school(
    (n) => `AUTRE${n}`,
    NAMES.flatMap((name) => [name, name]),
  );
  expect((await compareIdentifiers(sample, twice, SALT))?.changed ?? 0).toBe(0);
  expect(await compareIdentifiers(sample, {}, SALT)).toBeUndefined();
  expect(await compareIdentifiers([], first, SALT)).toBeUndefined();
});

test('with another salt nobody is recognised', async () => {
  const sample = await sampleIdentifiers(first, SALT);
  expect(await compareIdentifiers(sample, first, 'b'.repeat(64))).toBeUndefined();
});
