import type { EntId } from '@/utils/core/facts';
import type { LearnedPage } from '@/utils/messages';
import { read, write } from './db';

/** Every page that was taught on this computer, whatever its host. @throws {StorageProblem} */
export function listLearnedPages(): Promise<LearnedPage[]> {
  return read(['learnedPages'], (tx) => tx.objectStore('learnedPages').getAll());
}

/** True when a page of the family was taught on this computer. Storage failing is for others to say. */
export async function hasLearned(ent: EntId): Promise<boolean> {
  const pages = await listLearnedPages().catch(() => []);
  return pages.some(({ descriptor }) => descriptor.id.startsWith(`${ent}/`));
}

/** Keeps a page; one of the same name on the same host is replaced. @throws {StorageProblem} */
export function saveLearnedPage({ host, descriptor, learnedAt }: LearnedPage): Promise<void> {
  return write(['learnedPages'], async (tx) => {
    await tx.objectStore('learnedPages').put({ host, descriptor, learnedAt });
  });
}

/** Keeps a page under another name: as one change, so that it is never there twice nor not at all. @throws {StorageProblem} */
export function renameLearnedPage(
  { host, descriptor, learnedAt }: LearnedPage,
  renamed: LearnedPage['descriptor'],
): Promise<void> {
  return write(['learnedPages'], async (tx) => {
    const store = tx.objectStore('learnedPages');
    await store.delete([host, descriptor.id]);
    await store.put({ host, descriptor: renamed, learnedAt });
  });
}

/** @throws {StorageProblem} */
export function forgetLearnedPage({ host, descriptor }: LearnedPage): Promise<void> {
  return write(['learnedPages'], async (tx) => {
    await tx.objectStore('learnedPages').delete([host, descriptor.id]);
  });
}
