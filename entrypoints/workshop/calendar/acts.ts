import { browser } from 'wxt/browser';
import type { CalendarActs } from '@/components/workshop/calendar/view';
import { CHECKLISTS } from '@/utils/checklists';
import type { Milestone } from '@/utils/checklists/checklist';
import { OWN_LIST } from '@/utils/checklists/followed';
import { MOST_TEMPLATE_BYTES, readTemplate, writeTemplate } from '@/utils/checklists/template';
import { placesIn } from '@/utils/checklists/template-place';
import type { Notes } from '@/utils/keep-notes';
import { RULES } from '@/utils/rules';
import { loadInitials, saveInitials } from '@/utils/store/initials';
import { addToJournal, type Doing } from '@/utils/store/journal';
import { keepNote, saveDate, saveTick } from '@/utils/store/progress';
import type { StepKey } from '@/utils/store/schema';
import { saveSettings } from '@/utils/store/settings';
import {
  archiveYear,
  chooseLists,
  removeOwnStep,
  removeTemplate,
  saveOwnStep,
  saveTemplate,
  startYear,
} from '@/utils/store/years';
import { agendaSaid, writeAgenda } from './agenda';
import { download } from './download';
import type { Board, Loaded } from './load';
import { readOwnStep } from './own-step';
import { writeCalendar } from './write';

/** What the acts work on: what is on screen, and how to show what came of it. */
export interface Desk {
  loaded(): Loaded | undefined;
  notes: Notes;
  say(words: string): void;
  /** Waits for a write, says it, and shows the new state; a failure is shown with what to do. */
  save(work: Promise<unknown>, said: string): Promise<void>;
  /** Shows a tick before it is kept; gives back how to take it away again. */
  showTick(step: string, done: boolean): () => void;
}

const KNOWN = { lists: new Set(CHECKLISTS.map(({ id }) => id)), rules: new Set(Object.keys(RULES)) };

/** What writes: ticks, notes, dates, lists, years. */
export function writingActs(
  desk: Desk,
): Omit<CalendarActs, 'chooseSchool' | 'chooseYear' | 'openTab' | 'filter' | 'open' | 'retry'> {
  const here = (work: (board: Board, doing: Doing) => Promise<unknown>, said: string) => {
    const board = desk.loaded()?.board;
    if (!board) return;
    const writing = signed().then((doing) => work(board, doing));
    void desk.save(writing, said);
  };
  return {
    tick(step, done) {
      const key = keyOf(desk, step);
      if (!key) return;
      const takeBack = desk.showTick(step, done);
      const saving = signed()
        .then((doing) => saveTick(key, { done, ...doing }))
        .catch((error) => {
          takeBack();
          throw error;
        });
      void desk.save(saving, done ? 'Étape cochée.' : 'Étape décochée.');
    },
    note(step, text, from) {
      const key = keyOf(desk, step);
      if (key) desk.notes.type(key, text, from);
    },
    keepNote(step, keep) {
      const key = keyOf(desk, step);
      const said = keep ? 'Note à garder l’an prochain.' : 'Note de cette année seulement.';
      // A note still being typed is kept first: there would be nothing to mark.
      if (key)
        void desk.save(
          desk.notes.flush().then(() => keepNote(key, keep)),
          said,
        );
    },
    setDate(milestone, date) {
      here(
        ({ school, transition }, doing) =>
          saveDate(school.key, transition, milestone as Milestone, date, doing),
        date === undefined ? 'Date effacée.' : 'Date enregistrée.',
      );
    },
    saveOwn(form) {
      const board = desk.loaded()?.board;
      if (!board) return 'Choisissez d’abord l’établissement.';
      const typed = form.id === '' ? { ...form, id: crypto.randomUUID() } : form;
      const read = readOwnStep(typed, board.transition);
      if ('refusal' in read) return read.refusal;
      here(
        ({ school, transition }, { at }) => saveOwnStep(school.key, transition, read.step, at),
        'Étape enregistrée.',
      );
      return undefined;
    },
    removeOwn: (id) =>
      here(({ school, transition }) => removeOwnStep(school.key, transition, id), 'Étape retirée.'),
    follow(list, followed) {
      here(({ school, transition, lists }, doing) => {
        const others = lists.map(({ id }) => id).filter((id) => id !== list && id !== OWN_LIST);
        return chooseLists(school.key, transition, followed ? [...others, list] : others, doing);
      }, 'Listes suivies enregistrées.');
    },
    archive: (archived) =>
      here(
        ({ school, transition }, doing) => archiveYear(school.key, transition, archived, doing),
        archived ? 'Année archivée.' : 'Année rouverte.',
      ),
    startFrom: (from) =>
      here(
        ({ school, transition }, doing) => startYear(school.key, from, transition, doing),
        'Étapes et notes à garder reprises.',
      ),
    setInitials: (typed) =>
      void desk.save(saveInitials(browser.storage.local, typed), 'Initiales enregistrées.'),
    remind() {
      // Straight from the click: asking for a permission after anything else would be refused.
      const granted = browser.permissions.request({ permissions: ['notifications'] }).catch(() => false);
      void granted.then((yes) =>
        yes
          ? desk.save(
              saveSettings(browser.storage.local, { notify: true }),
              'Vous serez prévenu le matin, quand une étape commence ou prend du retard.',
            )
          : desk.say('Le navigateur n’a pas accordé les notifications.'),
      );
    },
    print() {
      here(
        ({ school, transition }, doing) =>
          addToJournal(school.key, transition, { kind: 'exported', what: 'le calendrier, imprimé' }, doing),
        'Impression demandée.',
      );
      window.print();
    },
    exportMarkdown(withNotes) {
      const loaded = desk.loaded();
      if (!loaded?.board) return;
      const { name, text } = writeCalendar(loaded, loaded.board, withNotes);
      download(name, text, 'text/markdown;charset=utf-8');
      const what = `le calendrier, en Markdown${withNotes ? ', avec les notes' : ''}`;
      here(
        ({ school, transition }, doing) =>
          addToJournal(school.key, transition, { kind: 'exported', what }, doing),
        'Calendrier enregistré en Markdown.',
      );
    },
    exportAgenda(list) {
      const { board, today } = desk.loaded() ?? {};
      if (board && today) void exportAgenda(desk, board, today, list);
    },
    exportList(id) {
      const list = desk.loaded()?.board?.offered.find((one) => one.id === id);
      if (!list) return;
      const name = KNOWN.lists.has(id) ? `${id}-locale` : id;
      download(`${name}.json`, writeTemplate(list, name), 'application/json');
      desk.say('Modèle enregistré.');
    },
    importList: (file) => importList(desk, file),
    removeList: (list) => void desk.save(removeTemplate(list), 'Liste retirée.'),
  };
}

async function exportAgenda(
  desk: Desk,
  board: Board,
  today: string,
  list: string | undefined,
): Promise<void> {
  const { school, transition } = board;
  const writing = writeAgenda(board, today, list);
  const what = list === undefined ? 'l’agenda (.ics)' : `l’agenda d’une liste (.ics) : ${list}`;
  const said = await writing.then(agendaSaid, () => '');
  const handing = writing.then(async ({ name, text }) => {
    download(name, text, 'text/calendar;charset=utf-8');
    return addToJournal(school.key, transition, { kind: 'exported', what }, await signed());
  });
  await desk.save(handing, said);
}

async function importList(desk: Desk, file: File): Promise<readonly string[]> {
  if (file.size > MOST_TEMPLATE_BYTES)
    return [
      `${file.name} est trop grand pour une liste d’étapes : au plus ${MOST_TEMPLATE_BYTES / 1024} Kio.`,
    ];
  const read = readTemplate(await file.text(), KNOWN, placesIn);
  if ('refusals' in read) return read.refusals;
  const { ent, title } = read.checklist;
  const mine = desk.loaded()?.board?.school.ent === ent;
  await desk.save(
    saveTemplate(read.checklist, new Date().toISOString()),
    mine
      ? `« ${title} » est importée : cochez-la pour la suivre.`
      : `« ${title} » est importée, pour un autre ENT.`,
  );
  return [];
}

/** Now, and by whom: as it is kept, since initials just given may not be on screen yet. */
async function signed(): Promise<Doing> {
  const at = new Date().toISOString();
  const initials = await loadInitials(browser.storage.local);
  return { at, ...(initials && { by: initials }) };
}

function keyOf(desk: Desk, step: string): StepKey | undefined {
  const board = desk.loaded()?.board;
  if (!board) return undefined;
  const [checklist = '', id = ''] = step.split('/');
  return { school: board.school.key, transition: board.transition, checklist, step: id };
}
