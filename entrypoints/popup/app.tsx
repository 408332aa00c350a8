import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Popup } from '@/components/popup/popup';
import type { PopupActs, Said } from '@/components/popup/view';
import type { Milestone } from '@/utils/checklists/checklist';
import type { Tick } from '@/utils/checklists/progress';
import { parsePortal } from '@/utils/ents/hosts';
import { keepNotes, noteSaid } from '@/utils/keep-notes';
import { send } from '@/utils/messages';
import { activate, askDossier } from '@/utils/permissions';
import { onChange } from '@/utils/store/changes';
import { sayEnrolment } from '@/utils/store/enrolments';
import { toProblem } from '@/utils/store/problem';
import { saveDate, saveTick } from '@/utils/store/progress';
import type { StepKey } from '@/utils/store/schema';
import { chooseLists } from '@/utils/store/years';
import { loadSwitches, NO_SWITCH, onSwitch } from '@/utils/switches';
import { injectTeaching } from '@/utils/teaching';
import { onReport } from '@/utils/toolbar';
import { loadSnapshot, type Snapshot } from './load';
import { enrolmentId, viewOf } from './view';

/** Wires the popup to the browser and to storage. `inPopup`: it closes when another tab or page takes over. */
export function App({ inPopup }: { inPopup: boolean }) {
  const [snapshot, setSnapshot] = useState<Snapshot>();
  const [said, setSaid] = useState<Said>({ text: '', turn: 0 });
  const [{ demonstration }, setSwitches] = useState(NO_SWITCH);
  const chosen = useRef<string | undefined>(undefined);

  const loads = useRef(0);

  /** Each text is a turn of its own: the same one said twice is announced twice. */
  const say = useCallback((text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 })), []);
  /** Several loads may run at once: only the one that began last has seen everything. */
  const reload = useCallback(async () => {
    const load = ++loads.current;
    const next = await loadSnapshot(chosen.current);
    if (load !== loads.current) return;
    setSnapshot((last) => (next.problem && last ? { ...last, problem: next.problem } : next));
  }, []);
  /** What failed is shown over what was there: nothing typed or ticked leaves the screen. */
  const fail = useCallback(
    (error: unknown) => {
      say('');
      setSnapshot((last) => last && { ...last, problem: toProblem(error, 'working') });
    },
    [say],
  );
  const notes = useMemo(
    () =>
      keepNotes(
        localStorage,
        (beside) => {
          say(noteSaid(beside));
          void reload();
        },
        fail,
      ),
    [reload, fail, say],
  );

  useEffect(() => {
    void reload().then(notes.flush);
    const stopStore = onChange(reload);
    const stopTabs = onReport(reload);
    const leave = () => void notes.flush();
    const hide = () => document.visibilityState === 'hidden' && leave();
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      stopStore();
      stopTabs();
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [reload, notes]);

  useEffect(() => {
    void loadSwitches().then(setSwitches);
    return onSwitch(setSwitches);
  }, []);

  const save = async (work: Promise<void>, text: string) => {
    try {
      await work;
      say(text);
      void send('badge/refresh', null).catch(() => undefined);
      await reload();
    } catch (error) {
      fail(error);
    }
  };
  const acts: PopupActs = {
    activate(host) {
      // Straight from the click: asking for a permission after anything else would be refused.
      activate(host, snapshot?.tab?.id).then(
        (granted) => {
          say(granted ? 'Vigie est activée.' : 'Vigie n’a pas été activée.');
          void reload();
        },
        () => say('Le navigateur a refusé cette adresse. Vérifiez-la, puis réessayez.'),
      );
    },
    activateTyped(text) {
      const typed = parsePortal(text);
      if ('refusal' in typed) return typed.refusal;
      acts.activate(typed.host);
      return undefined;
    },
    tick(step, done) {
      const key = keyOf(snapshot, step);
      if (!key) return;
      const tick = {
        done,
        at: new Date().toISOString(),
        ...(snapshot?.initials && { by: snapshot.initials }),
      };
      const former = snapshot?.progress.ticks[step];
      // Shown before it is saved, and a load already under way knows nothing of it: the box must not jump back.
      loads.current++;
      setSnapshot((last) => last && withTick(last, step, tick));
      const saving = saveTick(key, tick).catch((error) => {
        setSnapshot((last) => last && withTick(last, step, former));
        throw error;
      });
      void save(saving, done ? 'Étape cochée.' : 'Étape décochée.');
    },
    note(step, text, from) {
      const key = keyOf(snapshot, step);
      if (key) notes.type(key, text, from);
    },
    setDate(milestone, date) {
      if (!snapshot?.school) return;
      const { school, transition } = snapshot;
      const doing = { at: new Date().toISOString(), ...(snapshot.initials && { by: snapshot.initials }) };
      const saving = saveDate(school.key, transition, milestone as Milestone, date, doing);
      void save(saving, date === undefined ? 'Date effacée.' : 'Date enregistrée.');
    },
    chooseList(id) {
      if (!snapshot?.school) return;
      const { school, transition } = snapshot;
      const doing = { at: new Date().toISOString(), ...(snapshot.initials && { by: snapshot.initials }) };
      void save(chooseLists(school.key, transition, [id], doing), 'Liste choisie.');
    },
    async open(href) {
      await notes.flush();
      const tab = snapshot?.tab?.id;
      const opened = inPopup && tab !== undefined ? browser.tabs.update(tab, { url: href }) : undefined;
      await (opened ?? browser.tabs.create({ url: href }));
      if (inPopup) window.close();
    },
    chooseSchool(key) {
      chosen.current = key;
      void notes.flush().then(reload);
    },
    teach(teaching) {
      const tab = snapshot?.tab?.id;
      if (tab === undefined) return;
      injectTeaching(teaching, tab).then(
        () => inPopup && window.close(),
        () => say('Le navigateur ne laisse rien faire sur cette page. Rechargez-la, puis réessayez.'),
      );
    },
    openDossier(ent) {
      const tab = snapshot?.tab?.id;
      if (tab === undefined) return;
      askDossier(ent, tab).then(
        () => inPopup && window.close(),
        () => say('Le navigateur ne laisse rien faire sur cette page. Rechargez-la, puis réessayez.'),
      );
    },
    async reloadTab() {
      if (snapshot?.tab?.id !== undefined) await browser.tabs.reload(snapshot.tab.id);
      if (inPopup) window.close();
    },
    settle(id) {
      const done = snapshot?.enrolments?.find((one) => enrolmentId(one) === id);
      if (!done) return;
      const said = { host: done.host, courses: [done], what: 'leave' as const, at: new Date().toISOString() };
      void save(sayEnrolment(said), 'Rappel retiré.');
    },
    retry: () => void notes.flush().then(reload),
    openWorkshop: () =>
      void send('workshop/open', null).catch(() =>
        browser.tabs.create({ url: browser.runtime.getURL('/workshop.html') }),
      ),
  };
  return <Popup view={snapshot && viewOf(snapshot)} acts={acts} said={said} demonstration={demonstration} />;
}

/** A box that couldn't be saved goes back to what it was: the screen only shows what is kept. */
function withTick(snapshot: Snapshot, step: string, tick: Tick | undefined): Snapshot {
  const { [step]: _replaced, ...others } = snapshot.progress.ticks;
  const ticks = tick ? { ...others, [step]: tick } : others;
  return { ...snapshot, progress: { ...snapshot.progress, ticks } };
}

function keyOf(snapshot: Snapshot | undefined, step: string): StepKey | undefined {
  if (!snapshot?.school) return undefined;
  const { school, transition } = snapshot;
  const [checklist = '', id = ''] = step.split('/');
  return { school: school.key, transition, checklist, step: id };
}
