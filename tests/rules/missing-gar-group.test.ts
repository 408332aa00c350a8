import { group, structure } from '@/tests/helpers/groups';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { missingGarGroup } from '@/utils/rules/missing-gar-group';

const SUBJECT = 'Resp-Affect-GAR';
const groups = complete(group('APE 2026-2027'), group('Respect et affection gare'));

testRule(missingGarGroup, [
  {
    name: 'GAR actif, groupe absent',
    facts: { manualGroups: groups, structure: structure(true) },
    reviews: [{ subject: SUBJECT, says: /actif/ }],
  },
  {
    name: 'on ne sait pas si le GAR est actif',
    facts: { manualGroups: groups },
    reviews: [{ subject: SUBJECT, says: /vérifiez/ }],
  },
  {
    name: 'aucun groupe du tout',
    facts: { manualGroups: complete(), structure: structure(true) },
    reviews: [{ subject: SUBJECT }],
  },
  { name: 'GAR inactif', facts: { manualGroups: groups, structure: structure(false) }, passes: true },
  {
    name: 'groupe présent, écrit autrement',
    facts: { manualGroups: complete(group('Resp. affect. GAR')), structure: structure(true) },
    passes: true,
  },
]);
