import { describe, expect, test } from 'vitest';
import { CHECKLISTS, checklistFor } from '@/utils/checklists';
import { MILESTONE_LABELS } from '@/utils/checklists/calendar';
import { isAsked, milestonesOf, stepsOf } from '@/utils/checklists/checklist';
import { askedSteps } from '@/utils/checklists/progress';
import type { Source } from '@/utils/core/rule';
import { RULES } from '@/utils/rules';

/** How a guide on paper is quoted: its pages, or its numbered sections. The others are a web page, behaviours, formats. */
const QUOTED_BY: Partial<Record<Source['guide'], RegExp>> = {
  '000': /p\. \d|§\s?\d/,
  '001': /p\. \d|§\s?\d/,
  '002': /p\. \d|§\s?\d/,
  '004': /p\. \d/,
};

describe.each(CHECKLISTS.map((checklist) => [checklist.id, checklist] as const))('%s', (_id, checklist) => {
  const steps = stepsOf(checklist);

  test('step ids are unique: they are storage keys', () => {
    const ids = steps.map((step) => step.id);
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      'choose another id for the newer step',
    ).toEqual([]);
  });

  test('every rule named exists', () => {
    for (const { id, rules } of steps)
      for (const rule of rules ?? []) expect(Object.keys(RULES), `${id}: rules`).toContain(rule);
  });

  test('every step says what, why and where it comes from, in plain sentences', () => {
    for (const { id, text, why, source } of steps) {
      expect(text, `${id}: text starts with a capital or «`).toMatch(/^[«\p{Lu}]/u);
      expect(text, `${id}: text is a label: no final dot or semicolon`).not.toMatch(/[.;]$/);
      expect(why, `${id}: why is a sentence: it ends with a dot`).toMatch(/[.!]$/);
      expect(
        source.section,
        `${id}: source.section says where in guide ${source.guide}: « Libérer de l’espace (p. 4) »`,
      ).toMatch(QUOTED_BY[source.guide] ?? /./);
    }
  });

  test('French spaces stand where they must', () => {
    for (const { id, text, why, where, source } of steps)
      for (const words of [text, why, where?.label ?? '', source.section])
        expect(
          words,
          `${id}: no-break space in « » and before a colon, thin one before ; ! ?, apostrophe ’; npm run format mends them`,
        ).not.toMatch(/ [;!?:»]|« |[a-zà-ÿ][;!?»]|'/u);
  });

  test('a window never ends before it starts', () => {
    for (const { id, when } of steps)
      expect(when.to ?? when.from, `${id}: when.to is before when.from`).toBeGreaterThanOrEqual(when.from);
  });

  test('paths are of the same site and name the school where the screen is the school’s', () => {
    for (const { id, where } of steps) {
      if (where?.path === undefined) continue;
      expect(where.path, `${id}: where.path is a path of the ENT’s own site, not an address`).toMatch(
        /^\/[^/]/,
      );
      expect(
        where.path,
        `${id}: where.path holds « :school », replaced by the school’s identifier`,
      ).toContain(':school');
    }
  });

  test('each of its milestones can be said in words', () => {
    for (const milestone of milestonesOf(checklist)) expect(MILESTONE_LABELS[milestone]).toBeTruthy();
  });

  test('prohibitions are reminders: nobody can tick having not done something', () => {
    for (const { id, text, reminder } of steps) expect(/^Ne /.test(text), id).toBe(reminder === true);
  });

  test('only what is asked and has an end can still be useful after it', () => {
    for (const step of steps.filter((one) => one.stillUseful)) {
      expect(isAsked(step), step.id).toBe(true);
      expect(step.when.to, step.id).toBeDefined();
    }
  });

  test('an elision stands before a vowel', () => {
    for (const text of steps.flatMap((step) => [step.text, step.why]))
      expect(text).not.toMatch(/\b(de|que) ONDE/);
    for (const { title } of checklist.phases) expect(title).not.toMatch(/\b(de|que) ONDE/);
  });

  test('what the platform does is never asked of anybody', () => {
    expect(askedSteps(checklist).some((step) => step.who === 'platform')).toBe(false);
    expect(askedSteps(checklist).length).toBeGreaterThan(0);
  });
});

test('the Edifice checklist covers what the guide asks for', () => {
  const edifice = CHECKLISTS.find((checklist) => checklist.id === 'edifice-primary');
  const ids = new Set(edifice && stepsOf(edifice).map((step) => step.id));
  for (const asked of [
    'free-space',
    'keep-shares-by-name',
    'hand-over-productions',
    'public-blog',
    'prepare-onde',
    'detach-departed-teachers',
    'sort-aesh',
    'delete-manual-accounts',
    'delete-past-groups',
    'keep-gar-group',
    'delete-share-bookmarks',
    'attach-teachers-to-classes',
    'wait-for-first-classes',
    'gar-assigners',
    'no-vain-credential-action',
    'activate-educonnect',
    'staff-support',
    'family-support',
  ])
    expect(ids).toContain(asked);
});

test('of the Edifice checklist, what helps next year’s arrival has its time; what leaves somebody in or out has none', () => {
  const edifice = CHECKLISTS.find((checklist) => checklist.id === 'edifice-primary');
  const asked = edifice ? askedSteps(edifice) : [];
  expect(asked.filter((step) => !step.stillUseful).map((step) => step.id)).toEqual([
    'keep-shares-by-name',
    'hand-over-productions',
    'free-space',
    'prepare-onde',
    'public-blog',
    'staff-support',
    'family-support',
  ]);
});

test('a school gets the list of its levels; unknown, the first one', () => {
  expect(checklistFor('edifice', [1])?.id).toBe('edifice-primary');
  expect(checklistFor('edifice', [2])?.id).toBe('edifice-secondary');
  expect(checklistFor('edifice', [1, 2])?.id).toBe('edifice-primary');
  expect(checklistFor('edifice', [])?.id).toBe('edifice-primary');
  expect(checklistFor('edifice')?.id).toBe('edifice-primary');
  expect(checklistFor('skolengo', [2])).toBeUndefined();
});

test('the secondary checklist speaks neither of ONDE nor of primary classes', () => {
  const secondary = CHECKLISTS.find(({ id }) => id === 'edifice-secondary');
  const texts =
    secondary && stepsOf(secondary).map((step) => `${step.text} ${step.why} ${step.where?.label}`);
  expect(texts?.join(' ')).not.toMatch(/ONDE|TPS|CM2|PES/);
});
