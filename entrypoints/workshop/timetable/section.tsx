import { useEffect, useMemo, useState } from 'preact/hooks';
import '@/components/workshop/timetable/timetable.css';
import { TimetableSection } from '@/components/workshop/timetable/timetable-section';
import type { TimetableActs } from '@/components/workshop/timetable/timetable-view';
import { isoDate } from '@/utils/core/context';
import { onSwitch } from '@/utils/switches';
import { Clerk } from '../clerk';
import { ERASED } from '../keep-acts';
import type { SectionProps } from '../own-sections';
import * as acting from './acts';
import * as judging from './judge-acts';
import type { TimetableRequests } from './protocol';
import { TimetableSession } from './session';
import { initialState, type TimetableState } from './state';
import { viewOf } from './view';

function hireWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}

/** Outlives the section: what was read is still there when one comes back from another. */
let kept: TimetableSession | undefined;
let tell: (words: string) => void = () => undefined;

function session(): TimetableSession {
  kept ??= new TimetableSession(
    initialState(isoDate(new Date())),
    new Clerk<TimetableRequests>(hireWorker),
    (words) => tell(words),
  );
  return kept;
}

addEventListener(ERASED, () => {
  kept?.clerk.cancel();
  kept = undefined;
});

/** Wires « Emploi du temps » to its worker and to storage. */
export function Timetable({ say }: SectionProps) {
  const [state, setState] = useState<TimetableState>(session().state);
  const acts = useMemo(() => actsOf(session()), []);
  tell = say;
  useEffect(() => {
    const own = session();
    own.onChange(setState);
    if (own.state.sources.length + own.files.length === 0) void acting.wakeUp(own);
    const stop = onSwitch(() => void judging.judgeSoon(own));
    return () => {
      stop();
      own.onChange(() => undefined);
    };
  }, []);
  return <TimetableSection view={viewOf(state)} acts={acts} />;
}

function actsOf(own: TimetableSession): TimetableActs {
  return {
    give: (files) => void acting.give(own, files),
    remove: () => void acting.remove(own),
    paste: (text) => void acting.paste(own, text),
    cancel: () => void acting.cancel(own),
    setSchool: (uai) => void judging.setSchool(own, uai),
    giveAccounts: (files) => void acting.giveAccounts(own, files),
    removeAccounts: () => void acting.giveAccounts(own, []),
    more: (rule) => void judging.moreOf(own, rule),
    filterLessons: (change) => void judging.filter(own, 'lessons', change as object),
    filterCourses: (change) => void judging.filter(own, 'courses', change),
    filterPeople: (change) => void judging.filter(own, 'people', change as object),
    keepCourses: () => void judging.keepCourses(own),
    rememberFile: () => void judging.rememberFile(own, true),
    forget: () => void judging.forget(own),
    copy: (text, what) =>
      void navigator.clipboard.writeText(text).then(
        () => own.say(`Copié : ${what}.`),
        () => own.say('Le navigateur a refusé la copie. Sélectionnez le texte et copiez-le.'),
      ),
  };
}
