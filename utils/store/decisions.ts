import { read, write } from './db';
import type { StoredDecision } from './schema';

/** Decisions by hash. @throws {StorageProblem} */
export async function listDecisions(): Promise<Record<string, StoredDecision['verdict']>> {
  const all = await read(['decisions'], (tx) => tx.objectStore('decisions').getAll());
  return Object.fromEntries(all.map(({ hash, verdict }) => [hash, verdict]));
}

/** Remembers a decision under its hash, or with `undefined` goes back to « À vérifier ». @throws {StorageProblem} */
export function saveDecision(
  hash: string,
  verdict: StoredDecision['verdict'] | undefined,
  at: string,
): Promise<void> {
  return write(['decisions'], async (tx) => {
    const store = tx.objectStore('decisions');
    if (verdict) await store.put({ hash, verdict, at });
    else await store.delete(hash);
  });
}

const SALT = 'decisionSalt';

/** The part of `browser.storage.local` that is used here. */
export interface SaltArea {
  get(name: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** This installation’s own salt, made at first use: without it, a hash of a name and a date could be guessed. */
export async function decisionSalt(area: SaltArea): Promise<string> {
  const known = (await area.get(SALT))[SALT];
  if (typeof known === 'string') return known;
  const salt = [...crypto.getRandomValues(new Uint8Array(32))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  await area.set({ [SALT]: salt });
  return salt;
}
