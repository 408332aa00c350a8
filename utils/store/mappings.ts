import { read, write } from './db';
import type { StoredMapping } from './schema';

/** Every mapping made by hand on this computer. @throws {StorageProblem} */
export function listMappings(): Promise<StoredMapping[]> {
  return read(['mappings'], (tx) => tx.objectStore('mappings').getAll());
}

/** Remembers how the columns of a file were read; it holds no cell of the file. @throws {StorageProblem} */
export function saveMapping(mapping: StoredMapping): Promise<void> {
  return write(['mappings'], async (tx) => {
    await tx.objectStore('mappings').put(mapping);
  });
}
