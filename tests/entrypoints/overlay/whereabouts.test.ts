// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { LiveState } from '@/components/overlay/view';
import type { Told } from '@/entrypoints/overlay/companion';
import { type About, whereabouts } from '@/entrypoints/overlay/whereabouts';
import type { Ent } from '@/utils/ents/page';

const SCHOOL = { id: 'a', name: 'École des Papillons' };
const LAST = '2026-08-27T10:00:00.000Z';

/** The chip for a school on the screen, `told` of it, and where its control stands. */
function where(told: About | undefined, live: LiveState, onScreen = SCHOOL) {
  const ent = { name: 'Edifice', school: () => onScreen } as unknown as Ent;
  const readings = { state: () => live, reading: () => undefined, running: () => undefined };
  const made = whereabouts(new Map(told && [['a', told]]))(ent, document, {
    live: readings,
  } as unknown as Told);
  const sight = { shown: {}, school: SCHOOL, page: undefined, title: '' };
  return made.view?.(sight)?.where;
}

test.each<[string, About | undefined, LiveState, object]>([
  [
    'read in this tab',
    { lastLive: LAST },
    { kind: 'done', at: new Date(5), gaps: [] },
    { readAt: new Date(5) },
  ],
  [
    'read on an earlier visit',
    { lastLive: LAST, lastRead: LAST },
    { kind: 'idle' },
    { readAt: new Date(LAST) },
  ],
  ['of which screens only were read', { lastRead: LAST }, { kind: 'idle' }, { unread: true }],
  [
    'of a family without such a control',
    { lastRead: LAST },
    { kind: 'unavailable' },
    { readAt: new Date(LAST) },
  ],
])('the age of a school %s', (_what, told, live, expected) => {
  expect(where(told, live)).toMatchObject(expected);
});

test('nothing is said of the age until it is known', () => {
  expect(where(undefined, { kind: 'idle' })).not.toHaveProperty('unread');
  expect(where({}, { kind: 'unavailable' })).not.toHaveProperty('readAt');
});

test('grey as soon as the screen is another school’s', () => {
  expect(where({}, { kind: 'idle' })).toMatchObject({ stale: false });
  expect(where({}, { kind: 'idle' }, { id: 'b', name: 'Autre' })).toMatchObject({ stale: true });
});

test('grey and without a name while nothing tells that of the school one has gone on to', () => {
  const onScreen = { ...SCHOOL, id: 'b', lagging: true as const };
  const ent = { name: 'Edifice', school: () => onScreen } as unknown as Ent;
  const made = whereabouts(new Map())(ent, document, {} as Told);
  const { where } = made.view?.({ shown: {}, school: undefined, page: undefined, title: '' }) ?? {};
  expect(where).toMatchObject({ id: 'b', nameless: true, stale: true, chip: true });
  expect(where?.name).toBe('Établissement pas encore identifié');
  expect(where).not.toHaveProperty('uai');
});
