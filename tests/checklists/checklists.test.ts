import { describe, expect, test } from 'vitest';
import { CHECKLISTS, checklistFor } from '@/utils/checklists';
import { MILESTONE_LABELS } from '@/utils/checklists/calendar';
import { milestonesOf, stepsOf } from '@/utils/checklists/checklist';
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
      if (step.source.guide !== 'entcore') expect(step.source.section, step.id).toMatch(/p\. \d/);
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
