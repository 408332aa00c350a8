import { useEffect, useMemo, useState } from 'preact/hooks';
import { SECTIONS, type WorkshopActs } from '@/components/workshop/view';
import { Workshop } from '@/components/workshop/workshop';
import { isoDate } from '@/utils/core/context';
import { loadSwitches, NO_SWITCH, onSwitch, switchDemonstration } from '@/utils/switches';
import { Clerk } from './clerk';
import * as control from './control-acts';
import { copyIn } from './copy-in';
import * as correcting from './correction-acts';
import * as keeping from './keep-acts';
import { OwnSectionPlace } from './own-sections';
import * as reading from './read-acts';
import * as removal from './removal-acts';
import { sectionInAddress } from './section-address';
import { Session } from './session';
import { initialState, type State } from './state';
import { predictionId, viewOf } from './view';

/** Long enough to be read, short enough not to cover the page for good. */
const SAID_MS = 6000;

function hireWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}

/** Wires the workshop to its worker, to storage and to the address. */
export function App() {
  const [said, setSaid] = useState('');
  const session = useMemo(
    () =>
      new Session(
        initialState(isoDate(new Date()), sectionInAddress(location.hash)),
        new Clerk(hireWorker),
        setSaid,
      ),
    [],
  );
  const [state, setState] = useState<State>(session.state);
  const [{ demonstration }, setSwitches] = useState(NO_SWITCH);
  const acts = useMemo((): WorkshopActs => {
    /** Shown at once: a box that jumps back looks refused. */
    const show = (on: boolean) => setSwitches((now) => ({ ...now, demonstration: on }));
    return {
      ...actsOf(session),
      demonstrate(on) {
        show(on);
        switchDemonstration(on).then(
          () => session.say(on ? 'Noms masqués.' : 'Noms affichés.'),
          () => {
            show(!on);
            session.say('Le navigateur a refusé de le retenir : rien n’a été changé.');
          },
        );
      },
    };
  }, [session]);

  useEffect(() => {
    session.onChange(setState);
    void keeping.wakeUp(session);
    let former = location.hash;
    const follow = () => {
      const { hash } = location;
      // The skip link leads inside the page, not to another section.
      if (hash === '#contenu') return;
      const section = sectionInAddress(hash);
      // From one place of a section to another: the section itself knows where the person goes on.
      const within = section === session.state.section && `${former}${hash}`.includes('/');
      former = hash;
      if (within) return;
      session.update({ section, erasing: 'idle' });
      document.getElementById('contenu')?.focus();
      scrollTo(0, 0);
    };
    window.addEventListener('hashchange', follow);
    // A file dropped beside a zone must not replace the workshop.
    const refuse = (event: Event) => event.preventDefault();
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('hashchange', follow);
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, [session]);

  useEffect(() => {
    void loadSwitches().then(setSwitches);
    return onSwitch((now) => {
      setSwitches(now);
      void control.switchRules(session);
    });
  }, [session]);

  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => setSaid(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);

  useEffect(() => {
    const title = SECTIONS.find(({ id }) => id === state.section)?.title;
    document.title = `${title} – Vigie ENT`;
  }, [state.section]);

  // The same one at each change of the shell's own state: it has its own, and may be a long table.
  const { section } = state;
  const place = useMemo(() => <OwnSectionPlace section={section} say={setSaid} />, [section]);
  return (
    <Workshop view={viewOf(state)} acts={acts} said={said} demonstration={demonstration}>
      {place}
    </Workshop>
  );
}

function actsOf(session: Session): Omit<WorkshopActs, 'demonstrate'> {
  return {
    give: (side, files) => void reading.give(session, side, files),
    remove: (side) => void reading.remove(session, side),
    cancel: () => void reading.cancel(session),
    map: (file, choices) => void reading.map(session, file, choices),
    keep: (until) => void keeping.keep(session, until),
    forgetKept: () => void keeping.forgetKept(session),
    setUpdateAll: (ticked) => void control.setUpdateAll(session, ticked),
    setLeaving: (kind, label, leaving) => void control.setLeaving(session, kind, label, leaving),
    filter: (change) => void control.filter(session, change),
    more: (group) => void control.more(session, group),
    decide: (hash, verdict) => void control.decide(session, hash, verdict),
    chooseCorrection: (pair, chosen) => void correcting.chooseOne(session, pair, chosen),
    chooseCorrections: (kind, chosen) => void correcting.chooseKind(session, kind, chosen),
    writeCorrected: () => void correcting.write(session),
    predict: (school) => void control.predict(session, school),
    removal: {
      chooseFile: (id) => void removal.chooseFile(session, id),
      search: (text) => void removal.search(session, text),
      pick: (row, chosen) => removal.pick(session, row, chosen),
      more: () => void removal.morePeople(session),
      set: (typed) => removal.set(session, typed),
      prepare: () => void removal.prepare(session),
    },
    setFound: (prediction, number, typed) =>
      session.update({ found: { ...session.state.found, [`${prediction} ${number}`]: typed } }),
    forgetPrediction: (prediction) => {
      const known = session.state.expectations.find((one) => predictionId(one) === prediction);
      if (known) void keeping.forgetPrediction(session, known.school, known.profile);
    },
    askErase: () => session.update({ erasing: 'asked' }),
    cancelErase: () => session.update({ erasing: 'idle' }),
    erase: () => void keeping.erase(session),
    copy: copyIn((words) => session.say(words)),
  };
}
