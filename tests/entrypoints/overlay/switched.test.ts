import { expect, test } from 'vitest';
import { switched } from '@/entrypoints/overlay/switched';
import { edifice } from '@/utils/ents/edifice/edifice';
import { EDIFICE_RULES } from '@/utils/rules/lists/edifice';
import type { Switches } from '@/utils/switches';

const kit = { rules: Object.values(EDIFICE_RULES), companions: [] };

/** A family as it is with these switches, which may change afterwards. */
function withSwitches(...off: string[]) {
  let now: Switches = { demonstration: false, off: new Set(off) };
  return {
    ...switched(edifice, kit, () => now),
    set: (next: Partial<Switches>) => (now = { ...now, ...next }),
  };
}

test('nothing switched: the family itself, and not a word', () => {
  const { ent, kit: left, view } = withSwitches();
  expect(ent.pages).toEqual(edifice.pages);
  expect(ent.live).toBe(edifice.live);
  expect(left.rules).toEqual(kit.rules);
  expect(view()).toEqual({ things: expect.any(Set) });
});

test('a rule that is off is not among those judged, and is named', () => {
  const { kit: left, isOff, view } = withSwitches('empty-class');
  expect(left.rules.map(({ id }) => id)).not.toContain('empty-class');
  expect(isOff('empty-class')).toBe(true);
  expect(view().off).toEqual([EDIFICE_RULES['empty-class'].title]);
});

test('a screen, the control of the school and a hold are switched off each by itself', () => {
  const { ent, passes, view } = withSwitches('edifice/users', 'live/edifice', 'hold/delete-group');
  expect(ent.pages.map(({ id }) => id)).not.toContain('edifice/users');
  expect(ent.pages).toHaveLength(edifice.pages.length - 1);
  expect(ent.live).toBeUndefined();
  expect(passes('delete-group')).toBe(true);
  expect(passes('delete-user')).toBe(false);
  expect(view().off).toEqual([
    edifice.pages.find(({ id }) => id === 'edifice/users')?.title,
    'contrôle de tout l’établissement',
    'clics retenus, en partie',
  ]);
});

test('a switch acts at once, and the lists stay the same ones as long as nothing is switched', () => {
  const { ent, kit: left, set } = withSwitches();
  expect(left.rules).toBe(left.rules);
  set({ off: new Set(['empty-class', 'edifice/users']) });
  expect(left.rules).toHaveLength(kit.rules.length - 1);
  expect(ent.pages).toHaveLength(edifice.pages.length - 1);
  set({ off: new Set() });
  expect(left.rules).toHaveLength(kit.rules.length);
});

test('the rules whose subjects are things are told from those that name people', () => {
  const { things } = withSwitches().view();
  expect(things?.has('past-year-group')).toBe(true);
  expect(things?.has('empty-class')).toBe(true);
  for (const id of ['departed-teacher', 'departed-group-member', 'classless-pupil', 'teacher-outside-gar'])
    expect(things?.has(id), id).toBe(false);
});
