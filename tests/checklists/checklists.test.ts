import { describe, expect, test } from 'vitest';
import { CHECKLISTS, checklistsOf } from '@/utils/checklists';
import { MILESTONE_LABELS } from '@/utils/checklists/calendar';
import {
  type Anchored,
  editionOf,
  isAsked,
  milestonesOf,
  stepsOf,
  type When,
} from '@/utils/checklists/checklist';
import { defaultList } from '@/utils/checklists/followed';
import { loadChecklists } from '@/utils/checklists/load';
import { askedSteps } from '@/utils/checklists/progress';
import { levelsNamed } from '@/utils/core/named-levels';
import type { Source } from '@/utils/core/rule';
import { ENTS } from '@/utils/ents';
import { skolengo } from '@/utils/ents/skolengo/skolengo';
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
      if ('words' in source) expect(source.words, `${id}: source.words`).toMatch(/^\p{Lu}.{10}/u);
      else
        expect(
          source.section,
          `${id}: source.section says where in guide ${source.guide}: « Libérer de l’espace (p. 4) »`,
        ).toMatch(QUOTED_BY[source.guide] ?? /./);
    }
  });

  test('French spaces stand where they must', () => {
    for (const { id, text, why, where, source } of steps)
      for (const words of [text, why, where?.label ?? '', 'words' in source ? source.words : source.section])
        expect(
          words,
          `${id}: no-break space in « » and before a colon, thin one before ; ! ?, apostrophe ’; npm run format mends them`,
        ).not.toMatch(/ [;!?:»]|« |[a-zà-ÿ][;!?»]|'/u);
  });

  test('a window never ends before it starts', () => {
    for (const { id, when } of steps.map(anchored))
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
      expect(anchored(step).when.to, step.id).toBeDefined();
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

test('a school gets the list of its levels; unknown, the first one; an optional one only when it says so', () => {
  const fitting = (ent: Parameters<typeof checklistsOf>[0], levels?: (1 | 2)[]) =>
    defaultList(checklistsOf(ent), levels)?.id;
  expect(fitting('edifice', [1])).toBe('edifice-primary');
  expect(fitting('edifice', [2])).toBe('edifice-secondary');
  expect(fitting('edifice', [1, 2])).toBe('edifice-primary');
  expect(fitting('edifice', [])).toBe('edifice-primary');
  expect(fitting('edifice')).toBe('edifice-primary');
  expect(fitting('skolengo', [2])).toBe('skolengo');
  expect(fitting('itslearning', [2])).toBe('itslearning-csv');
  expect(defaultList(checklistsOf('itslearning').filter(({ optional }) => optional))).toBeUndefined();
});

test.each(['edifice', 'itslearning', 'skolengo'] as const)(
  '%s: what is loaded apart is what is listed',
  async (ent) => {
    expect(await loadChecklists(ent)).toEqual(checklistsOf(ent));
    expect(checklistsOf(ent).length).toBeGreaterThan(0);
  },
);

test('dates of a guide are examples of its own year: no built-in list gives any as today’s', () => {
  for (const { id, examples, dates } of CHECKLISTS) {
    expect(dates, id).toBeUndefined();
    for (const date of Object.values(examples ?? {})) expect(date, id).toMatch(/^20(2[01])-0[78]-\d\d$/);
  }
});

test('what a platform does names who does it there', () => {
  for (const { id, steps } of CHECKLISTS.map((list) => ({ id: list.id, steps: stepsOf(list) })))
    for (const { id: step, who, provider } of steps)
      expect(provider !== undefined, `${id} › ${step}`).toBe(who === 'platform');
});

test('Skolengo: the nineteen steps of the domain notes stand in the list', () => {
  const [skolengo] = checklistsOf('skolengo');
  const ids = skolengo ? stepsOf(skolengo).map(({ id }) => id) : [];
  expect(ids).toEqual(
    expect.arrayContaining([
      'keep-groups',
      'keep-accounts',
      'keep-sections',
      'restore-trash',
      'download-school-life',
      'file-messages',
      'copy-liaison-book',
      'export-moodle-courses',
      'postpone-timetable-end',
      'wait-for-compatibility',
      'clean-functional-groups',
      'delete-stale-publications',
      'set-access-block',
      'switch-databases',
      'check-directory',
      'reassign-gar',
      'import-timetable',
      'unblock-families',
      'check-archives',
    ]),
  );
});

test('a step that names a screen names one that is read, of its own family', () => {
  const pages = new Set<string>(ENTS.flatMap((ent) => ent.pages.map(({ id }) => id)));
  for (const { id: ent } of ENTS)
    for (const { id, where } of checklistsOf(ent).flatMap(stepsOf)) {
      if (!where?.page) continue;
      expect(pages, `${id} › ${where.page}`).toContain(where.page);
      expect(where.page.startsWith(`${ent}/`), id).toBe(true);
    }
});

test('Skolengo: every list or form that a step is carried out on says so', () => {
  const steps = checklistsOf('skolengo').flatMap(stepsOf);
  const named = new Set(steps.map(({ where }) => where?.page));
  // The form of one group, or of one section, is where the list leads to.
  const silent = skolengo.pages.map(({ id }) => id).filter((id) => !named.has(id));
  expect(silent).toEqual(['skolengo/free-group', 'skolengo/section-parameters']);
});

test('Skolengo: statistics of absences are the school’s until 2022, the provider’s since', () => {
  const [skolengo] = checklistsOf('skolengo');
  const ids = (transition: number) =>
    skolengo ? stepsOf(editionOf(skolengo, transition)).map(({ id }) => id) : [];
  expect(ids(2020)).toContain('download-absence-statistics');
  expect(ids(2020)).not.toContain('absence-statistics-archived');
  expect(ids(2027)).toContain('absence-statistics-archived');
  expect(ids(2027)).not.toContain('download-absence-statistics');
});

test('Skolengo: the « Corbeille » is to be looked into before the platform closes, and no later', () => {
  const [skolengo] = checklistsOf('skolengo');
  const step = skolengo && stepsOf(skolengo).find(({ id }) => id === 'restore-trash');
  expect(step?.when).toEqual({ milestone: 'platform-closing', from: -60, to: -1 });
  expect(step).not.toHaveProperty('stillUseful');
  expect(step?.why).toContain('perdu pour de bon');
});

test('automatic timetable imports: at 8, four hours apart, four a day', () => {
  const steps = checklistsOf('itslearning').flatMap(stepsOf);
  const step = steps.find(({ id }) => id === 'set-automatic-export');
  expect(step?.text).toContain('premier déclenchement à 8 heures, puis toutes les 4 heures au moins');
  expect(step?.why).toContain('4 imports par jour');
});

/** Built-in lists hang every step on a milestone; only a school’s own have dates of their own. */
function anchored<S extends { id: string; when: When }>(step: S): S & { when: Anchored } {
  const { when } = step;
  if (!('milestone' in when)) throw new Error(`${step.id} hangs on no milestone`);
  return { ...step, when };
}

test('the secondary checklist speaks neither of ONDE nor of primary classes', () => {
  const secondary = CHECKLISTS.find(({ id }) => id === 'edifice-secondary');
  const texts =
    secondary && stepsOf(secondary).map((step) => `${step.text} ${step.why} ${step.where?.label}`);
  expect(texts?.join(' ')).not.toMatch(/ONDE|TPS|CM2|PES|(?<!\p{L})[éÉ]coles?(?!\p{L})/u);
});

test.each([
  ['Collège Jean Moulin', [2]],
  ['CLG PAUL BERT', [2]],
  ['Lycée Blaise Pascal', [2]],
  ['LYCEE PROFESSIONNEL', [2]],
  ['Ecole Les Papillons', [1]],
  ['École élémentaire Jules Ferry', [1]],
  ['E.E.PU Victor Hugo', [1]],
  ['EMPU Les Lilas', [1]],
  ['Groupe scolaire du Centre', [1]],
  ['0594302K - CLG Rosa Bonheur', [2]],
  ['Institution Saint-Jude, lycée et collège', [2]],
  ['Ensemble scolaire du collège Pasteur', [2]],
  ['École du vieux collège', [1]],
  ['Ensemble Saint-Exupéry', []],
  ['Lycéens sans frontières', []],
  ['Eperdu', []],
])('the name « %s » tells the levels %j', (name, levels) => {
  expect(levelsNamed(name)).toEqual(levels);
});
