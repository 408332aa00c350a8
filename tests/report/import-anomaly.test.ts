import { expect, test } from 'vitest';
import { importRun, reconciliation } from '@/tests/helpers/import-facts';
import { complete } from '@/tests/helpers/test-rule';
import { typographyFaults } from '@/tests/helpers/typography';
import type { Facts } from '@/utils/core/facts';
import { importFailureIn } from '@/utils/report/import-anomaly';
import { importFailureText } from '@/utils/report/import-failure';

const ABOUT = {
  school: { id: '0490856P', name: 'Collège fictif', uai: '0490856P' },
  platform: 'itslearning',
  step: 'Import EDT, récapitulatif',
};
const COUNTS = [
  { what: 'Nombre de création de cours', done: 0, failed: 0 },
  { what: 'Nombre de création de groupe', done: 526, failed: 1 },
  { what: 'Nombre de création de hiérarchie', done: 9719, failed: 237 },
  { what: "Nombre de création d'évènement", done: 16491, failed: 0 },
];

test('a recap with errors: school, step, counts and anomaly filled in, the state from the history beside it', () => {
  const facts: Facts = {
    importRuns: complete(
      importRun('11/02/2019 10:32', { counts: COUNTS }),
      importRun('11/02/2019 10:32', { status: 'Fait', type: 'Automatique', latest: true }),
    ),
    reconciliations: complete(reconciliation('pupil', 1163, 405), reconciliation('teacher', 91, 16)),
  };
  const failure = importFailureIn(facts, ABOUT);
  expect(failure).toMatchObject({
    status: 'Fait',
    type: 'Automatique',
    unreconciled: { pupils: 405, teachers: 16 },
  });
  const { subject, body } = importFailureText(failure as NonNullable<typeof failure>);
  expect(subject).toContain('Collège fictif (0490856P)');
  expect(body).toMatch(/237 erreurs de création de hiérarchie, 1 erreur de création de groupe/);
  expect(body).toMatch(/Étape\u00A0: Import EDT, récapitulatif/);
  expect(body).toMatch(/Apprenants non réconciliés\u00A0: 405/);
  expect(body).not.toContain('à compléter');
  // The recap's own lines are in the screen's own words.
  for (const line of body.split('\n').filter((one) => !one.startsWith('- ')))
    expect(typographyFaults(line), line).toEqual([]);
});

test('a last import that was broken off has no counts to give', () => {
  const facts: Facts = {
    importRuns: complete(
      importRun('16/01/2019 13:05', { status: 'Interrompu', type: 'Manuel', latest: true }),
    ),
  };
  expect(importFailureIn(facts, ABOUT)).toMatchObject({
    date: '16/01/2019 13:05',
    anomaly: 'import «\u00A0Interrompu\u00A0»',
  });
});

test('nothing failed, or only long ago: nothing to write', () => {
  const quiet = importRun('11/02/2019 10:32', { counts: COUNTS.map((count) => ({ ...count, failed: 0 })) });
  const old = importRun('16/01/2019 13:05', { status: 'Interrompu' });
  expect(importFailureIn({ importRuns: complete(quiet, old) }, ABOUT)).toBeUndefined();
  expect(importFailureIn({}, ABOUT)).toBeUndefined();
});

test('without a school on the screen, the code of the file is given and the name left to be filled in', () => {
  const facts: Facts = {
    importRuns: complete(importRun('11/02/2019 10:32', { counts: COUNTS })),
    importFiles: complete({
      at: { in: 'page', page: 'itslearning/import-edt-file', key: 'x' },
      uai: '0490856P',
    }),
  };
  const failure = importFailureIn(facts, { platform: 'itslearning', step: '' });
  expect(failure?.school).toEqual({ name: '', uai: '0490856P' });
});
