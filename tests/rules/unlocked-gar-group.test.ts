import { describe, expect, test } from 'vitest';
import { group } from '@/tests/helpers/groups';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { isGarGroup } from '@/utils/rules/group-name';
import { unlockedGarGroup } from '@/utils/rules/unlocked-gar-group';

testRule(unlockedGarGroup, [
  {
    name: 'fait à la main, donc sans verrou',
    facts: { manualGroups: complete(group('Resp Affect Gar', { deletionLocked: false })) },
    flags: [{ subject: 'Resp Affect Gar', holds: ['delete-group'] }],
  },
  {
    name: 'verrou inconnu depuis la liste : à vérifier, et retenu quand même',
    facts: { manualGroups: complete(group('RESP-AFFECT-GAR')) },
    reviews: [{ subject: 'RESP-AFFECT-GAR', holds: ['delete-group'] }],
  },
  {
    name: 'verrouillé par la plateforme',
    facts: { manualGroups: complete(group('RESP-AFFECT-GAR', { deletionLocked: true })) },
    passes: true,
  },
  {
    name: 'autre groupe sans verrou',
    facts: { manualGroups: complete(group('APE 2022-2023', { deletionLocked: false })) },
    passes: true,
  },
]);

describe('isGarGroup', () => {
  test.each([
    'RESP-AFFECT-GAR',
    'Resp-Affect-GAR',
    'Resp Affect Gar',
    'resp_affect_gar',
    'Resp. affect. GAR',
    'RespAffectGAR',
    'RESP–AFFECT–GAR',
    'Responsables d’affectation GAR',
    'Responsable affectation du GAR',
    'Resp-Affect-GAR 2026-2027',
  ])('reconnaît %s', (name) => expect(isGarGroup(name)).toBe(true));

  test.each([
    'GAR',
    'Respect et affection gare',
    'Resp. affichage garderie',
    'Resp-Affect-GARDERIE',
    'Responsables garderie',
    'Affectation GAR',
    'Enseignants Resp-Affect',
  ])('ne prend pas %s pour lui', (name) => expect(isGarGroup(name)).toBe(false));
});
