import { expect, test } from 'vitest';
import { typographyFaults } from '@/tests/helpers/typography';
import { importFailureText } from '@/utils/report/import-failure';

test('says all that the guide asks for, failures first', () => {
  const { subject, body } = importFailureText({
    school: { name: 'Collège fictif', uai: '0490856P' },
    platform: 'itslearning',
    step: 'Historique des imports',
    date: '11/02/2019 10:32',
    status: 'Fait',
    type: 'Automatique',
    counts: [
      { what: 'Nombre de création de cours', done: 0, failed: 0 },
      { what: 'Nombre de création de hiérarchie', done: 9719, failed: 237 },
    ],
    unreconciled: { pupils: 405 },
    anomaly: 'groupes non créés',
    file: { name: 'edt.xml', software: 'PRONOTE 2026', madeOn: '2026-09-07T09:12:00' },
  });
  expect(subject).toBe('Import EDT – Collège fictif (0490856P) – groupes non créés');
  expect(body).toMatch(/Capture d’écran/);
  expect(body).toMatch(/produit le 07\/09\/2026/);
  expect(body).toMatch(/Apprenants non réconciliés\u00A0: 405/);
  expect(body).not.toMatch(/Enseignants non réconciliés/);
  const errors = body.split('\n').filter((line) => line.startsWith('- '));
  expect(errors[0]).toMatch(/hiérarchie\u00A0: 9\s719 en succès, 237 en erreur/);
  for (const line of body.split('\n')) expect(typographyFaults(line)).toEqual([]);
});

test('what is not known is left to be filled in, never invented', () => {
  const { subject, body } = importFailureText({ school: { name: '' }, step: ' ', anomaly: '' });
  expect(subject).toBe('Import EDT – (à compléter) – anomalie');
  expect(body.match(/\(à compléter\)/g)).toHaveLength(3);
  expect(body).not.toMatch(/undefined|Récapitulatif|Statut/);
});
