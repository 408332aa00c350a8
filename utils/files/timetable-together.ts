import type { FactName, Facts, Gathered } from '@/utils/core/facts';
import type { TimetableFile } from '@/utils/core/timetable-facts';
import { quoted } from './problem';
import type { TimetableKind, TimetableReading } from './timetable';

/** Several readings as one timetable. */
export interface Together {
  facts: Facts;
  /** French sentences: what of a reading is not judged because another already says it. */
  left: readonly string[];
}

/** The fullest kind first: what it says is believed before the others. */
const ORDER: readonly TimetableKind[] = ['clear', 'edt-list', 'pasted-list', 'udt', 'encrypted'];

const WORDS: Partial<Record<FactName, string>> = {
  lessons: 'Cours',
  timetablePupils: 'Élèves',
};

/**
 * Puts together what an envelope, a list of lessons and a list of pupils tell of one school. What two of them tell is
 * taken from one only: a lesson counted twice would make two courses.
 * @param uai school of the import: beside a file of that school, one of another tells nothing
 */
export function together(readings: readonly TimetableReading[], uai?: string): Together {
  const rank = ({ kind }: TimetableReading) => (kind ? ORDER.indexOf(kind) : ORDER.length);
  const sorted = [...readings].sort((a, b) => rank(a) - rank(b));
  const hasOwn = uai !== undefined && readings.some((reading) => schoolOf(reading) === uai);
  const chosen = new Map<FactName, { file: string; gathered: Gathered<unknown> }>();
  const files: TimetableFile[] = [];
  const strangers: TimetableFile[] = [];
  const left: string[] = [];
  for (const reading of sorted) {
    const { file, facts } = reading;
    const own = schoolOf(reading);
    const isStranger = hasOwn && own !== undefined && own !== uai;
    (isStranger ? strangers : files).push(...(facts.timetableFiles?.items ?? []));
    if (isStranger) {
      left.push(
        `${quoted(file)} est un fichier de ${own}, pas de ${uai}\u00A0: ce qu’il contient n’est pas contrôlé.`,
      );
      continue;
    }
    for (const name of Object.keys(facts) as FactName[]) {
      if (name === 'timetableFiles') continue;
      const gathered = facts[name] as Gathered<unknown>;
      const known = chosen.get(name);
      const isFuller = name === 'timetableClasses' && countsPupils(facts) && !countsPupils(factsOf(chosen));
      if (!known || isFuller) chosen.set(name, { file, gathered });
      else if (WORDS[name])
        left.push(
          `${WORDS[name]}\u00A0: ceux de ${quoted(known.file)} sont contrôlés, pas ceux de ${quoted(file)}.`,
        );
    }
  }
  const items = [...files, ...strangers];
  const envelopes = items.length > 0 ? { timetableFiles: { items, complete: true } } : {};
  return { facts: { ...factsOf(chosen), ...envelopes }, left };
}

function schoolOf({ facts }: TimetableReading): string | undefined {
  return facts.timetableFiles?.items[0]?.uai;
}

function factsOf(chosen: ReadonlyMap<FactName, { gathered: Gathered<unknown> }>): Facts {
  return Object.fromEntries([...chosen].map(([name, { gathered }]) => [name, gathered])) as Facts;
}

function countsPupils({ timetableClasses }: Facts): boolean {
  return timetableClasses?.items.some(({ pupils }) => pupils !== undefined) ?? false;
}
