import { group, members } from '@/tests/helpers/groups';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { emptyGroup } from '@/utils/rules/empty-group';

const APE = 'APE 2026-2027';

testRule(emptyGroup, [
  {
    name: 'liste des membres lue, et vide',
    facts: { manualGroups: complete(group(APE)), memberships: complete(members(APE)) },
    flags: [{ subject: APE, says: /vide/ }],
  },
  {
    name: 'vide malgré un compteur qui annonce trois membres',
    facts: {
      manualGroups: complete(group(APE, { announcedMembers: 3 })),
      memberships: complete(members(APE)),
    },
    flags: [{ subject: APE }],
  },
  {
    name: 'compteur à zéro, mais des membres lus',
    facts: {
      manualGroups: complete(group(APE, { announcedMembers: 0 })),
      memberships: complete(members(APE, 'here')),
    },
    passes: true,
  },
  {
    name: 'compteur à zéro sans liste lue : à vérifier seulement',
    facts: {
      manualGroups: complete(group(APE, { announcedMembers: 0 }), group('Chorale 2026-2027')),
      memberships: complete(members('Chorale 2026-2027', 'here')),
    },
    reviews: [{ subject: APE, says: /compteur/ }],
  },
  {
    name: 'le groupe GAR n’est jamais à supprimer, même vide',
    facts: {
      manualGroups: complete(group('Resp Affect Gar')),
      memberships: complete(members('Resp Affect Gar')),
    },
    passes: true,
  },
]);
