import { write } from './db';
import { dropDraft, listDrafts } from './drafts';
import type { StoreName } from './schema';

const EVERYTHING: StoreName[] = ['schools', 'ticks', 'notes', 'proofs', 'dates'];

/** Erases all that is kept of every school, drafts included; nothing is erased when anything can't be. @throws {StorageProblem} */
export async function clearAll(storage?: Storage): Promise<void> {
  await write(EVERYTHING, async (tx) => {
    await Promise.all(EVERYTHING.map((name) => tx.objectStore(name).clear()));
  });
  if (storage) for (const draft of listDrafts(storage)) dropDraft(storage, draft);
}
