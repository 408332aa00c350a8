import { group } from '@/tests/helpers/groups';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { undatedGroup } from '@/utils/rules/undated-group';

const passes = (name: string) => ({
  name,
  facts: { manualGroups: complete(group(name)) },
  passes: true as const,
});

testRule(undatedGroup, [
  {
    name: 'aucune année',
    facts: { manualGroups: complete(group('Chorale'), group('Équipe pédagogique 2026-2027')) },
    flags: [{ subject: 'Chorale', says: /Aucune année/ }],
  },
  {
    name: 'la date de création est dite quand elle est connue',
    facts: { manualGroups: complete(group('Chorale', { createdOn: '2024-11-05' })) },
    flags: [{ subject: 'Chorale', says: /05\/11\/2024/ }],
  },
  {
    name: 'un numéro de salle n’est pas une année',
    facts: { manualGroups: complete(group('Salle 12 étage 3')) },
    flags: [{ subject: 'Salle 12 étage 3' }],
  },
  passes('APE 2022-2023'),
  passes('Kermesse 2024'),
  passes('CM2 26/27'),
  passes('RESP-AFFECT-GAR'),
]);
