// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { markedRows } from '@/entrypoints/overlay/mark-layer';
import { onPage } from '@/tests/helpers/test-rule';
import { anchorKey } from '@/utils/core/facts';
import type { Flag } from '@/utils/core/rule';
import { findingsOf } from '@/utils/report/findings';
import { verdictsOf } from '@/utils/report/verdicts';
import { homeSchoolTeacher } from '@/utils/rules/home-school-teacher';

const at = onPage('A B|Teacher', 'edifice/users');
const held: Flag = {
  at,
  subject: 'A B',
  says: 'C’est son établissement de rattachement.',
  holds: ['detach-user'],
  verdict: 'never-detach',
  cardOnly: true,
};
const rules = new Map([[homeSchoolTeacher.id, homeSchoolTeacher]]);
const result = (...flags: Flag[]) => ({
  rule: homeSchoolTeacher.id,
  outcome: 'review' as const,
  complete: true,
  flags,
});

function marksOf(flag: Flag) {
  const row = document.body.appendChild(document.createElement('li'));
  row.textContent = 'B A';
  const places = new Map([['edifice/users' as const, new Map([['A B|Teacher', row]])]]);
  return markedRows([result(flag)], rules, places, verdictsOf([result(flag)]));
}

test('qui serait retenu porte sa marque sur la liste, même sans rien à y regarder', () => {
  expect(marksOf(held).get(anchorKey(at))).toMatchObject({ verdict: 'never-detach', title: held.says });
});

test('ce qui n’est dit que sur la fiche et ne retient rien n’a pas de marque', () => {
  const { holds: _holds, ...free } = held;
  expect(marksOf(free).size).toBe(0);
});

test('qui a été gardé porte la marque de ceux qu’on retient, même quand rien n’est listé de lui', () => {
  const { holds: _holds, ...free } = held;
  const linked = { in: 'page', page: 'edifice/users', key: 'A B|Teacher', link: '/u/1' } as const;
  const flag: Flag = { ...free, at: linked, verdict: 'detach' };
  const row = document.body.appendChild(document.createElement('li'));
  const places = new Map([['edifice/users' as const, new Map([['A B|Teacher', row]])]]);
  const marks = (one: Flag, said?: 'kept' | 'seen') => {
    const map = new Map(said ? [['/u/1', said]] : []);
    return [...markedRows([result(one)], rules, places, verdictsOf([result(one)]), map).values()];
  };
  const kept = { verdict: 'kept', title: 'vous l’avez décidé pour cette année scolaire' };
  expect(marks(flag, 'kept')).toMatchObject([kept]);
  expect(marks(flag, 'seen')).toEqual([]);
  expect(marks({ ...flag, cardOnly: false }, 'kept')).toMatchObject([kept]);
  expect(marks({ ...flag, cardOnly: false })).toMatchObject([{ verdict: 'detach' }]);
  // Pre-deleted all the same: there is nothing left to keep.
  const done: Flag = { ...flag, cardOnly: false, verdict: 'nothing' };
  expect(marks(done, 'kept')).toMatchObject([{ verdict: 'nothing', title: done.says }]);
});

test('le constat dit combien d’autres la même règle protège', () => {
  const { cardOnly: _cardOnly, ...listed } = held;
  const other = { ...held, at: onPage('C D|Teacher', 'edifice/users') };
  expect(findingsOf([result(listed, other)], [homeSchoolTeacher])).toMatchObject([
    { places: [{ subject: 'A B' }], protectedToo: 1 },
  ]);
  expect(findingsOf([result(listed)], [homeSchoolTeacher])[0]).not.toHaveProperty('protectedToo');
});
