import type { RuleResult } from './core/audit';
import { isoDate } from './core/context';
import type { LastTimetable, TimetableFile } from './core/timetable-facts';
import { readTimetable, type TimetableReading } from './files/timetable';
import { inWords } from './import-control';
import type { NamedBytes } from './import-uploads';
import { TIMETABLE_RULES } from './rules/lists/timetable';
import { type JudgedTimetable, judgeTimetable, lastTimetableOf } from './timetable-judgement';
import type { SentTimetable, TimetableControl, TimetableRequest } from './timetable-messages';

/** Places of one rule that travel: a panel shows the first of them, and how many there are is said. */
const MOST_PLACES = 100;
const MOST_PROBLEMS = 5;

/** What is kept on this computer that the control of a timetable uses. */
export interface KeptForTimetable {
  /** @throws {StorageProblem} */
  last(uai: string): Promise<LastTimetable | undefined>;
  salt(): Promise<string>;
}

/** Controls the timetable file chosen on an import screen. Never throws: what goes wrong is told in French. */
export async function controlTimetable(
  file: NamedBytes,
  { ent, school }: Pick<TimetableRequest, 'ent' | 'school'>,
  kept: KeptForTimetable,
  now: Date,
): Promise<TimetableControl> {
  try {
    const today = isoDate(now);
    const reading = readTimetable(file.name, file.bytes, { today });
    const envelope = reading.facts.timetableFiles?.items[0];
    const problems = reading.problems.slice(0, MOST_PROBLEMS).map(inWords);
    // What a list of EDT lacks is of no interest where no list can be imported.
    if (!envelope) return { kind: 'unreadable', problems: reading.kind ? [notImported(reading)] : problems };
    const uai = school?.uai ?? envelope.uai;
    // Without what was remembered, the control only says less: it must not fail for it.
    const last = uai === undefined ? undefined : await kept.last(uai).catch(() => undefined);
    const judged = await judgeTimetable(reading.facts, {
      ent,
      today,
      ...(school && { school }),
      ...(last && { last }),
      salt: await kept.salt(),
    });
    const rules = Object.values(TIMETABLE_RULES).map(({ id, impact, title, why, remedy, source }) => ({
      id,
      impact,
      title,
      why,
      remedy,
      source,
    }));
    return {
      kind: 'done',
      results: judged.results.filter(({ outcome }) => outcome !== 'inapplicable').map(shortened),
      rules,
      lines: [
        aboutFile(file.name, envelope),
        ...aboutLessons(judged),
        // A screen takes one file only: what has to be given beside an encrypted one is given in the workshop.
        ...(reading.kind === 'encrypted' ? [LESSONS_IN_WORKSHOP] : []),
      ],
      unknowable: reading.kind === 'encrypted' ? reading.unknowable.slice(0, 1) : reading.unknowable,
      ...(!reading.facts.lessons && { toWorkshop: true }),
      problems,
      ...(uai !== undefined && { remember: remembered(uai, envelope, judged, now) }),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      kind: 'failed',
      says: `Le contrôle s’est interrompu, rien n’en est conclu. Contrôlez ce fichier dans l’atelier. (${why})`,
    };
  }
}

/** A list of EDT can be read, and not imported. */
function notImported({ unknowable }: TimetableReading): string {
  return `${unknowable[0] ?? ''} Déposez-la dans l’atelier.`;
}

function shortened(result: RuleResult): RuleResult {
  return { ...result, flags: result.flags.slice(0, MOST_PLACES).map(({ also: _, ...flag }) => flag) };
}

const LESSONS_IN_WORKSHOP =
  'Ses cours ne peuvent pas être contrôlés depuis ce fichier. Pour cela, collez dans l’atelier la liste des cours d’EDT.';

const FORMS = { encrypted: 'fichier chiffré', clear: 'fichier en clair', udt: 'archive d’UDT' } as const;

function aboutFile(name: string, { form, software, madeOn, uai, partners }: TimetableFile): string {
  const made = madeOn?.slice(0, 10).split('-').reverse().join('/');
  const said = [
    FORMS[form],
    ...(uai ? [`établissement ${uai}`] : []),
    ...(software && form !== 'udt' ? [software.text] : []),
    ...(made ? [`produit le ${made}`] : []),
    ...(partners ? [`socles\u00A0: ${partners.join(', ') || 'aucun'}`] : []),
  ];
  return `${name}\u00A0: ${said.join(', ')}.`;
}

function aboutLessons({ facts: { lessons }, courses }: JudgedTimetable): string[] {
  if (!lessons) return [];
  const none = lessons.items.filter((lesson) => lesson.courses.length === 0).length;
  const number = (count: number) => count.toLocaleString('fr-FR');
  const lost = none > 0 ? `, ${number(none)} séance${none > 1 ? 's' : ''} sans aucun cours` : '';
  return [
    `Séances lues\u00A0: ${number(lessons.items.length)}, cours attendus\u00A0: ${number(courses.length)}${lost}.`,
  ];
}

function remembered(
  uai: string,
  envelope: TimetableFile,
  judged: JudgedTimetable,
  now: Date,
): Omit<SentTimetable, 'host'> {
  return {
    last: lastTimetableOf(uai, envelope, judged.identifiers, now.toISOString()),
    ...(judged.facts.lessons && { courses: judged.courses }),
  };
}
