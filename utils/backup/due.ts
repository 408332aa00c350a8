import { read } from '@/utils/store/db';
import type { SaltArea } from '@/utils/store/decisions';

/** Changes that one would be sorry to make again. */
const MANY = 30;
const DAYS = 30;
/** Months (1–12) in which a year changes: what is done then is not done twice. */
const SEASON = [5, 6, 7, 8, 9, 10];

const LAST = 'lastBackup';

/** ISO instant of the last backup made with this browser; undefined when none was. */
export async function loadLastBackup(area: SaltArea): Promise<string | undefined> {
  const last = (await area.get(LAST))[LAST];
  return typeof last === 'string' && !Number.isNaN(Date.parse(last)) ? last : undefined;
}

export async function saveLastBackup(area: SaltArea, at: string): Promise<void> {
  await area.set({ [LAST]: at });
}

/** Why a backup should be made now, from the instants of what was changed; French, undefined when nothing presses. Pure. */
export function backupDue(
  last: string | undefined,
  changes: readonly string[],
  now: Date,
): string | undefined {
  // A backup of a day still to come: the clock was wrong then, and nobody knows what it holds.
  const since = last !== undefined && last <= now.toISOString() ? last : '';
  const unsaved = changes.filter((at) => at > since).sort();
  const [oldest] = unsaved;
  if (oldest === undefined) return undefined;
  const count = `${unsaved.length} modification${unsaved.length > 1 ? 's' : ''}`;
  const where = since === '' ? 'ne sont encore dans aucune sauvegarde' : 'ont suivi la dernière sauvegarde';
  const days = (now.getTime() - Date.parse(oldest)) / 86_400_000;
  if (unsaved.length >= MANY) return `${count} ${where} : enregistrez-en une.`;
  if (days < DAYS || !SEASON.includes(now.getMonth() + 1)) return undefined;
  return `Voilà plus de ${DAYS} jours que rien n’a été sauvegardé (${count}) : enregistrez une sauvegarde.`;
}

/** When each thing that a person said was said. @throws {StorageProblem} */
export function listChanges(): Promise<string[]> {
  return read(['ticks', 'notes', 'ownSteps', 'dates'], async (tx) => {
    const all = await Promise.all([
      tx.objectStore('ticks').getAll(),
      tx.objectStore('notes').getAll(),
      tx.objectStore('ownSteps').getAll(),
      tx.objectStore('dates').getAll(),
    ]);
    return all.flat().flatMap(({ at }) => at ?? []);
  });
}
