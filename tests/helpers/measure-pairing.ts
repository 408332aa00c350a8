import type { PairingResult, Person, Verdict } from '@/utils/matching/person';
import type { EditKind, LabelledEdit } from './edit-keys';
import type { School } from './generate-school';

/** Everybody of a school as the matching reads them, with the lasting identifier that only the test knows. */
export function listPeople(school: School): { id: string; person: Person }[] {
  const name = ({ lastName, firstName }: { lastName: string; firstName: string }) =>
    `${lastName} ${firstName}`;
  const parents = new Map(school.parents.map((parent) => [parent.id, parent]));
  const children = new Map<string, string[]>();
  for (const pupil of school.pupils) {
    for (const id of pupil.parentIds) children.set(id, [...(children.get(id) ?? []), name(pupil)]);
  }
  let id = 0;
  const basic = ({ lastName, firstName }: { lastName: string; firstName: string }) => ({
    id: id++,
    lastName,
    firstName,
  });
  return [
    ...school.pupils.map((pupil) => ({
      id: pupil.id,
      person: {
        ...basic(pupil),
        profile: 'pupil' as const,
        birthDate: pupil.birthDate,
        className: pupil.className,
        relatives: pupil.parentIds.flatMap((parent) => parents.get(parent) ?? []).map(name),
      },
    })),
    ...school.parents.map((parent) => ({
      id: parent.id,
      person: {
        ...basic(parent),
        profile: 'parent' as const,
        postalCode: parent.postalCode,
        relatives: children.get(parent.id) ?? [],
      },
    })),
    ...school.teachers.map((one) => ({ id: one.id, person: { ...basic(one), profile: 'teacher' as const } })),
    ...school.staff.map((one) => ({ id: one.id, person: { ...basic(one), profile: 'staff' as const } })),
  ];
}

/** What no join explains between two years of a school, and the truth about it. */
export interface Residual {
  gone: Person[];
  arrived: Person[];
  kept: Person[];
  /** The lasting identifier of each person object. */
  ids: ReadonlyMap<Person, string>;
}

/** Joins two years on the key exactly as written, as the platform does, and keeps what is left. */
export function residualOf(before: School, after: School): Residual {
  const key = ({ profile, lastName, firstName, birthDate, postalCode }: Person) =>
    [profile, lastName, firstName, birthDate, postalCode].join('\u0000');
  const [old, now] = [listPeople(before), listPeople(after)];
  const [oldKeys, newKeys] = [old, now].map((list) => new Set(list.map(({ person }) => key(person))));
  return {
    gone: old.filter(({ person }) => !newKeys?.has(key(person))).map(({ person }) => person),
    arrived: now.filter(({ person }) => !oldKeys?.has(key(person))).map(({ person }) => person),
    kept: now.filter(({ person }) => oldKeys?.has(key(person))).map(({ person }) => person),
    ids: new Map([...old, ...now].map(({ id, person }) => [person, id])),
  };
}

/** How the edits of one kind were found. `tied` ones were listed among several candidates. */
export interface Score {
  count: number;
  same: number;
  check: number;
  tied: number;
  missed: number;
  /** Of those to check: told as possible namesakes, without an alarm. */
  faint: number;
}

/** Scores per kind, and the proposals about people who are not one, by verdict. */
export interface Measure {
  scores: Map<EditKind, Score>;
  wrong: Record<Verdict | 'faint', string[]>;
}

export function emptyMeasure(): Measure {
  return { scores: new Map(), wrong: { same: [], check: [], faint: [] } };
}

/** Adds one result to a measure. */
export function measure(
  into: Measure,
  result: PairingResult,
  residual: Residual,
  edits: readonly LabelledEdit[],
): void {
  const found = new Map<string, Verdict>();
  const faint = new Set<string>();
  for (const { gone, arrived, verdict, reasons, ...pair } of result.pairs) {
    const [one, other] = [residual.ids.get(gone) ?? '', residual.ids.get(arrived)];
    if (pair.faint) faint.add(one);
    if (one === other) found.set(one, verdict);
    else
      into.wrong[pair.faint ? 'faint' : verdict].push(
        `${describe(gone)} ≠ ${describe(arrived)}: ${reasons.map(({ kind }) => kind).join(', ')}`,
      );
  }
  for (const { gone } of result.explained) found.set(residual.ids.get(gone) ?? '', 'same');
  const tied = new Set(
    result.ambiguous.flatMap(({ gone }) => gone.map((person) => residual.ids.get(person))),
  );
  const [old, now] = [residual.gone, residual.arrived].map(
    (list) => new Set(list.map((one) => residual.ids.get(one))),
  );
  for (const { id, kind } of edits) {
    // A key that somebody else bears too is joined to them: that is a repeated key, another question.
    if (!old?.has(id) || !now?.has(id)) continue;
    const score = into.scores.get(kind) ?? { count: 0, same: 0, check: 0, tied: 0, missed: 0, faint: 0 };
    into.scores.set(kind, score);
    score.count++;
    if (found.has(id) && faint.has(id)) score.faint++;
    score[found.get(id) ?? (tied.has(id) ? 'tied' : 'missed')]++;
  }
}

function describe({ profile, lastName, firstName, birthDate, postalCode, className }: Person): string {
  return [profile, lastName, firstName, birthDate ?? postalCode, className].filter(Boolean).join(' ');
}
