import type { Page, Worker } from '@playwright/test';

/** One of the extension's own pages, or its background. */
type Place = Page | Worker;

/** Every record of every store, as the database has it; none while there is no database. */
export function recordsKept(place: Place): Promise<Record<string, unknown[]>> {
  return (place as Worker).evaluate(async () => {
    const done = <T>(asking: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asking.onsuccess = () => resolve(asking.result);
        asking.onerror = () => reject(asking.error);
      });
    const db = await done(indexedDB.open('vigie'));
    const all: Record<string, unknown[]> = {};
    for (const name of db.objectStoreNames)
      all[name] = await done(db.transaction(name).objectStore(name).getAll());
    db.close();
    return all;
  });
}

/** Empties these stores: the browser is shared, and what one test kept would be seen by the next. */
export function eraseRecords(place: Place, stores: readonly string[]): Promise<void> {
  return (place as Worker).evaluate(async (wanted) => {
    const done = <T>(asking: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asking.onsuccess = () => resolve(asking.result);
        asking.onerror = () => reject(asking.error);
      });
    const db = await done(indexedDB.open('vigie'));
    const there = wanted.filter((name) => db.objectStoreNames.contains(name));
    if (there.length > 0) {
      const erasing = db.transaction(there, 'readwrite');
      await Promise.all(there.map((name) => done(erasing.objectStore(name).clear())));
    }
    db.close();
  }, stores);
}
