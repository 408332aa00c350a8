import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import '@/components/workshop/settings/settings.css';
import { OwnSettings } from '@/components/workshop/settings/own-settings';
import type { OwnSettingsActs } from '@/components/workshop/settings/view';
import type { Content } from '@/utils/backup/content';
import { saveLastBackup } from '@/utils/backup/due';
import { MOST_BACKUP_BYTES, readBackup, writeBackup } from '@/utils/backup/file';
import { gather, previewRestore, restore, type Wanted } from '@/utils/backup/restore';
import { isoDate } from '@/utils/core/context';
import { download } from '@/utils/hand-over';
import { send } from '@/utils/messages';
import { onChange } from '@/utils/store/changes';
import { saveInitials } from '@/utils/store/initials';
import { toProblem } from '@/utils/store/problem';
import { type Settings, saveSettings } from '@/utils/store/settings';
import { ERASED } from '../keep-acts';
import type { SectionProps } from '../own-sections';
import { type LoadedSettings, loadOwnSettings } from './load';
import { type Doing, NOTHING_DOING, restoredText, settingsView } from './view';

const area = browser.storage.local;

/** « Réglages », but for the files: wired to storage and to the browser's permissions. */
export function SettingsOfOwn({ say }: SectionProps) {
  const [loaded, setLoaded] = useState<LoadedSettings>();
  const [doing, setDoing] = useState<Doing>(NOTHING_DOING);
  /** What was read of the file that was given, until it is restored. */
  const given = useRef<Content | undefined>(undefined);
  const loads = useRef(0);

  const update = useCallback((change: Partial<Doing>) => setDoing((last) => ({ ...last, ...change })), []);
  const fail = useCallback(
    (error: unknown) =>
      setDoing(({ problem: _former, ...last }) => ({
        ...last,
        busy: false,
        problem: toProblem(error, 'working'),
      })),
    [],
  );
  /** Several loads may run at once: only the one that began last has seen everything. */
  const reload = useCallback(async () => {
    const load = ++loads.current;
    try {
      const next = await loadOwnSettings(new Date());
      if (load === loads.current) setLoaded(next);
    } catch (error) {
      fail(error);
    }
  }, [fail]);

  useEffect(() => {
    void reload();
    const stop = onChange(reload);
    const erased = () => {
      given.current = undefined;
      setDoing(NOTHING_DOING);
      void reload();
    };
    addEventListener(ERASED, erased);
    return () => {
      stop();
      removeEventListener(ERASED, erased);
    };
  }, [reload]);

  const acts = useMemo<OwnSettingsActs>(() => {
    /** Does something, says it, and shows the new state; what fails is shown over what was there. */
    const work = async (act: () => Promise<string | undefined>) => {
      setDoing(({ problem: _former, ...last }) => ({ ...last, busy: true }));
      try {
        const said = await act();
        update({ busy: false });
        if (said) say(said);
      } catch (error) {
        fail(error);
      }
      await reload();
    };
    const close = () => {
      given.current = undefined;
      setDoing(({ preview: _former, ...last }) => ({ ...last, refusals: [] }));
    };
    const choose = (change: Partial<Settings>, said: string) => {
      // Shown before it is saved, and a load already under way knows nothing of it: the box must not jump back.
      loads.current++;
      setLoaded((last) => last && { ...last, settings: { ...last.settings, ...change } });
      return work(async () => {
        await saveSettings(area, change);
        await send('badge/refresh', null).catch(() => undefined);
        return said;
      });
    };
    return {
      saveBackup: (wanted) => void work(() => saveBackup(wanted)),
      giveBackup(file) {
        close();
        void work(async () => {
          const read = await readFile(file);
          if ('refusals' in read) {
            update({ refusals: read.refusals });
            return undefined;
          }
          given.current = read.content;
          update({
            preview: { plan: await previewRestore(area, read.content, isoDate(new Date())), at: read.at },
          });
          return undefined;
        });
      },
      restore() {
        const content = given.current;
        if (content)
          void work(async () => {
            const plan = await restore(area, content, isoDate(new Date()));
            close();
            await send('badge/refresh', null).catch(() => undefined);
            return restoredText(plan);
          });
      },
      cancelRestore: close,
      askPersistence: () =>
        void work(async () => {
          const persisted = await navigator.storage.persist();
          update({ persistRefused: !persisted });
          return persisted ? 'Le navigateur garde ces données.' : 'Le navigateur a refusé.';
        }),
      remind(what, wanted) {
        // Straight from the click: asking for a permission after anything else would be refused.
        const granted =
          what === 'notify' && wanted
            ? browser.permissions.request({ permissions: ['notifications'] }).catch(() => false)
            : Promise.resolve(true);
        void granted.then((yes) =>
          choose(
            { [what]: wanted },
            yes ? 'Réglage enregistré.' : 'Le navigateur n’a pas accordé les notifications.',
          ),
        );
      },
      keepFor: (months) =>
        void choose({ retentionMonths: months === 'null' ? null : Number(months) }, 'Réglage enregistré.'),
      setInitials: (typed) =>
        void work(async () => {
          await saveInitials(area, typed);
          return 'Initiales enregistrées.';
        }),
    };
  }, [say, reload, fail, update]);

  return <OwnSettings view={loaded && settingsView(loaded, doing, new Date())} acts={acts} />;
}

async function saveBackup(wanted: Wanted): Promise<string> {
  const at = new Date().toISOString();
  const text = await writeBackup(await gather(area, wanted), at);
  // A backup that cannot be read again would be found out on the day it is needed.
  const read = await readBackup(text);
  download(`vigie-sauvegarde-${isoDate(new Date(at))}.json`, text, 'application/json');
  if ('refusals' in read) return `Sauvegarde enregistrée, mais elle ne se relit pas : ${read.refusals[0]}`;
  await saveLastBackup(area, at);
  return 'Sauvegarde enregistrée.';
}

async function readFile(file: File): ReturnType<typeof readBackup> {
  if (file.size > MOST_BACKUP_BYTES)
    return { refusals: [`${file.name} est trop gros pour une sauvegarde de Vigie.`] };
  const text = await file.text().catch(() => undefined);
  if (text === undefined)
    return { refusals: [`${file.name} n’a pas pu être lu : vérifiez qu’il est toujours à sa place.`] };
  return readBackup(text);
}
