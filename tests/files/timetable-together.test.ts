import { expect, test } from 'vitest';
import {
  clearFile,
  encryptedFile,
  exportedCourses,
  exportedPupils,
  pastedCourses,
} from '@/tests/helpers/generate-timetable';
import { timetableModel } from '@/tests/helpers/timetable-model';
import { audit } from '@/utils/core/audit';
import { schoolYearOn } from '@/utils/core/context';
import { expectedCourses } from '@/utils/files/expected-courses';
import { readTimetable } from '@/utils/files/timetable';
import { readPastedList } from '@/utils/files/timetable-paste';
import { together } from '@/utils/files/timetable-together';
import { doubleIdpn } from '@/utils/rules/double-idpn';
import { utf8 } from './tables';

const model = timetableModel(4, { pupils: 40 });
const clear = readTimetable('edt.xml', utf8(clearFile(model)));
const encrypted = readTimetable('chiffre.xml', utf8(encryptedFile()));
const lessons = readTimetable('EXP_COURS.xml', utf8(exportedCourses(model)));
const pupils = readTimetable('EXP_ELEVE.xml', utf8(exportedPupils(model)));
const pasted = readPastedList(pastedCourses(model));

test('an envelope, a list of lessons and a list of pupils make one timetable', () => {
  const { facts, left } = together([encrypted, lessons, pupils]);
  expect(left).toEqual([]);
  expect(facts.timetableFiles?.items).toHaveLength(1);
  expect(facts.lessons).toBe(lessons.facts.lessons);
  expect(facts.timetablePupils).toBe(pupils.facts.timetablePupils);
  // The classes of the list of pupils, since those of the lessons don't say how many pupils they have.
  expect(facts.timetableClasses?.items.every((one) => one.pupils !== undefined)).toBe(true);
  const counted = expectedCourses(facts).filter(({ participants }) => participants !== undefined);
  expect(counted.length).toBeGreaterThan(0);
});

test('lessons that two readings tell are counted once, and that is said', () => {
  const { facts, left } = together([pasted, clear]);
  expect(facts.lessons?.items).toHaveLength(model.lessons.length);
  expect(facts.lessons).toBe(clear.facts.lessons);
  expect(left).toEqual([
    'Cours\u00A0: ceux de «\u00A0edt.xml\u00A0» sont contrôlés, pas ceux de «\u00A0Liste collée\u00A0».',
  ]);
});

test('what could not be read adds nothing', () => {
  const broken = readTimetable('lettre.xml', utf8('Bonjour'));
  expect(together([broken])).toEqual({ facts: {}, left: [] });
  expect(together([broken, clear]).facts.lessons).toBe(clear.facts.lessons);
});

test('of two files of two schools, that of the import is controlled, whatever its kind, and that is said', () => {
  const other = readTimetable('autre.xml', utf8(clearFile(model, { uai: '0134567A' })));
  const { facts, left } = together([other, encrypted], '0490856P');
  expect(facts.lessons).toBeUndefined();
  expect(facts.timetableFiles?.items.map(({ uai }) => uai)).toEqual(['0490856P', '0134567A']);
  expect(left.join()).toMatch(/autre\.xml.*0134567A, pas de 0490856P/);
  // With no file of the school chosen, the person may have typed the wrong code: what was given is controlled.
  expect(together([other], '0490856P').facts.lessons).toBe(other.facts.lessons);
});

test('identifiers are judged where a file gives them, never passed on lists that have none', () => {
  const context = {
    ent: 'itslearning',
    today: '2026-09-08',
    schoolYear: schoolYearOn('2026-09-08'),
  } as const;
  const outcome = (...read: Parameters<typeof together>[0]) =>
    audit([doubleIdpn], together(read).facts, context).map((one) => one.outcome);
  expect(outcome(lessons, pupils)).toEqual(['inapplicable']);
  expect(outcome(pasted, pupils)).toEqual(['inapplicable']);
  expect(outcome(clear)).not.toEqual(['inapplicable']);
});

test('without the groups of pupils, courses of classes are counted and courses of groups are not', () => {
  const without = readTimetable(
    'EXP_ELEVE.xml',
    utf8(exportedPupils(model).replace(/<GROUPES>.*?<\/GROUPES>|<GROUPES\/>/g, '')),
  );
  const counts = (file: typeof pupils) =>
    new Map(expectedCourses(together([lessons, file]).facts).map((one) => [one.name, one.participants]));
  const all = counts(pupils);
  const some = counts(without);
  const known = [...some].filter(([, participants]) => participants !== undefined);
  expect(known.length).toBeGreaterThan(0);
  for (const [name, participants] of known) expect(all.get(name)).toBe(participants);
  expect(known.length).toBeLessThan([...all.values()].filter((one) => one !== undefined).length);
});
