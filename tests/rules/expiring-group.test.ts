import { living } from '@/tests/helpers/skolengo-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { expiringGroup } from '@/utils/rules/expiring-group';

testRule(expiringGroup, [
  {
    name: 'limité à l’année : il disparaîtra',
    facts: { freeGroups: complete(living('Chorale', 'year'), living('Conseil', 'lasting')) },
    flags: [{ subject: 'Chorale', says: /disparaîtra/ }],
  },
  {
    name: 'une durée que personne ne connaît est indéterminée, et citée',
    facts: { freeGroups: complete(living('Atelier', undefined, '31/08/2029')) },
    reviews: [{ subject: 'Atelier', says: /^Indéterminé\s: «\s31\/08\/2029\s»/ }],
  },
  {
    name: 'une durée qui n’a pas été lue est indéterminée',
    facts: { freeGroups: complete(living('Atelier')) },
    reviews: [{ subject: 'Atelier', says: /n’a pas été lue/ }],
  },
  { name: 'pérenne', facts: { freeGroups: complete(living('Conseil', 'lasting')) }, passes: true },
  { name: 'aucun groupe', facts: { freeGroups: complete() }, passes: true },
]);
