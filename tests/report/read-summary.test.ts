import { expect, test } from 'vitest';
import { plan, timetable } from '@/tests/helpers/skolengo-facts';
import { complete, onPage } from '@/tests/helpers/test-rule';
import { delays, schoolClass, teacher } from '@/tests/helpers/users';
import { readSummary } from '@/utils/report/read-summary';

const whole = <T>(...items: T[]) => ({
  ...complete(...items),
  read: { shown: items.length, total: items.length },
});

test('dit combien de comptes, de classes et de personnes détachées ont été lus', () => {
  const facts = {
    users: whole(teacher('A B'), teacher('C D')),
    classes: whole(schoolClass('CP', 1)),
    removedUsers: whole(teacher('E F')),
    platform: delays(90),
  };
  expect(readSummary(facts)).toEqual([
    '2 comptes lus sur 2',
    '1 personne détachée lue sur 1',
    '1 classe lue sur 1',
  ]);
});

test('une liste vide se dit aussi ; ce qui n’a pas été regardé ne se dit pas', () => {
  expect(readSummary({ removedUsers: whole() })).toEqual(['0 personne détachée lue sur 0']);
  expect(readSummary({})).toEqual([]);
});

test('tous les comptes lus, les cent lignes de l’écran sont dites pour ce qu’elles sont', () => {
  const row = { at: onPage('A B|Teacher', 'edifice/users'), name: 'A B' };
  const shown = { items: [row, row], complete: false, read: { shown: 2, total: 664 } };
  expect(readSummary({ userRows: shown })).toEqual(['2 lignes affichées sur 664']);
  expect(readSummary({ users: whole(teacher('A B')), userRows: shown })).toEqual([
    '1 compte lu sur 1',
    '2 lignes affichées à l’écran\u00a0: sans effet sur le contrôle, qui a lu tous les comptes',
  ]);
});

test('une liste dont le total est inconnu est dite filtrée', () => {
  const users = { items: [teacher('A B')], complete: false, read: { shown: 1 } };
  expect(readSummary({ users })).toEqual(['1 compte lu, liste filtrée']);
});

test('une fiche dit qu’elle ne dit rien des autres, et une liste vide qu’elle l’est peut-être', () => {
  const at = onPage('Rome', 'skolengo/section-parameters');
  const sections = {
    items: [{ at, name: 'Rome', temporary: false }],
    complete: false,
    read: { shown: 1, alone: true },
  } as const;
  expect(readSummary({ sections })).toEqual([
    '1 rubrique lue, sur cette fiche seule, sans le reste de la liste',
  ]);
  expect(readSummary({ sections: { items: [], complete: false, read: { shown: 0 } } })).toEqual([
    '0 rubrique lue, la liste est vide ou se charge encore',
  ]);
});

test('un import d’emploi du temps dit d’après quoi il est jugé, et sur la foi de qui', () => {
  const form = complete(timetable({ software: 'EDT 2026', mode: 1 }));
  expect(readSummary({ timetableImports: form })).toEqual([
    'formulaire d’import\u00a0: EDT 2026, mode 1, sans date importée',
  ]);
  const mute = complete(timetable({}));
  expect(
    readSummary({ timetableImports: mute, yearPlans: plan({ mode: 2, timetableEnd: '2027-07-15' }) }),
  ).toEqual([
    'formulaire d’import\u00a0: logiciel non lu, mode 2 d’après vous, fin d’année le 15/07/2027 d’après vous',
  ]);
  expect(readSummary({ timetableImports: mute })).toEqual([
    'formulaire d’import\u00a0: logiciel non lu, mode inconnu',
  ]);
});
