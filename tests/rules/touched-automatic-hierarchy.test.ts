import { tree } from '@/tests/helpers/itslearning-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { touchedAutomaticHierarchy } from '@/utils/rules/touched-automatic-hierarchy';

const hierarchy = (...paths: string[]) => ({ hierarchy: complete(...tree(...paths)) });
const holds = ['change-hierarchy', 'move-hierarchy'] as const;
const kept = (subject: string) => ({ subject, holds, says: /tenue par l’intégration/ });

testRule(touchedAutomaticHierarchy, [
  {
    name: 'copiée, renommée, privée de sa marque',
    facts: hierarchy(
      'A/Enseignants [synchronisé] (copie)',
      'A/Espaces de travail 2026-2027 bis',
      'A/Apprenants',
    ),
    reviews: [
      { subject: 'Enseignants [synchronisé] (copie)', says: /nom/ },
      { subject: 'Espaces de travail 2026-2027 bis' },
      { subject: 'Apprenants' },
    ],
  },
  {
    name: 'deux fois au même endroit : la seconde',
    facts: hierarchy('A/Apprenants [synchronisé]', 'A/Apprenants [Synchronisé]'),
    reviews: [{ subject: 'Apprenants [Synchronisé]', says: /même endroit/ }],
    cards: [kept('Apprenants [synchronisé]')],
  },
  {
    name: 'glissée dans une autre',
    facts: hierarchy('A/Apprenants [synchronisé]', 'A/Projet', 'A/Projet/Responsables [synchronisé]'),
    reviews: [{ subject: 'Responsables [synchronisé]', says: /«.Projet.»/ }],
    cards: [kept('Apprenants [synchronisé]')],
  },
  {
    name: 'intactes : rien à dire, sinon à qui voudrait les modifier',
    facts: hierarchy(
      'A/Apprenants [synchronisé]',
      'A/Apprenants [synchronisé]/6 A',
      'B/Responsables [synchronisé]',
      'A/Cours 2026-2027',
      'A/Cours de théâtre',
    ),
    cards: [
      kept('Apprenants [synchronisé]'),
      kept('6 A'),
      kept('Responsables [synchronisé]'),
      kept('Cours 2026-2027'),
    ],
    passes: true,
  },
]);
