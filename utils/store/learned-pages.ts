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

/** @throws {StorageProblem} */
export function forgetLearnedPage({ host, descriptor }: LearnedPage): Promise<void> {
  return write(['learnedPages'], async (tx) => {
    await tx.objectStore('learnedPages').delete([host, descriptor.id]);
  });
}
