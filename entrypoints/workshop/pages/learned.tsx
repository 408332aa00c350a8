import { useCallback, useEffect, useState } from 'preact/hooks';
import { Learned } from '@/components/workshop/pages/learned';
import type { LearnedView } from '@/components/workshop/pages/learned-view';
import { download } from '@/utils/hand-over';
import type { LearnedPage } from '@/utils/messages';
import { tellOpenPages } from '@/utils/open-pages';
import { grantedOrigins } from '@/utils/permissions';
import {
  forgetLearnedPage,
  listLearnedPages,
  renameLearnedPage,
  saveLearnedPage,
} from '@/utils/store/learned-pages';
import { type StorageProblem, toProblem } from '@/utils/store/problem';
import type { KnownSchool } from '@/utils/store/schema';
import { listSchools } from '@/utils/store/schools';
import type { SectionProps } from '../own-sections';
import { learnedView, pageKey, receivedPage, renamedPage } from './learned-view';

/** A description is small; of a file that isn't one, this much is enough to refuse it. Bytes. */
const READ_AT_MOST = 400_000;

/** The pages that were taught, wired to the store. */
export function LearnedPages({ say }: SectionProps) {
  const [pages, setPages] = useState<readonly LearnedPage[]>([]);
  const [schools, setSchools] = useState<readonly KnownSchool[]>([]);
  const [sites, setSites] = useState<readonly string[]>([]);
  const [host, setHost] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [renaming, setRenaming] = useState<LearnedView['renaming']>();
  const [back, setBack] = useState<string>();
  const [problem, setProblem] = useState<StorageProblem>();

  const keep = useCallback(async (change?: () => Promise<void>) => {
    try {
      if (change) {
        await change();
        await tellOpenPages('taughtAt', new Date().toISOString());
      }
      const [learned, seen, origins] = await Promise.all([
        listLearnedPages(),
        listSchools(),
        grantedOrigins(),
      ]);
      setPages(learned);
      setSchools(seen);
      setSites(sitesIn(origins));
      setProblem(undefined);
      return true;
    } catch (error) {
      setProblem(toProblem(error, 'working'));
      return false;
    }
  }, []);
  useEffect(() => void keep(), [keep]);

  const give = async ([file]: readonly File[]) => {
    if (!file) return;
    const received = receivedPage(await file.slice(0, READ_AT_MOST).text(), host, pages);
    if ('refusal' in received) return setRefusal(received.refusal);
    setRefusal(undefined);
    const { descriptor } = received;
    const page = { host, descriptor, learnedAt: new Date().toISOString() };
    if (await keep(() => saveLearnedPage(page)))
      say(`Page importée : « ${descriptor.title} ». Rechargez la page de l’ENT.`);
  };
  const found = (key: string) => pages.find((page) => pageKey(page) === key);
  const forget = async (page: LearnedPage) => {
    if (await keep(() => forgetLearnedPage(page))) say(`Page retirée : « ${page.descriptor.title} ».`);
  };
  const saveTitle = async () => {
    const page = renaming && found(renaming.key);
    if (!page) return setRenaming(undefined);
    const named = renamedPage(page, renaming.title, pages);
    if ('refusal' in named) return setRenaming({ ...renaming, refusal: named.refusal });
    if (!(await keep(() => renameLearnedPage(page, named.descriptor)))) return;
    setRenaming(undefined);
    setBack(pageKey({ ...page, descriptor: named.descriptor }));
    say(`Page renommée : « ${named.descriptor.title} ».`);
  };
  return (
    <Learned
      view={{
        ...learnedView(pages, schools, sites, host),
        ...(refusal && { refusal }),
        ...(renaming ? { renaming } : back !== undefined && { back }),
        ...(problem && { problem: { says: problem.message, advice: problem.advice } }),
      }}
      acts={{
        chooseHost(next) {
          setRefusal(undefined);
          setHost(next);
        },
        give: (files) => void give(files),
        export(key) {
          const page = found(key);
          if (!page) return;
          const { descriptor } = page;
          const name = descriptor.id.replace(/^.*\/own-/, '');
          download(`vigie-page-${name}.json`, `${JSON.stringify(descriptor, null, 2)}\n`, 'application/json');
          say(`Page exportée : « ${descriptor.title} ».`);
        },
        rename(key) {
          const page = key === undefined ? undefined : found(key);
          setBack(renaming?.key);
          setRenaming(page && { key: pageKey(page), title: page.descriptor.title });
        },
        setTitle: (title) => setRenaming((one) => one && { key: one.key, title }),
        saveTitle: () => void saveTitle(),
        forget(key) {
          const page = found(key);
          if (page) void forget(page);
        },
      }}
    />
  );
}

/** The hosts that somebody activated, one by one; « all sites » names none. */
function sitesIn(origins: readonly string[]): string[] {
  return origins.flatMap((origin) => /^https:\/\/(?:\*\.)?([^/*]+)\/\*$/.exec(origin)?.[1] ?? []);
}
