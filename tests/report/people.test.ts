import { expect, test } from 'vitest';
import { teacher } from '@/tests/helpers/users';
import { type Anchor, anchorKey } from '@/utils/core/facts';
import { type PersonVerdict, plainText } from '@/utils/core/person';
import type { Verdict } from '@/utils/core/rule';
import { tellApart } from '@/utils/report/namesakes';
import { peopleOf } from '@/utils/report/people';
import { peopleSheet, printablePage } from '@/utils/report/people-sheet';

const at = (name: string, id: string): Anchor => ({
  in: 'page',
  page: 'edifice/users',
  key: `${name}|Teacher`,
  link: `/admin/s1/users/list/${id}/details`,
});
const person = (name: string, id: string, verdict: Verdict): PersonVerdict => ({
  at: at(name, id),
  subject: name,
  verdict,
  reasons: [{ rule: 'r', verdict, says: `Dit ${verdict}.`, unless: 'Sauf si.' }],
});
const byRow = (...all: PersonVerdict[]) => new Map(all.map((one) => [anchorKey(one.at), one]));

test('par verdict puis par nom, accents ignorés', () => {
  const rows = peopleOf(
    byRow(
      person('ZOLA E', 'u1', 'check'),
      person('ÉLUARD P', 'u2', 'detach'),
      person('DURAS M', 'u3', 'never-detach'),
      person('FLAUBERT G', 'u4', 'detach'),
      person('ARTAUD A', 'u5', 'nothing'),
      person('BALZAC H', 'u6', 'purge'),
    ),
  );
  expect(rows.map(({ name }) => name)).toEqual([
    'ÉLUARD P',
    'FLAUBERT G',
    'BALZAC H',
    'ZOLA E',
    'DURAS M',
    'ARTAUD A',
  ]);
  expect(rows[0]).toMatchObject({
    profile: 'Teacher',
    plain: 'eluard p',
    link: '/admin/s1/users/list/u2/details',
  });
});

test('deux homonymes sont deux lignes, chacune avec son verdict', () => {
  const each = [person('A B', 'u1', 'detach'), person('A B', 'u2', 'never-detach')];
  const rows = peopleOf(byRow({ ...person('A B', 'u1', 'never-detach'), each }));
  expect(rows.map(({ link, verdict }) => [link.split('/').at(-2), verdict])).toEqual([
    ['u1', 'detach'],
    ['u2', 'never-detach'],
  ]);
});

test('des homonymes disent ce qui les distingue, et le tableau exporté aussi', () => {
  const each = [person('A B', 'u1', 'detach'), person('A B', 'u2', 'never-detach')];
  const users = each.map(({ at: place }, index) =>
    teacher('A B', { id: `u${index + 1}`, at: place, ...(index === 0 && { classes: ['CM2'] }) }),
  );
  const rows = peopleOf(byRow({ ...person('A B', 'u1', 'never-detach'), each }), tellApart(users));
  expect(rows.map(({ apart }) => apart)).toEqual(['CM2', 'sans classe ici']);
  expect(peopleSheet(rows, new Map(), true).map(([first]) => first)).toEqual([
    'Personne',
    'A B (CM2)',
    'A B (sans classe ici)',
  ]);
  expect(JSON.stringify(peopleSheet(rows, new Map(), false))).not.toContain('CM2');
});

test('qui n’a pas de fiche n’est pas dans le tableau', () => {
  const nowhere = {
    ...person('A B', 'u1', 'detach'),
    at: { in: 'page', page: 'edifice/users', key: 'A B|' },
  } as const;
  expect(peopleOf(byRow(nowhere))).toEqual([]);
});

test('l’apostrophe courbe et la droite se valent', () => {
  expect(plainText('N’GUYEN')).toBe(plainText("n'guyen"));
});

test('avec ou sans noms', () => {
  const rows = peopleOf(byRow(person('A B', 'u1', 'detach'), person('C D', 'u2', 'purge')));
  const said = new Map([['/admin/s1/users/list/u2/details', 'kept' as const]]);
  expect(peopleSheet(rows, said, true)).toEqual([
    ['Personne', 'Profil', 'Verdict', 'Suivi', 'Raisons', 'Ce qui changerait le verdict'],
    ['A B', 'Enseignant', 'à détacher', '', 'Dit detach.', 'Sauf si.'],
    ['C D', 'Enseignant', 'à purger', 'à garder', 'Dit purge.', 'Sauf si.'],
  ]);
  const unnamed = peopleSheet(rows, said, false);
  expect(unnamed.map(([first]) => first)).toEqual(['Personne', 'Personne 1', 'Personne 2']);
  expect(JSON.stringify(unnamed)).not.toMatch(/A B|C D|u1|u2/);
});

test('la page à imprimer n’exécute rien de ce qu’elle montre', () => {
  const html = printablePage('École & co', [['Nom'], ['<img src=x onerror="1">']]);
  expect(html).toContain('École &amp; co');
  expect(html).toContain('&lt;img src=x onerror=&quot;1&quot;&gt;');
  expect(html).not.toMatch(/<img|<script|src="http/);
});
