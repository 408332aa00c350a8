import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { announceChange } from './changes';
import { MIGRATIONS, type Migration } from './migrations';
import { StorageProblem, toProblem } from './problem';
import type { Schema, StoreName } from './schema';

/** Of the extension's own origin: a content script that opened it would get the ENT's. */
const NAME = 'vigie';

type Database = IDBPDatabase<Schema>;
/** A transaction on our own stores. */
export type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<Schema, StoreName[], Mode>;

let connection: Promise<Database> | undefined;

/**
 * Opens a database and brings it to the version of the last migration.
 * @throws {StorageProblem} when another tab holds an older version, when the data is newer, when storage is refused.
 */
export function openDatabase(migrations: readonly Migration[], onGone: () => void): Promise<Database> {
  return new Promise((resolve, reject) => {
    let settled = false;
    const refuse = (problem: StorageProblem) => {
      settled = true;
      reject(problem);
    };
    openRaw(migrations, onGone, () => refuse(new StorageProblem('blocked'))).then(
      // Opened after all once the other tab was closed: nobody waits for this one any more.
      (db) => (settled ? db.close() : resolve(db)),
      (error) => refuse(toProblem(error, 'opening')),
    );
  });
}

async function openRaw(
  migrations: readonly Migration[],
  onGone: () => void,
  onBlocked: () => void,
): Promise<Database> {
  if (typeof indexedDB === 'undefined') throw new StorageProblem('refused');
  return openDB<Schema>(NAME, migrations.length, {
    async upgrade(db, from, _to, tx) {
      // Awaited by the opening itself; its own promise must not count as unhandled when a migration fails.
      tx.done.catch(() => undefined);
      try {
        for (const migrate of migrations.slice(from)) await migrate(db, tx);
      } catch {
        // Left alone, the version would be raised with the work half done.
        tx.abort();
      }
    },
    blocked: onBlocked,
    // A newer Vigie wants to upgrade: give way at once, or it would be the one that is blocked.
    blocking: (_from, _to, event) => {
      (event.target as IDBDatabase).close();
      onGone();
    },
    terminated: onGone,
  });
}

function connect(): Promise<Database> {
  if (!connection) {
    const opening = openDatabase(MIGRATIONS, () => {
      if (connection === opening) connection = undefined;
    });
    connection = opening;
    opening.catch(() => {
      if (connection === opening) connection = undefined;
    });
  }
  return connection;
}

/** Opens the database ahead of the first question, which then finds it open, or tells what is wrong with it. */
export function openAhead(): void {
  connect().catch(() => undefined);
}

/** Begins a transaction; a connection that the browser closed without a word is opened once more. */
async function begin<Mode extends IDBTransactionMode>(
  stores: StoreName[],
  mode: Mode,
): Promise<Transaction<Mode>> {
  try {
    return (await connect()).transaction(stores, mode);
  } catch (error) {
    if (error instanceof StorageProblem || (error as Error).name !== 'InvalidStateError') throw error;
    connection = undefined;
    return (await connect()).transaction(stores, mode);
  }
}

/**
 * Reads inside one transaction, so that what is read agrees with itself.
 * @throws {StorageProblem}
 */
export async function read<T>(
  stores: StoreName[],
  work: (tx: Transaction<'readonly'>) => Promise<T>,
): Promise<T> {
  try {
    return await work(await begin(stores, 'readonly'));
  } catch (error) {
    throw toProblem(error, 'working');
  }
}

/**
 * Writes inside one transaction: one act of a person is either all there or not at all. Tells the other open pages.
 * `work` must only await the transaction's own requests, or the transaction ends under it.
 * @throws {StorageProblem}
 */
export async function write<T>(
  stores: StoreName[],
  work: (tx: Transaction<'readwrite'>) => Promise<T>,
): Promise<T> {
  let result: T;
  try {
    const tx = await begin(stores, 'readwrite');
    // Awaited below; until then a failure of the transaction must not count as unhandled.
    tx.done.catch(() => undefined);
    try {
      result = await work(tx);
    } catch (error) {
      abort(tx);
      throw error;
    }
    await tx.done;
  } catch (error) {
    throw toProblem(error, 'working');
  }
  announceChange();
  return result;
}

function abort(tx: Transaction<'readwrite'>): void {
  try {
    tx.abort();
  } catch {
    // Already aborted by the failure itself.
  }
}

/** Everything of one school and one change of year, in a store whose keys begin with those two. */
export function rangeOf(school: string, transition: number): IDBKeyRange {
  return IDBKeyRange.bound([school, transition], [school, transition, []]);
}

/** Closes the connection, if any; the next use opens it again. */
export async function closeStore(): Promise<void> {
  const open = connection;
  connection = undefined;
  await open?.then(
    (db) => db.close(),
    () => undefined,
  );
}
