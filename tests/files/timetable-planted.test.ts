import { describe, expect, test } from 'vitest';
import {
  clearFile,
  encryptedFile,
  exportedCourses,
  exportedPupils,
  pastedCourses,
} from '@/tests/helpers/generate-timetable';
import { timetableModel } from '@/tests/helpers/timetable-model';
import { audit } from '@/utils/core/audit';
import type { Context } from '@/utils/core/context';
import type { Facts } from '@/utils/core/facts';
import { mergeFacts } from '@/utils/core/merge-facts';
import { readTimetable } from '@/utils/files/timetable';
import { readPastedList } from '@/utils/files/timetable-paste';
import { TIMETABLE_RULES } from '@/utils/rules/lists/timetable';
import { latin1, utf8, utf16 } from './tables';

const context: Context = {
  ent: 'itslearning',
  today: '2026-09-08',
  schoolYear: { startsIn: 2026 },
  school: { id: '1', name: 'Collège fictif', uai: '0490856P' },
};

/** Subjects found by each rule that found something; `found.error` when one failed. */
function flagged(facts: Facts, more: Partial<Context> = {}): Record<string, string[]> {
  const results = audit(Object.values(TIMETABLE_RULES), facts, { ...context, ...more });
  const found = results.filter(({ flags }) => flags.length > 0);
  expect(results.filter(({ outcome }) => outcome === 'error')).toEqual([]);
  return Object.fromEntries(
    found.map(({ rule, flags }) => [rule, flags.map(({ subject }) => subject).sort()]),
  );
}

function sorted(planted: Readonly<Record<string, readonly string[]>>, without: readonly string[] = []) {
  const kept = Object.entries(planted).filter(([rule]) => !without.includes(rule));
  return Object.fromEntries(kept.map(([rule, subjects]) => [rule, [...subjects].sort()]));
}

function factsOf(text: string | Uint8Array): Facts {
  const reading = readTimetable('edt.xml', typeof text === 'string' ? utf8(text) : text);
  expect(reading.problems).toEqual([]);
  return reading.facts;
}

describe.each([600, 2500])('a school of %s pupils', (pupils) => {
  const model = timetableModel(pupils, { pupils });
  const clear = clearFile(model, { uai: '0490856P' });

  test('clear file: every planted fault is found, and nothing else', () => {
    expect(flagged(factsOf(clear))).toEqual(sorted(model.planted));
  });

  test('clear file without faults: nothing is found', () => {
    const spotless = timetableModel(pupils, { pupils, faults: false });
    expect(flagged(factsOf(clearFile(spotless, { uai: '0490856P' })))).toEqual({});
  });

  test('lists exported by EDT: all that they can tell is found', () => {
    const facts = mergeFacts(
      factsOf(exportedCourses(model, 'Cours_annuels')),
      factsOf(exportedPupils(model)),
    );
    // No empty groups and no dates of leaving; teachers of one name are one entry; without identifiers, a double is a
    // homonym.
    const { homonym = [], 'double-idpn': doubled = [] } = model.planted;
    const expected = sorted(model.planted, ['memberless-group', 'double-idpn']);
    expected['past-year-pupil'] = ['ANCIEN Lou'];
    expected.homonym = [...homonym.slice(0, 1), ...doubled].sort();
    expect(flagged(facts)).toEqual(expected);
  });

  test('pasted list: the same lessons are found', () => {
    const reading = readPastedList(pastedCourses(model));
    expect(reading.problems).toEqual([]);
    const lessonRules = [
      'part-only-lesson',
      'audienceless-lesson',
      'multi-class-lesson',
      'teacherless-lesson',
    ];
    const others = Object.keys(model.planted).filter((rule) => !lessonRules.includes(rule));
    expect(flagged(reading.facts)).toEqual(sorted(model.planted, others));
  });
});

test('the same facts in every encoding', () => {
  const model = timetableModel(3, { pupils: 60 });
  const text = clearFile(model);
  const facts = factsOf(text);
  const declared = clearFile(model, { encoding: 'ISO-8859-1' });
  expect(factsOf(latin1(declared)).timetablePupils?.items.map(({ firstName }) => firstName)).toEqual(
    facts.timetablePupils?.items.map(({ firstName }) => firstName),
  );
  const utf16Text = clearFile(model, { encoding: 'UTF-16' });
  for (const littleEndian of [true, false])
    expect(factsOf(utf16(utf16Text, littleEndian))).toEqual(factsOf(utf16Text));
  expect(factsOf(utf8(`\uFEFF${text}`))).toEqual(facts);
});

test('an encrypted file is read for its envelope, and rules judge it', () => {
  const facts = factsOf(encryptedFile());
  expect(facts.timetableFiles?.items[0]).toEqual({
    at: { in: 'file', file: 'edt.xml', line: 2 },
    form: 'encrypted',
    uai: '0490856P',
    schoolName: 'COLLEGE FICTIF & CIE',
    partners: ['INDEXEDUCATION', 'itslearning'],
    madeOn: '2026-09-07T09:12:00+02:00',
    software: {
      text: 'PRONOTE Monoposte-PRONOTE 2026 - 0.5.14',
      product: 'PRONOTE',
      edition: 'Monoposte',
      release: '2026',
    },
  });
  expect(flagged(facts)).toEqual({});
  const wrong = encryptedFile({
    uai: '0134567A',
    partners: ['NEO-Open'],
    madeOn: '2026-06-30T08:00:00+02:00',
  });
  expect(Object.keys(flagged(factsOf(wrong)))).toEqual(['stale-file', 'wrong-partner', 'wrong-school-file']);
});
