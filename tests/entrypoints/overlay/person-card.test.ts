import { describe, expect, test } from 'vitest';
import { type Known, personCard } from '@/entrypoints/overlay/person-card';
import { newRecall } from '@/entrypoints/overlay/recall';
import { ELSEWHERE, HOME, teacher, users } from '@/tests/helpers/users';
import type { User } from '@/utils/core/facts';
import type { Said } from '@/utils/core/person';
import type { OpenUser } from '@/utils/core/screen-facts';
import { ALL_RULES } from '@/utils/rules';

const link = (id: string) => `/admin/s1/users/list/${id}/details`;
const listed = (id: string, name: string, some: Partial<User>) =>
  teacher(name, {
    id,
    at: { in: 'page', page: 'edifice/users', key: `${name}|Teacher`, link: link(id) },
    ...some,
  });
const open = (name: string, id?: string, some: Partial<OpenUser> = {}): OpenUser => ({
  at: { in: 'page', page: 'edifice/user', key: `${name}|Teacher`, ...(id && { link: link(id) }) },
  name,
  profile: 'Teacher',
  detached: false,
  preDeleted: false,
  ...some,
});
const PEOPLE = [
  listed('gone', 'PARTI Jean', ELSEWHERE),
  listed('home', 'RESTE Anne', HOME),
  listed('twin1', 'JUMEAU Luc', ELSEWHERE),
  listed('twin2', 'JUMEAU Luc', HOME),
];

function known(items: readonly User[] | undefined, some: Partial<Known> = {}): Known {
  const recall = newRecall();
  const facts = items ? users(...items) : {};
  const results = recall.audit(ALL_RULES, facts, {
    ent: 'edifice',
    today: '2026-11-23',
    schoolYear: { startsIn: 2026 },
  });
  return {
    live: { kind: 'done', at: new Date(0), gaps: [] },
    users: items,
    verdicts: recall.verdicts(results, items),
    results,
    rules: ALL_RULES,
    said: new Map<string, Said>(),
    ...some,
  };
}
const card = (who: OpenUser, some?: Partial<Known>, items: readonly User[] | undefined = PEOPLE) =>
  personCard(who, known(items, some));

test('le verdict, ses raisons, ce qui le changerait, et ce qu’il faut savoir d’autre', () => {
  const found = card(open('PARTI Jean', 'gone'));
  expect(found.verdict).toBe('detach');
  expect(found.reasons[0]?.unless).toMatch(/rattachement/);
  expect(found.notes.join()).toMatch(/identifiants académiques/);
  expect(found.link).toBe(link('gone'));
  expect(card(open('RESTE Anne', 'home'))).toMatchObject({ verdict: 'never-detach' });
  expect(card(open('RESTE Anne', 'home')).link).toBeUndefined();
});

describe('jamais le verdict d’un autre', () => {
  test('homonymes : par l’identifiant', () => {
    expect(card(open('JUMEAU Luc', 'twin1')).verdict).toBe('detach');
    expect(card(open('JUMEAU Luc', 'twin2')).verdict).toBe('never-detach');
  });
  test('homonymes, identifiant plié : rien n’est dit', () => {
    const found = card(open('JUMEAU Luc'));
    expect(found.verdict).toBeUndefined();
    expect(found.doubt).toMatch(/dépliez «\u00a0Identité\u00a0»/);
  });
  test('identifiant plié, nom unique : c’est bien la personne', () => {
    expect(card(open('PARTI Jean')).verdict).toBe('detach');
  });
  test('inconnue de la lecture, même sous le nom d’une autre', () => {
    const found = card(open('PARTI Jean', 'new'));
    expect(found.verdict).toBeUndefined();
    expect(found.doubt).toMatch(/n’était pas dans les comptes lus/);
  });
});

test('sans lecture : rien n’est conclu, le contrôle est proposé', () => {
  const idle = personCard(open('PARTI Jean', 'gone'), known(undefined, { live: { kind: 'idle' } }));
  expect(idle).toMatchObject({ unread: true, doubt: expect.stringMatching(/rien n’est conclu/) });
  expect(idle.verdict).toBeUndefined();
  const refused = personCard(open('PARTI Jean', 'gone'), known(undefined));
  expect(refused.verdict).toBeUndefined();
  expect(refused.unread).toBeUndefined();
});

test('déjà détachée', () => {
  expect(card(open('PARTI Jean', 'gone', { detached: true }))).toMatchObject({
    verdict: 'nothing',
    doubt: expect.stringMatching(/Déjà retirée/),
  });
});

test('« À garder » est rappelé', () => {
  expect(card(open('PARTI Jean', 'gone'), { said: new Map([[link('gone'), 'kept']]) }).said).toBe('kept');
});

test('gardée puis pré-supprimée malgré tout : la décision n’est plus dite, lue ou non', () => {
  const said = new Map<string, Said>([[link('gone'), 'kept']]);
  const gone = open('PARTI Jean', 'gone', { preDeleted: true });
  expect(personCard(gone, known(undefined, { said })).said).toBeUndefined();
  expect(personCard(open('PARTI Jean', 'gone'), known(undefined, { said })).said).toBe('kept');
  const after = PEOPLE.map((one) => (one.id === 'gone' ? { ...one, preDeletedOn: '2026-11-23' } : one));
  expect(card(gone, { said }, after).said).toBeUndefined();
});

test('ce qui n’a pas changé n’est pas jugé à nouveau', () => {
  const recall = newRecall();
  const facts = users(...PEOPLE);
  const context = { ent: 'edifice', today: '2026-11-23', schoolYear: { startsIn: 2026 } } as const;
  const first = recall.audit(ALL_RULES, facts, context);
  expect(recall.audit(ALL_RULES, { ...facts }, context)).toEqual(first);
  expect(recall.audit(ALL_RULES, { ...facts }, context)[2]).toBe(first[2]);
  expect(recall.verdicts(first, PEOPLE)).toBe(recall.verdicts([...first], PEOPLE));
  const later = recall.audit(ALL_RULES, facts, { ...context, today: '2026-08-20' });
  expect(later).not.toEqual(first);
});
