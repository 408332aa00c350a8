import type { ScreenDescriptor } from './ents/descriptor';
import { speaksOf } from './ents/hosts';
import { parseDescriptor } from './ents/parse-descriptor';
import type { KnownPages, LearnedPage } from './messages';
import { listLearnedPages, saveLearnedPage } from './store/learned-pages';
import { listSynonyms } from './store/synonyms';

/** A description that is not kept; `advice` is what to do. */
class Refused extends Error {
  readonly advice = '';
}

/** What was taught of the screens of a host. @throws {StorageProblem} */
export async function knownPages(host: string): Promise<KnownPages> {
  const [synonyms, pages] = await Promise.all([listSynonyms(), listLearnedPages()]);
  return { synonyms, descriptors: readable(pages.filter((page) => speaksOf(page.host, host))) };
}

/**
 * Keeps a page as it was taught on a host.
 * @throws {StorageProblem}
 * @throws {Refused} when the description is not one, in French.
 */
export async function learnPage(
  { host, descriptor }: Pick<LearnedPage, 'host' | 'descriptor'>,
  learnedAt: string,
): Promise<void> {
  const parsed = parseDescriptor(JSON.stringify(descriptor));
  if ('problem' in parsed) throw new Refused(parsed.problem);
  await saveLearnedPage({ host, descriptor: parsed.descriptor, learnedAt });
}

/** A page that another version of Vigie kept may ask for what this one doesn't know. */
function readable(pages: readonly LearnedPage[]): ScreenDescriptor[] {
  return pages.flatMap(({ descriptor }) => {
    const parsed = parseDescriptor(JSON.stringify(descriptor));
    return 'problem' in parsed ? [] : [parsed.descriptor];
  });
}
