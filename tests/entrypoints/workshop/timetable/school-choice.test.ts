import { describe, expect, test } from 'vitest';
import type { Source } from '@/entrypoints/workshop/timetable/protocol';
import { schoolView } from '@/entrypoints/workshop/timetable/school-choice';
import { initialState } from '@/entrypoints/workshop/timetable/state';
import { timetableFile } from '@/tests/helpers/timetable-facts';
import { typographyFaults } from '@/tests/helpers/typography';

const source = (file: string, uai: string, id: number): Source => ({
  id,
  file,
  kind: 'clear',
  problems: [],
  unknowable: [],
  envelope: timetableFile({ uai, form: 'clear' }),
});
const ONE = [source('a.xml', '0490856P', 1)];
const TWO = [...ONE, source('b.xml', '0134567A', 2)];

const view = (uai: string, sources: readonly Source[]) => {
  const { verdict, inFiles } = schoolView({ ...initialState('2026-09-08'), uai, sources });
  if (verdict) expect(typographyFaults(verdict.text)).toEqual([]);
  return { grade: verdict?.grade, text: verdict?.text ?? '', offered: inFiles.map(({ value }) => value) };
};

describe('the school of the import is the person’s to say, and a disagreement is told and can be settled', () => {
  test.each([
    ['nothing given', '', [], undefined, /^$/, []],
    [
      'one file, no code typed',
      '',
      ONE,
      'review',
      /celui de 0490856P\. Est-ce l’établissement/,
      ['0490856P'],
    ],
    [
      'two schools, no code typed',
      '',
      TWO,
      'review',
      /a\.xml est de 0490856P, b\.xml de 0134567A\. Choisissez/,
      ['0490856P', '0134567A'],
    ],
    ['the right code', '0490856p', ONE, 'pass', /bien celui de 0490856P/, []],
    [
      'another code',
      '0134567A',
      ONE,
      'critical',
      /celui de 0490856P, pas de 0134567A\. Si le code/,
      ['0490856P'],
    ],
    ['one of two', '0490856P', TWO, 'critical', /^b\.xml est de 0134567A, pas de 0490856P/, ['0134567A']],
    ['no code at all', 'Collège', ONE, 'serious', /sept chiffres/, ['0490856P']],
    ['no file says its school', '0490856B', [], 'review', /lettre attendue/, []],
  ] as const)('%s', (_name, uai, sources, grade, text, offered) => {
    const shown = view(uai, sources);
    expect(shown.text).toMatch(text);
    expect([shown.grade, shown.offered]).toEqual([grade, offered]);
  });

  test('a school that was seen is offered by its name too', () => {
    const schools = [
      {
        key: 'k',
        ent: 'itslearning',
        host: 'h',
        id: 'i',
        name: 'Collège fictif',
        uai: '0490856P',
        seenAt: '',
      },
    ] as never;
    const { inFiles } = schoolView({ ...initialState('2026-09-08'), sources: ONE, schools });
    expect(inFiles[0]?.label).toContain('0490856P (Collège fictif)');
  });
});
