import {
  type Checklist,
  editionOf,
  type Phase,
  type Role,
  type Step,
  stepName,
  type When,
} from './checklist';

/** The id of the list that a school's own steps stand in; no checklist may have it. */
export const OWN_LIST = 'own';

/** A step that a school added for itself. */
export interface OwnStep {
  id: string;
  text: string;
  why?: string;
  who: Role;
  when: When;
  where?: string;
  /** A page anywhere, `https:` only. */
  link?: string;
  /** Carried over when the next change of year is started. */
  keep: boolean;
}

/** The school whose lists are asked for, and what it said of them. */
export interface Following {
  transition: number;
  levels?: readonly (1 | 2)[];
  /** Ids of the lists that it chose; missing while it chose none. */
  chosen?: readonly string[];
  ownSteps?: readonly OwnStep[];
}

/** What a school follows before it has chosen: the first list that fits one of its levels, else the first of all. */
export function defaultList(
  offered: readonly Checklist[],
  levels: readonly (1 | 2)[] = [],
): Checklist | undefined {
  const whole = offered.filter(({ optional }) => !optional);
  return whole.find(({ level }) => level === undefined || levels.includes(level)) ?? whole[0];
}

/**
 * The lists that a school follows, as they stand for its change of year, its own steps last. A list that was chosen and
 * is not offered any more is left out; when none is left, the default one stands in.
 */
export function followedLists(offered: readonly Checklist[], following: Following): readonly Checklist[] {
  const { transition, levels, chosen, ownSteps = [] } = following;
  const picked = offered.filter(({ id }) => chosen?.includes(id));
  const fitting = defaultList(offered, levels);
  const lists = picked.length > 0 ? picked : fitting ? [fitting] : [];
  const [first] = lists;
  if (!first) return [];
  const editions = lists.map((list) => editionOf(list, transition));
  return ownSteps.length > 0 ? [...editions, ownList(first, ownSteps)] : editions;
}

function ownList({ ent }: Checklist, ownSteps: readonly OwnStep[]): Checklist {
  const phase: Phase = { id: OWN_LIST, title: 'Étapes de l’établissement', steps: ownSteps.map(asStep) };
  return {
    id: OWN_LIST,
    ent,
    title: 'Étapes de l’établissement',
    about: 'Ajoutées par l’établissement.',
    phases: [phase],
  };
}

function asStep({ id, text, why, who, when, where, link }: OwnStep): Step {
  return {
    id,
    text,
    why: why ?? '',
    who,
    when,
    // What a school adds for itself waits until it is done.
    stillUseful: true,
    ...(where && { where: { label: where } }),
    ...(link && { link }),
    source: { words: 'Ajoutée par l’établissement' },
  };
}

/** One step among all those that a school follows. */
export interface PlacedStep {
  name: string;
  list: Checklist;
  phase: Phase;
  step: Step;
}

/** Every step of some lists, in order, with where it stands. */
export function placedSteps(lists: readonly Checklist[]): readonly PlacedStep[] {
  return lists.flatMap((list) =>
    list.phases.flatMap((phase) =>
      phase.steps.map((step) => ({ name: stepName(list.id, step.id), list, phase, step })),
    ),
  );
}
