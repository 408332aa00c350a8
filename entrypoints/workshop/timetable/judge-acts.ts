import { browser } from 'wxt/browser';
import type { TimetableFile } from '@/utils/core/timetable-facts';
import { checkUai } from '@/utils/core/uai';
import { schoolMeant } from '@/utils/named-school';
import { csvFile } from '@/utils/report/csv';
import { timetableFigures } from '@/utils/report/file-figures';
import { keepSalt, newSalt } from '@/utils/store/decisions';
import { noteRules } from '@/utils/store/detectors';
import { fileControl } from '@/utils/store/fiches';
import {
  forgetTimetable,
  loadKeptCourses,
  loadLastTimetable,
  saveKeptCourses,
  saveLastTimetable,
} from '@/utils/store/timetables';
import { loadSwitches } from '@/utils/switches';
import { lastTimetableOf } from '@/utils/timetable-judgement';
import type { Query } from './protocol';
import type { TimetableSession } from './session';
import { LIST_PAGE, NO_QUERY, type TimetableState } from './state';

/** The school of the import as it was chosen: a code that is none compares with nothing. */
export function schoolOf({ uai: typed, schools }: TimetableState): { uai: string; name: string } | undefined {
  const { uai, wellFormed } = checkUai(typed);
  if (!wellFormed) return undefined;
  return { uai, name: schools.find((known) => known.uai === uai)?.name ?? '' };
}

/** The file to be imported; of several, that of the school chosen, and the one that says by what it was made. */
export function envelopeOf(state: TimetableState): TimetableFile | undefined {
  const given = state.sources.flatMap(({ envelope }) => envelope ?? []);
  const own = given.filter(({ uai }) => uai === schoolOf(state)?.uai);
  const all = own.length > 0 ? own : given;
  return all.find(({ software }) => software) ?? all[0];
}

/** True when something was read that can be judged. */
export function canJudge({ sources }: TimetableState): boolean {
  return sources.some(({ kind }) => kind !== undefined);
}

/** Judges what was read, if anything was. */
export async function judgeSoon(session: TimetableSession): Promise<void> {
  if (!session.state.busy) await judge(session);
}

/** Judges all that was read, beside what is remembered of the school. */
export async function judge(session: TimetableSession): Promise<void> {
  const { coursesHref, today } = session.state;
  if (coursesHref) URL.revokeObjectURL(coursesHref);
  const reset = { judged: undefined, pages: undefined, coursesHref: undefined, query: NO_QUERY };
  if (!canJudge(session.state)) return session.update(reset);
  session.update({ ...reset, busy: { what: 'Contrôle', done: 0, total: 3 } });
  await recall(session);
  const school = schoolOf(session.state);
  const { last, schools } = session.state;
  const ent = schools.find(({ uai }) => uai === school?.uai)?.ent ?? 'itslearning';
  const salt = await keepSalt(browser.storage.local, newSalt());
  const { off } = await loadSwitches();
  const judged = await session.ask(() =>
    session.clerk.ask(
      'judge',
      { ent, today, salt, off: [...off], ...(school && { school }), ...(last && { last }) },
      (busy) => session.update({ busy }),
    ),
  );
  if (!judged) return;
  session.update({ judged, coursesHref: linkToCourses(judged.courses) });
  const { sources } = session.state;
  await list(session);
  session.update({ busy: undefined });
  session.say('Contrôle terminé.');
  await session.store(() => noteRules(judged.ruleCounts, new Date().toISOString()));
  // Another file given meanwhile was not judged: it is not the one to be remembered.
  if (session.state.sources !== sources) return;
  await rememberFile(session, false);
  await fileFiche(session);
}

/** What is remembered of the school of the import; without a school chosen, of the one that the file names. */
async function recall(session: TimetableSession): Promise<void> {
  const uai = schoolOf(session.state)?.uai ?? envelopeOf(session.state)?.uai;
  const known = await session.store(async () =>
    uai === undefined ? [] : Promise.all([loadLastTimetable(uai), loadKeptCourses(uai)]),
  );
  const [last, kept] = known?.value ?? [];
  session.update({ last, kept });
}

let listings = 0;

/** Asks for what the filters and limits let through; a slower answer to an older question is dropped. */
async function list(session: TimetableSession): Promise<void> {
  const own = ++listings;
  const pages = await session.ask(() => session.clerk.ask('list', session.state.query));
  if (pages && own === listings) session.update({ pages });
}

/** Another school is chosen: what is remembered of it decides anew. */
export async function setSchool(session: TimetableSession, uai: string): Promise<void> {
  session.update({ uai });
  const isWhole = uai.trim() === '' || checkUai(uai).wellFormed;
  if (isWhole && !session.state.busy) await judge(session);
}

/** Filters one of the lists, from its first page on. */
export async function filter<L extends 'lessons' | 'courses' | 'people'>(
  session: TimetableSession,
  which: L,
  change: Partial<Query[L]>,
): Promise<void> {
  const { query } = session.state;
  session.update({ query: { ...query, [which]: { ...query[which], limit: LIST_PAGE, ...change } } });
  await list(session);
}

/** Shows more of a finding. */
export async function moreOf(session: TimetableSession, rule: string): Promise<void> {
  const { query } = session.state;
  const findings = { ...query.findings, [rule]: (query.findings[rule] ?? 10) + LIST_PAGE };
  session.update({ query: { ...query, findings } });
  await list(session);
}

/** Whether the file takes the place of the last one by itself: nothing speaks against it, and it is no older. */
export function replacesLast(state: TimetableState): boolean {
  const { judged, last, today } = state;
  const { madeOn = '' } = envelopeOf(state) ?? {};
  // A clock that runs ahead would make every file to come look older than this one.
  const isAhead = madeOn.slice(0, 10) > today;
  return judged?.holding.length === 0 && madeOn >= (last?.madeOn ?? '') && !isAhead;
}

/**
 * Remembers the file as the last one of its school. By itself only when nothing speaks against it and it is no older: a
 * file of another edition takes the place of the right one only when the person says so.
 */
export async function rememberFile(session: TimetableSession, isAsked: boolean): Promise<void> {
  const { judged } = session.state;
  const envelope = envelopeOf(session.state);
  const school = schoolOf(session.state);
  if (!judged || !envelope || envelope.form === 'udt') return;
  const uai = school?.uai ?? envelope.uai;
  if (uai === undefined || (envelope.uai !== undefined && envelope.uai !== uai)) return;
  if (!isAsked && !replacesLast(session.state)) return;
  const next = lastTimetableOf(uai, envelope, judged.identifiers, new Date().toISOString());
  const kept = await session.store(() => saveLastTimetable(next));
  if (!kept || !isAsked) return;
  session.say('Ce fichier est retenu comme le dernier de l’établissement.');
  await judge(session);
}

/** Files what was concluded under the school chosen, unless the file says that it is another school's. */
async function fileFiche(session: TimetableSession): Promise<void> {
  const { judged, schools, uai } = session.state;
  const chosen = schoolOf(session.state);
  const ofFile = envelopeOf(session.state)?.uai;
  if (!judged || !chosen || (ofFile !== undefined && ofFile !== chosen.uai)) return;
  const meant = schoolMeant(uai, schools, 'itslearning');
  if (!('school' in meant)) return;
  const { ruleCounts: counts, counts: lists, outcomes, courses } = judged;
  const figures = timetableFigures({ counts: lists, outcomes, courses: courses.length });
  const at = new Date().toISOString();
  const filed = await session.store(() =>
    fileControl({ at, by: 'timetable-file', counts, read: [], figures }, meant.school),
  );
  if (filed) session.say(`Contrôle terminé. Fiche ajoutée au tableau : ${meant.school.name}.`);
}

/** Keeps the courses expected, to compare them with the wizard of the import and with the list of courses. */
export async function keepCourses(session: TimetableSession): Promise<void> {
  const { judged } = session.state;
  const uai = schoolOf(session.state)?.uai ?? envelopeOf(session.state)?.uai;
  if (!judged || uai === undefined) return;
  const kept = { uai, at: new Date().toISOString(), courses: judged.courses };
  if (!(await session.store(() => saveKeptCourses(kept)))) return;
  session.update({ kept });
  session.say('Cours attendus retenus sur ce poste.');
}

/** Forgets the last file and the courses of the school. */
export async function forget(session: TimetableSession): Promise<void> {
  const uai = session.state.kept?.uai ?? session.state.last?.uai;
  if (uai === undefined || !(await session.store(() => forgetTimetable(uai)))) return;
  session.update({ kept: undefined, last: undefined });
  session.say('Oublié.');
}

function linkToCourses(courses: NonNullable<TimetableState['judged']>['courses']): string | undefined {
  if (courses.length === 0) return undefined;
  const rows = courses.map(({ name, otherName = '', lessons, participants }) => [
    name,
    otherName,
    String(lessons),
    participants === undefined ? '' : String(participants),
  ]);
  const head = ['Cours attendu', 'Autre nom possible', 'Séances', 'Participants'];
  return URL.createObjectURL(new Blob([csvFile([head, ...rows])], { type: 'text/csv' }));
}
