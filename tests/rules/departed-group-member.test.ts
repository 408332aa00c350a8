import { expect, test } from 'vitest';
import { members } from '@/tests/helpers/groups';
import { complete, onPage, testRule } from '@/tests/helpers/test-rule';
import { audit } from '@/utils/core/audit';
import { contextOn } from '@/utils/core/context';
import { departedGroupMember } from '@/utils/rules/departed-group-member';

const APE = 'APE 2026-2027';
const isolated = {
  ...members(APE),
  members: [
    { name: 'ANCIEN Lou', belongs: 'nowhere' as const, at: onPage('ANCIEN Lou|Guest', 'edifice/group') },
  ],
};

testRule(departedGroupMember, [
  {
    name: 'un membre sans aucun établissement',
    facts: { memberships: complete(members(APE, 'here', 'nowhere')) },
    flags: [{ subject: APE, says: /^1 membre sur 2 / }],
  },
  {
    name: 'membres passés dans un autre établissement',
    facts: { memberships: complete(members(APE, 'elsewhere', 'nowhere', 'here')) },
    flags: [{ subject: APE, says: /^2 membres sur 3 .*dont 1 dans un autre/ }],
  },
  {
    name: 'la personne elle-même est marquée sur la fiche du groupe',
    facts: { memberships: complete(isolated) },
    flags: [{ subject: APE }],
  },
  {
    name: 'rattachement inconnu : silence, jamais « parti »',
    facts: { memberships: complete(members(APE, undefined, undefined)) },
    passes: true,
  },
  {
    name: 'rattachement inconnu d’un seul : à vérifier',
    facts: { memberships: complete(members(APE, undefined, 'here')) },
    reviews: [{ subject: APE, says: /inconnu pour 1 membre sur 2/ }],
  },
  { name: 'groupe vide', facts: { memberships: complete(members(APE)) }, passes: true },
]);

test('les membres concernés sont nommés, par ordre alphabétique, et eux seuls', () => {
  const list = {
    ...members(APE),
    members: [
      { name: 'ZOLA Émile', belongs: 'nowhere' as const },
      { name: 'RESTÉ Jean', belongs: 'here' as const },
      { name: 'ANCIEN Lou', belongs: 'elsewhere' as const },
    ],
  };
  const context = contextOn(new Date('2026-11-23T12:00:00'), { ent: 'edifice' });
  const [result] = audit([departedGroupMember], { memberships: complete(list) }, context);
  expect(result?.flags[0]?.names).toEqual(['ANCIEN Lou', 'ZOLA Émile']);
  expect(result?.flags[0]?.says).not.toMatch(/ZOLA|ANCIEN/);
});
