import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHECKLISTS } from '@/utils/checklists';
import { milestonesOf, stepsOf } from '@/utils/checklists/checklist';
import { MOST_TEMPLATE_BYTES, readTemplate, writeTemplate } from '@/utils/checklists/template';
import { RULES } from '@/utils/rules';

const KNOWN = { lists: new Set(CHECKLISTS.map(({ id }) => id)), rules: new Set(Object.keys(RULES)) };
const read = (file: unknown) => readTemplate(typeof file === 'string' ? file : JSON.stringify(file), KNOWN);

const STEP = {
  id: 'warn-town-hall',
  text: 'Prévenir la mairie',
  who: 'head',
  when: { milestone: 'term-start', from: -15, to: -1 },
};
const LIST = {
  id: 'circonscription-nord',
  ent: 'edifice',
  title: 'Circonscription Nord',
  phases: [{ id: 'one', title: 'Avant la rentrée', steps: [STEP] }],
};
const file = (checklist: object = {}) => ({
  format: 'vigie-ent/checklist',
  version: 1,
  checklist: { ...LIST, ...checklist },
});
const withStep = (step: object) =>
  file({ phases: [{ id: 'one', title: 'Avant', steps: [{ ...STEP, ...step }] }] });

/** Why a file is refused, in one text, its spaces plain. */
function refusal(given: unknown): string {
  const reading = read(given);
  if (!('refusals' in reading)) throw new Error('accepted');
  return reading.refusals.join('\n').replace(/[\u00A0\u202F]/g, ' ');
}

test('a list of the few fields that are needed is read, and nothing is made up', () => {
  expect(read(file())).toEqual({
    checklist: {
      ...LIST,
      about: '',
      phases: [
        {
          id: 'one',
          title: 'Avant la rentrée',
          steps: [{ ...STEP, why: '', source: { words: 'Liste importée' } }],
        },
      ],
    },
  });
});

test('the dates that an ENT gives for a year are read', () => {
  const reading = read(file({ dates: { 2027: { 'term-start': '2027-09-01' } }, level: 1, optional: true }));
  expect(reading).toMatchObject({
    checklist: { level: 1, optional: true, dates: { 2027: { 'term-start': '2027-09-01' } } },
  });
});

test.each(CHECKLISTS.map((list) => [list.id, list] as const))(
  '%s, written as a model, is read again with every step',
  (_id, list) => {
    const reading = read(writeTemplate(list, 'ma-liste'));
    if (!('checklist' in reading)) throw new Error(reading.refusals.join('\n'));
    const plain = (steps: ReturnType<typeof stepsOf>) =>
      steps.map(({ id, text, why, who, when, years, rules, reminder, stillUseful }) => ({
        ...{ id, text, why, who, when, years, rules, reminder, stillUseful },
      }));
    expect(plain(stepsOf(reading.checklist))).toEqual(plain(stepsOf(list)));
    expect(reading.checklist).toMatchObject({ id: 'ma-liste', title: list.title, ent: list.ent });
    expect(milestonesOf(reading.checklist)).toEqual(milestonesOf(list));
  },
);

describe('refused, with the place and what to do', () => {
  test.each<[string, unknown, RegExp]>([
    [
      'not JSON',
      '{\n"format": "vigie-ent/checklist",\n',
      /n’est pas du JSON.*(ligne 3)?.*vérifiez-y guillemets/,
    ],
    ['nothing', '', /n’est pas du JSON/],
    ['another file', { a: 1 }, /champ inconnu, « a »/],
    ['a list and no file', LIST, /format doit être « vigie-ent\/checklist »/],
    ['newer', { ...file(), version: 2 }, /plus récente que cette Vigie : mettez-la à jour/],
    ['an array', [], /le fichier doit être un objet/],
    ['of a family that is not known', file({ ent: 'atrium' }), /checklist\.ent doit être l’un de : edifice/],
    ['under the name of one of ours', file({ id: 'edifice-primary' }), /identifiant d’une liste de Vigie/],
    ['under the name of the school’s own steps', file({ id: 'own' }), /identifiant d’une liste de Vigie/],
    ['a name that is no key', file({ id: 'Ma liste/1' }), /checklist\.id doit être fait de minuscules/],
    ['without a phase', file({ phases: [] }), /checklist\.phases est vide/],
    [
      'an unknown rule',
      withStep({ rules: ['past-year-groups'] }),
      /steps\[0\]\.rules\[0\] nomme un contrôle que Vigie n’a pas, « past-year-groups »/,
    ],
    [
      'an unknown field',
      withStep({ whit: 'x' }),
      /steps\[0\] contient un champ inconnu, « whit »\. Champs possibles : id, text/,
    ],
    ['an unknown role', withStep({ who: 'directeur' }), /who doit être l’un de : administrator/],
    [
      'an unknown milestone',
      withStep({ when: { milestone: 'noel', from: 0 } }),
      /when\.milestone doit être l’un de/,
    ],
    [
      'a window that ends before it begins',
      withStep({ when: { milestone: 'term-start', from: 3, to: 1 } }),
      /vient avant « from »/,
    ],
    [
      'days that are no number',
      withStep({ when: { milestone: 'term-start', from: '3' } }),
      /from doit être un nombre entier/,
    ],
    ['a text that is too long', withStep({ text: 'x'.repeat(241) }), /text est trop long : au plus 240/],
    ['a text turned around', withStep({ text: 'abc\u202Edef' }), /caractères invisibles/],
    [
      'another site as a path',
      withStep({ where: { label: 'Là', path: '//evil.example/' } }),
      /chemin de l’ENT lui-même/,
    ],
    [
      'a script as a path',
      withStep({ where: { label: 'Là', path: 'javascript:alert(1)' } }),
      /chemin de l’ENT lui-même/,
    ],
    [
      'a script as a link',
      withStep({ link: 'javascript:alert(1)' }),
      /adresse qui commence par « https:\/\/ »/,
    ],
    ['a link with a password', withStep({ link: 'https://a:b@c.example/' }), /adresse qui commence par/],
    [
      'a day that does not exist',
      file({ dates: { 2027: { 'term-start': '2027-02-30' } } }),
      /jour qui existe/,
    ],
    ['a year that is none', file({ dates: { demain: {} } }), /année de la rentrée/],
  ])('%s', (_name, given, why) => {
    expect(refusal(given)).toMatch(why);
  });

  test('two steps of one name, in whichever phases', () => {
    const phase = (id: string) => ({ id, title: 'Phase', steps: [STEP] });
    expect(refusal(file({ phases: [phase('one'), phase('two')] }))).toMatch(
      /phases\[1\]\.steps\[0\]\.id « warn-town-hall » sert déjà plus haut/,
    );
    expect(
      refusal(file({ phases: [phase('one'), { ...phase('one'), steps: [{ ...STEP, id: 'b' }] }] })),
    ).toMatch(/phases\[1\]\.id « one » sert déjà/);
  });

  test('a file that is too large, before anything of it is read', () => {
    expect(refusal(' '.repeat(MOST_TEMPLATE_BYTES + 1))).toMatch(/trop grand.*256 Kio/);
  });

  test('more steps than anybody can follow', () => {
    const steps = Array.from({ length: 201 }, (_, at) => ({ ...STEP, id: `s${at}` }));
    expect(refusal(file({ phases: [{ id: 'one', title: 'Avant', steps }] }))).toMatch(/201 éléments/);
  });

  test.each(['__proto__', 'constructor', 'prototype'])('a hostile key, %s, anywhere', (key) => {
    const hostile = JSON.stringify(withStep({ evil: { polluted: true } })).replace('"evil"', `"${key}"`);
    expect(refusal(hostile)).toMatch(new RegExp(`« ${key} », qui n’a rien à faire`));
    const outer = JSON.stringify(file({ evil: 1 })).replace('"evil"', `"${key}"`);
    expect(refusal(outer)).toMatch(key);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('as many faults as there are, but not more than one can mend at once', () => {
    const steps = Array.from({ length: 40 }, (_, at) => ({ ...STEP, id: `s${at}`, who: 'x' }));
    const reading = read(file({ phases: [{ id: 'one', title: 'Avant', steps }] }));
    expect('refusals' in reading && reading.refusals).toHaveLength(13);
    expect('refusals' in reading && reading.refusals.at(-1)).toBe('Et 28 autres.');
  });

  test('deep nesting neither hangs nor throws', () => {
    const deep = `${'['.repeat(120_000)}${']'.repeat(120_000)}`;
    expect(refusal(deep)).not.toBe('');
  });
});

test('whatever JSON says, it is read or refused with words, never thrown', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const reading = readTemplate(JSON.stringify(file({ phases: value as object })), KNOWN);
      const loose = readTemplate(JSON.stringify(value), KNOWN);
      for (const one of [reading, loose])
        if ('refusals' in one) expect(one.refusals.every((text) => text.length > 5)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
