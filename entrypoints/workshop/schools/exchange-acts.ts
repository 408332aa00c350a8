import { FicheFileError, ficheFile, isTooLarge, readFicheFile, TOO_LARGE } from '@/utils/report/fiche-file';
import { allFiches, mergeFiches } from '@/utils/store/fiches';
import { StorageProblem } from '@/utils/store/problem';
import { plural } from '../names';
import type { ExchangeRequests, Said } from './exchange-protocol';
import { isOneSchool } from './join-cards';

/** Refusals are listed up to this many: a file that holds thousands has one fault, not thousands. */
const MOST_REFUSED = 10;

type Given = Blob & { name: string };

/** What came of one file; `problem` when nothing of it could be taken. */
interface Taken {
  added: number;
  details: string[];
  doubtful: boolean;
  problem?: string;
}

/** Adds colleagues' fiches to those that are here, each file for itself; says what came of it, never throws. */
export async function importFiches(files: readonly Given[]): Promise<Said> {
  let added = 0;
  const details: string[] = [];
  const problems: string[] = [];
  let doubtful = false;
  for (const file of files) {
    const one = await take(file);
    added += one.added;
    doubtful ||= one.doubtful;
    if (one.problem !== undefined) problems.push(one.problem);
    details.push(...one.details.map((detail) => `${file.name}\u00A0: ${detail}`));
  }
  const [problem, ...others] = problems;
  if (problem !== undefined && problems.length === files.length)
    return { text: problem, details: others, grade: 'critical' };
  const text =
    added === 0 ? 'Aucune fiche nouvelle.' : `${plural(added, 'fiche ajoutée', 'fiches ajoutées')}.`;
  return { text, details: [...problems, ...details], grade: problem || doubtful ? 'review' : 'pass' };
}

async function take(file: Given): Promise<Taken> {
  try {
    if (isTooLarge(file.size)) throw new FicheFileError(TOO_LARGE);
    const { fiches, refused, sharedUai } = readFicheFile(await file.text());
    const { added, known } = await mergeFiches(fiches);
    const apart = sharedUai.filter((uai) => {
      const schools = new Map(fiches.filter((one) => one.uai === uai).map((one) => [one.school, one]));
      return !isOneSchool([...schools.values()]);
    });
    const details = [
      ...(known > 0
        ? [
            `${plural(known, 'fiche')} déjà là, ou d’un jour dont il y en a assez (la première et les cinq dernières).`,
          ]
        : []),
      ...refused
        .slice(0, MOST_REFUSED)
        .map(({ index, why }) => `fiche n°\u00A0${index + 1} refusée, ${why}.`),
      ...(refused.length > MOST_REFUSED ? [`et ${refused.length - MOST_REFUSED} autres refusées.`] : []),
      ...apart.map(
        (uai) => `plusieurs établissements portent l’UAI ${uai}, et restent séparés dans le tableau.`,
      ),
    ];
    return { added, details, doubtful: refused.length + apart.length > 0 };
  } catch (error) {
    return { added: 0, details: [], doubtful: false, problem: wordsOf(error, file.name) };
  }
}

function wordsOf(error: unknown, name: string): string {
  if (error instanceof FicheFileError) return `${name}\u00A0: ${error.message}`;
  if (error instanceof StorageProblem)
    return `${error.message} ${error.advice} Aucune fiche n’a été ajoutée.`;
  return `${name} n’a pas pu être lu. Vérifiez qu’il est toujours à sa place, puis recommencez.`;
}

/** The fiches of one change of year, as a file to save. @throws {StorageProblem} */
export async function exportFiches(
  transition: number,
  at: string,
): Promise<ExchangeRequests['export']['gives']> {
  const text = ficheFile(await allFiches(transition), at);
  const blob = new Blob([text], { type: 'application/json' });
  return { name: `vigie-fiches-${transition}-${at.slice(0, 10)}.json`, blob };
}
