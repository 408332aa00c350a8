import { read, write } from './db';
import type { StoredSynonym } from './schema';

/** Every word that somebody added, whatever its host. @throws {StorageProblem} */
export function listSynonyms(): Promise<StoredSynonym[]> {
  return read(['synonyms'], (tx) => tx.objectStore('synonyms').getAll());
}

/** Adds a word; the same one again changes nothing. @throws {StorageProblem} */
export function saveSynonym({ host, term, label }: StoredSynonym): Promise<void> {
  return write(['synonyms'], async (tx) => {
    await tx.objectStore('synonyms').put({ host, term, label });
  });
}

/** @throws {StorageProblem} */
export function forgetSynonym({ host, term, label }: StoredSynonym): Promise<void> {
  return write(['synonyms'], async (tx) => {
    await tx.objectStore('synonyms').delete([host, term, label]);
  });
}
