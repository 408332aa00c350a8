import type { TimetableFile } from '@/utils/core/timetable-facts';
import { counted, type FileProblem, type FileProblemCode, quoted } from './problem';
import type { UdtPart } from './timetable';
import { catchingFaults, openXml, oversized } from './xml-open';
import { extract } from './zip';
import { MAX_ENTRIES, readDirectory, type ZipEntry } from './zip-directory';

/** Said of every archive of UDT. */
export const UDT_UNKNOWABLE: readonly string[] = [
  'De cette archive, seuls la liste des fichiers, leurs dates et le calendrier sont lus. Ses cours ne sont pas contrôlés.',
];

/** What each file of UDT holds, by its number (facts itslearning §6.4). */
const HOLDS: Record<string, string> = {
  '00': 'paramètres',
  '03': 'salles',
  '04': 'professeurs',
  '05': 'matières',
  '07': 'horaires',
  '08': 'classes',
  '10': 'élèves',
  '11': 'fiches',
  '12': 'cours',
  '13': 'regroupements',
  '19': 'groupes',
  '20': 'options',
  '21': 'élèves des groupes',
  '23': 'coenseignements',
  '24': 'calendrier',
  '26': 'autres données',
};

/** Without these, no platform can make courses of the archive. */
const NEEDED = ['00', '04', '05', '07', '08', '12', '24'];

/** A year's calendar is a few kilobytes. */
const MAX_CALENDAR = 4 * 1024 * 1024;

/** Lists what an archive of UDT holds, and reads the school year from its calendar. Never throws. */
export function readUdt(
  file: string,
  bytes: Uint8Array,
): { item?: TimetableFile; parts: UdtPart[]; problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  const say = (code: FileProblemCode, message: string, advice: string, fatal = true) => {
    problems.push({ code, file, message, advice, fatal });
  };
  const large = oversized(file, bytes.length);
  const entries = large ? [] : readDirectory(bytes);
  if (large) return { parts: [], problems: [large] };
  if (!entries || entries.length >= MAX_ENTRIES) {
    say(
      entries ? 'zip-bomb' : 'zip-truncated',
      entries
        ? `Cette archive annonce plus de ${counted(MAX_ENTRIES - 1, 'fichier')}.`
        : 'Cette archive est incomplète, son sommaire manque.',
      'Refaites l’export depuis UDT, puis déposez la nouvelle archive.',
    );
    return { parts: [], problems };
  }
  const found = entries.flatMap((entry) => {
    const part = partOf(entry);
    return part ? [{ entry, part }] : [];
  });
  if (found.length === 0) {
    const what = entries.some(({ name }) => /^(word|xl)\/|^\[Content_Types\]|^mimetype$/.test(name));
    const inside = entries.find(({ name }) => /\.xml$/i.test(name));
    say(
      'not-a-timetable',
      what
        ? 'Ce fichier n’est pas un emploi du temps mais un document de bureautique.'
        : `Cette archive n’est pas celle d’UDT, aucun fichier ${quoted('UDCal')} ne s’y trouve.`,
      inside && !what
        ? `Elle contient ${quoted(inside.name.slice(-60))}. Décompressez-la, puis déposez ce fichier.`
        : 'Déposez l’archive produite par UDT, ou le fichier XML produit par PRONOTE ou EDT.',
    );
    return { parts: [], problems };
  }
  const present = new Set(found.map(({ part }) => part.number));
  const missing = NEEDED.filter((number) => !present.has(number));
  if (missing.length > 0)
    say(
      'not-a-timetable',
      `Il manque dans cette archive${COLON}${missing.map((number) => `${HOLDS[number]} (UDCal_${number}.xml)`).join(', ')}.`,
      'L’import échouerait. Refaites l’export complet depuis UDT.',
      false,
    );
  const calendar = found.find(({ part }) => part.number === '24')?.entry;
  const year = calendar && readYear(file, bytes, calendar, problems);
  const dates = found.map(({ entry }) => entry.modified ?? '').sort();
  const madeOn = dates.at(-1);
  return {
    item: {
      at: { in: 'file', file, line: 1 },
      form: 'udt',
      software: { text: 'UDT', product: 'UDT' },
      ...(madeOn && { madeOn }),
      ...(year && { year }),
    },
    parts: found.map(({ part: { name, holds, modified } }) => ({
      name,
      holds,
      ...(modified && { modified }),
    })),
    problems,
  };
}

function partOf({ name: path, modified }: ZipEntry): (UdtPart & { number: string }) | undefined {
  const name = path.split(/[/\\]/).at(-1) ?? path;
  const dated = modified ? { modified } : {};
  if (/^semaines\.xml$/i.test(name)) return { name, holds: 'semaines', number: 'semaines', ...dated };
  const [, number, week] = /^udcal_(\d\d)(?:_(\d\d))?\.xml$/i.exec(name) ?? [];
  if (number === undefined) return undefined;
  const holds = HOLDS[number] ?? 'autres données';
  return { name, holds: week ? `${holds}, semaine ${week}` : holds, number, ...dated };
}

/** First and last day of the pupils' year: `debut_eleve` and `fin_eleve`, day first. */
function readYear(
  file: string,
  bytes: Uint8Array,
  entry: ZipEntry,
  problems: FileProblem[],
): { from: string; to: string } | undefined {
  const content =
    entry.encrypted || ![0, 8].includes(entry.method) || entry.size > MAX_CALENDAR
      ? undefined
      : extract(bytes, entry, entry.name, MAX_CALENDAR);
  if (!(content instanceof Uint8Array)) {
    const [code, message, advice] = content ?? [
      'zip-method',
      'Le calendrier de l’archive ne peut pas être ouvert.',
      'Refaites l’export depuis UDT.',
    ];
    problems.push({ code, file, message, advice, fatal: false });
    return undefined;
  }
  const name = `${file} > ${entry.name}`;
  const { scanner, problems: found } = openXml(name, content);
  const dates = new Map<string, string>();
  const fault =
    scanner &&
    catchingFaults(name, scanner, () => {
      let element = '';
      for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
        if (event === 'open') element = scanner.element().toLowerCase();
        else if (event === 'text' && /^(debut|fin)_eleve$/.test(element))
          dates.set(element, isoDay(scanner.text()));
      }
    });
  for (const problem of fault ? [...found, fault] : found) problems.push({ ...problem, fatal: false });
  const [from, to] = [dates.get('debut_eleve'), dates.get('fin_eleve')];
  return from && to ? { from, to } : undefined;
}

function isoDay(text: string): string {
  const [, day, month, year] = /^\s*(\d\d)\/(\d\d)\/(\d{4})/.exec(text) ?? [];
  return day ? `${year}-${month}-${day}` : '';
}

const COLON = '\u00A0: ';
