import { complete, onPage, testRule } from '@/tests/helpers/test-rule';
import { shrinkingImport } from '@/utils/rules/shrinking-import';

const LINES = [
  'Nombre de cours créés',
  "Nombre d'évènements créés",
  "Nombre d'évènements supprimés",
  "Nombre d'appartenances créées",
  "Nombre d'appartenances supprimées",
];
const summary = (...numbers: number[]) => ({
  at: onPage("Résumé de l'import", 'itslearning/import-edt-summary'),
  counts: LINES.map((what, at) => ({ what, done: numbers[at] ?? 0 })),
});

testRule(shrinkingImport, [
  {
    name: 'l’exemple du guide : 882 supprimés pour 320 créés',
    facts: { importSummaries: complete(summary(0, 320, 882, 73, 140)) },
    reviews: [
      { subject: "Nombre d'évènements supprimés", says: /882 suppressions pour 320 créations/ },
      { subject: "Nombre d'appartenances supprimées", says: /140 suppressions pour 73/ },
    ],
  },
  {
    name: 'quelques suppressions, ou autant que de créations',
    facts: { importSummaries: complete(summary(0, 0, 12, 0, 20), summary(0, 300, 310, 50, 60)) },
    passes: true,
  },
]);
