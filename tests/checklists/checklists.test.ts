import { describe, expect, test } from 'vitest';
import { CHECKLISTS } from '@/utils/checklists';
import { MILESTONE_LABELS } from '@/utils/checklists/calendar';
import { isAsked, milestonesOf, stepsOf } from '@/utils/checklists/checklist';
import { askedSteps } from '@/utils/checklists/progress';
import { RULES } from '@/utils/rules';

describe.each(CHECKLISTS.map((checklist) => [checklist.id, checklist] as const))('%s', (_id, checklist) => {
  const steps = stepsOf(checklist);

  test('step ids are unique: they are storage keys', () => {
    expect(new Set(steps.map((step) => step.id)).size).toBe(steps.length);
  });

  test('every rule named exists', () => {
    for (const rule of steps.flatMap((step) => step.rules ?? [])) expect(RULES).toHaveProperty(rule);
  });

  test('every step says what, why and where it comes from, in plain sentences', () => {
    for (const step of steps) {
      expect(step.text, step.id).toMatch(/^[«\p{Lu}]/u);
      expect(step.text, step.id).not.toMatch(/[.;]$/);
      expect(step.why, step.id).toMatch(/[.!]$/);
      expect(step.source.section, step.id).toMatch(/p\. \d/);
    }
  });

  test('French spaces stand where they must', () => {
    const texts = steps.flatMap((step) => [
      step.text,
      step.why,
      step.where?.label ?? '',
      step.source.section,
    ]);
    for (const text of texts) expect(text).not.toMatch(/ [;!?:»]|« |[a-zà-ÿ][;!?»]|'/u);
  });

  test('a window never ends before it starts', () => {
    for (const { id, when } of steps) expect(when.to ?? when.from, id).toBeGreaterThanOrEqual(when.from);
  });

  test('paths are of the same site and name the school where the screen is the school’s', () => {
    for (const path of steps.flatMap((step) => step.where?.path ?? [])) {
      expect(path).toMatch(/^\/[^/]/);
      expect(path).toContain(':school');
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
