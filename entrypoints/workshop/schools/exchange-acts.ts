import { FicheFileError, ficheFile, isTooLarge, readFicheFile, TOO_LARGE } from '@/utils/report/fiche-file';
import { allFiches, mergeFiches } from '@/utils/store/fiches';
import { StorageProblem } from '@/utils/store/problem';
import { plural } from '../names';
import type { ExchangeRequests, Said } from './exchange-protocol';
import { isOneSchool } from './join-cards';

/** Refusals are listed up to this many: a file that holds thousands has one fault, not thousands. */
const MOST_REFUSED = 10;

/** Adds a colleague's fiches to those that are here; says what came of it, never throws. */
export async function importFiches(file: Blob & { name: string }): Promise<Said> {
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
      ...refused.slice(0, MOST_REFUSED).map(({ index, why }) => `Fiche n° ${index + 1} refusée : ${why}.`),
      ...(refused.length > MOST_REFUSED ? [`et ${refused.length - MOST_REFUSED} autres refusées.`] : []),
      ...sharedUai.map(
        (uai) => `Plusieurs établissements portent l’UAI ${uai} : ils restent séparés dans le tableau.`,
      ),
    ];
    const text =
      added === 0 ? 'Aucune fiche nouvelle.' : `${plural(added, 'fiche ajoutée', 'fiches ajoutées')}.`;
    return { text, details, grade: refused.length + apart.length > 0 ? 'review' : 'pass' };
  } catch (error) {
    return { text: wordsOf(error, file.name), details: [], grade: 'critical' };
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
