import { expect, test } from 'vitest';
import { group, members } from '@/tests/helpers/groups';
import { complete, partial } from '@/tests/helpers/test-rule';
import { mergeFacts } from '@/utils/core/merge-facts';

const names = (facts: ReturnType<typeof mergeFacts>) => facts.manualGroups?.items.map(({ name }) => name);

test('la lecture fraîche complète le détail sans perdre ce qui était su', () => {
  const merged = mergeFacts(
    { manualGroups: complete(group('APE', { id: 'g1', deletionLocked: false })) },
    { manualGroups: partial(group('APE', { createdOn: '2024-11-05' })) },
  );
  expect(merged.manualGroups).toEqual({
    items: [group('APE', { id: 'g1', deletionLocked: false, createdOn: '2024-11-05' })],
    complete: true,
  });
});

test('le lien d’une lecture complète survit à la lecture de l’écran', () => {
  const live = group('APE');
  const linked = { ...live, at: { ...live.at, link: '/admin/x' } };
  const merged = mergeFacts({ manualGroups: complete(linked) }, { manualGroups: complete(live) });
  expect(merged.manualGroups?.items[0]?.at).toHaveProperty('link', '/admin/x');
});

test('ce qu’une liste complète ne montre plus a disparu ; une liste partielle n’efface rien', () => {
  const before = { manualGroups: complete(group('APE'), group('Chorale')) };
  expect(names(mergeFacts(before, { manualGroups: complete(group('Chorale')) }))).toEqual(['Chorale']);
  expect(names(mergeFacts(before, { manualGroups: partial(group('Chorale')) }))).toEqual(['APE', 'Chorale']);
});

test('deux groupes du même nom ne sont jamais fondus en un', () => {
  const live = { manualGroups: complete(group('Chorale', { id: 'a' }), group('Chorale', { id: 'b' })) };
  const screen = { manualGroups: complete(group('Chorale'), group('Chorale')) };
  expect(mergeFacts(live, screen).manualGroups?.items.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('un groupe créé depuis apparaît', () => {
  const merged = mergeFacts(
    { manualGroups: complete(group('APE')) },
    { manualGroups: complete(group('APE'), group('Neuf')) },
  );
  expect(names(merged)).toEqual(['APE', 'Neuf']);
});

test('ouvrir la fiche d’un groupe ne fait pas oublier où sont ses membres', () => {
  const live = members('APE', 'elsewhere', 'here');
  const screen = { ...live, members: live.members.map(({ name }) => ({ name })) };
  const merged = mergeFacts({ memberships: complete(live) }, { memberships: partial(screen) });
  expect(merged.memberships?.items[0]?.members.map(({ belongs }) => belongs)).toEqual(['elsewhere', 'here']);
});
