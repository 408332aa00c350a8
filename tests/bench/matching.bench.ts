import { pairPeople } from '@/utils/matching/pair';
import type { Person } from '@/utils/matching/person';
import { EDIT_KINDS, editKeys } from '../helpers/edit-keys';
import { generateSchool, nextSchoolYear, type School } from '../helpers/generate-school';
import { emptyMeasure, type Measure, measure, type Residual, residualOf } from '../helpers/measure-pairing';

export const title = '« Même personne » : rappel par genre de retouche, fausses alertes, passage à l’échelle';

const EDITED_SCHOOLS = 24;
const EDITS_OF_A_KIND = 8;
const QUIET_YEARS = 200;
const SIZES = [2_000, 20_000, 200_000];

/** What the lists tell besides the keys. */
const VARIANTS: Record<string, (person: Person) => Person | undefined> = {
  'élèves, parents et personnels': (person) => person,
  'élèves et personnels, sans responsables': ({ relatives: _, ...person }) =>
    person.profile === 'parent' ? undefined : person,
  'rien que les clés': ({ relatives: _, className: __, ...person }) => person,
};

/** Prints the quality and the speed of the search for renamed keys; takes about two minutes. */
export async function run(): Promise<void> {
  for (const [name, view] of Object.entries(VARIANTS)) {
    const found = emptyMeasure();
    for (let seed = 1; seed <= EDITED_SCHOOLS; seed++) {
      const before = generateSchool(seed, { kind: seed % 3 === 0 ? 'elementary' : 'college' });
      const { school, edits } = editKeys(
        nextSchoolYear(before, seed),
        seed,
        EDIT_KINDS,
        EDITS_OF_A_KIND,
        idsOf(before),
      );
      pairAndMeasure(found, seen(residualOf(before, school), view), edits);
    }
    console.log(`\n${EDITED_SCHOOLS} schools with edited keys, ${name}`);
    console.table(Object.fromEntries(found.scores));
    console.log(
      `wrong « same »: ${found.wrong.same.length}, wrong « check »: ${found.wrong.check.length}, wrong possible namesakes: ${found.wrong.faint.length}`,
    );
    for (const line of [...found.wrong.same, ...found.wrong.check].slice(0, 10)) console.log(`  ${line}`);

    const quiet = emptyMeasure();
    for (let seed = 10_001; seed <= 10_000 + QUIET_YEARS; seed++) {
      const before = generateSchool(seed);
      pairAndMeasure(quiet, seen(residualOf(before, nextSchoolYear(before, seed)), view), []);
    }
    const { same, check, faint } = quiet.wrong;
    console.log(
      `${QUIET_YEARS} school years without any edit: ${same.length} « same », ${check.length} « check », ${faint.length} possible namesakes`,
    );
    for (const line of [...same, ...check, ...faint].slice(0, 10)) console.log(`  ${line}`);
  }
  console.table(SIZES.map(scale));
}

/** Identifiers of everybody in a school. */
function idsOf({ pupils, parents, teachers, staff }: School): Set<string> {
  return new Set([...pupils, ...parents, ...teachers, ...staff].map(({ id }) => id));
}

function pairAndMeasure(into: Measure, residual: Residual, edits: Parameters<typeof measure>[3]): void {
  const { gone, arrived, kept } = residual;
  measure(into, pairPeople(gone, arrived, { strictness: 'school', kept }), residual, edits);
}

function seen(
  { gone, arrived, kept, ids }: Residual,
  view: (person: Person) => Person | undefined,
): Residual {
  const views = new Map([...gone, ...arrived, ...kept].map((person) => [person, view(person)]));
  const of = (list: readonly Person[]) => list.flatMap((person) => views.get(person) ?? []);
  const viewed = [...ids].flatMap(([person, id]) => {
    const as = views.get(person);
    return as ? [[as, id] as const] : [];
  });
  return { gone: of(gone), arrived: of(arrived), kept: of(kept), ids: new Map(viewed) };
}

/** Half of the rows gone, half arrived; a third of those are edited keys, the rest are strangers. */
function scale(rows: number): Record<string, number | string> {
  const gone: Person[] = [];
  const arrived: Person[] = [];
  for (let seed = 50_000; gone.length < rows / 2 || arrived.length < rows / 2; seed++) {
    const before = generateSchool(seed);
    const { school } = editKeys(nextSchoolYear(before, seed), seed, EDIT_KINDS, 4, idsOf(before));
    const residual = residualOf(before, school);
    gone.push(...residual.gone);
    arrived.push(...residual.arrived);
  }
  gone.length = rows / 2;
  arrived.length = rows / 2;
  const line: Record<string, number | string> = { rows };
  for (const strictness of ['school', 'district'] as const) {
    const times: number[] = [];
    let proposed = 0;
    for (let turn = 0; turn < (rows > 50_000 ? 1 : 3); turn++) {
      const start = process.cpuUsage();
      proposed = pairPeople(gone, arrived, { strictness }).pairs.length;
      const { user, system } = process.cpuUsage(start);
      times.push((user + system) / 1000);
    }
    times.sort((one, other) => one - other);
    const time = times[times.length >> 1] ?? 0;
    line[`${strictness}: CPU ms`] = Math.round(time);
    line[`${strictness}: µs per row`] = Number(((1000 * time) / rows).toFixed(1));
    line[`${strictness}: pairs`] = proposed;
  }
  return line;
}
