import { describe, expect, test } from 'vitest';
import { typographyFaults } from '@/tests/helpers/typography';
import { compareWithFound, type PredictedImport } from '@/utils/files/expected';

const predicted: PredictedImport = {
  created: 214,
  updated: 560,
  deleted: 190,
  perProfile: [
    { profile: 'pupil', created: 200, updated: 510, deleted: 185 },
    { profile: 'teacher', created: 14, updated: 50, deleted: 5 },
  ],
};

describe('what was expected against what was found', () => {
  test('nothing to say when all agrees, or when the report is silent', () => {
    expect(compareWithFound(predicted, { created: 214, updated: 560, deleted: 190 })).toEqual([]);
    expect(compareWithFound(predicted, {})).toEqual([]);
    expect(compareWithFound(predicted, { perProfile: [{ profile: 'pupil', created: 200 }] })).toEqual([]);
  });

  test.each([
    [
      { created: 215 },
      'created',
      '215\u00A0comptes créés au lieu de 214, soit 1 de plus\u00A0: des doublons ont pu être créés.',
    ],
    [
      { created: 0 },
      'created',
      '0\u00A0compte créé au lieu de 214, soit 214 de moins\u00A0: des personnes nouvelles manquent peut-être.',
    ],
    [
      { updated: 1 },
      'updated',
      '1\u00A0compte reconnu au lieu de 560, soit 559 de moins\u00A0: des personnes connues n’ont pas été reconnues, ou leur ligne a été rejetée.',
    ],
    [
      { deleted: 1_190 },
      'deleted',
      '1\u202F190\u00A0comptes supprimés au lieu de 190, soit 1\u202F000 de plus\u00A0: des comptes ont été supprimés sans que le fichier l’annonce.',
    ],
  ])('%j', (found, what, says) => {
    const gaps = compareWithFound(predicted, found);
    expect(gaps).toMatchObject([{ what, says }]);
    expect(gaps.flatMap((gap) => typographyFaults(gap.says))).toEqual([]);
  });

  test('by profile, and for a profile that nobody expected', () => {
    const gaps = compareWithFound(predicted, {
      perProfile: [
        { profile: 'teacher', created: 15, deleted: 5 },
        { profile: 'guest', created: 2 },
      ],
    });
    expect(gaps.map(({ profile, what, expected, found }) => [profile, what, expected, found])).toEqual([
      ['teacher', 'created', 14, 15],
      ['guest', 'created', 0, 2],
    ]);
    expect(gaps[0]?.says).toMatch(/^Enseignants\u00A0: 15\u00A0comptes créés/);
  });
});
