import { type DemoAnswer, type DemoRequest, html, redirect } from '../family';
import type { School } from './model';
import { readParts } from './multipart';
import { skinOf } from './skins';
import { inventTimetable, type TimetableImport } from './timetable';
import { type Asked, STAGES, STEPS, timetableScreen } from './timetable-screens';

const imports = new WeakMap<School, TimetableImport>();

/** What the platform holds of the school's import; begun again with the school itself. */
export function importOf(school: School): TimetableImport {
  const known = imports.get(school) ?? inventTimetable(school);
  imports.set(school, known);
  return known;
}

/** Answers an address of the module « Import EDT »; `undefined` when it is none. */
export function timetableModule(
  school: School,
  { url, method, headers, bytes }: DemoRequest,
): DemoAnswer | undefined {
  const asked = askedIn(url);
  if (url.pathname === '/import-edt/basculer') return turn(school, url, asked);
  if (url.pathname !== '/import-edt') return undefined;
  if (asked.stage === 'rne' && method === 'POST') {
    const parts = readParts(String(headers['content-type'] ?? ''), bytes);
    if (!parts.some(({ file }) => file))
      return html(timetableScreen(school, importOf(school), { ...asked, stage: 'fichier' }));
  }
  return html(timetableScreen(school, importOf(school), asked));
}

function askedIn(url: URL): Asked {
  const said = (name: string) => url.searchParams.get(name);
  return {
    stage: STAGES.find((stage) => stage === said('etape')) ?? 'etablissement',
    skin: skinOf(url),
    language: said('langue') === 'en' ? 'en' : 'fr',
    page: Number(said('page') ?? 1) || 1,
    run: Number(said('import') ?? 0) || 0,
  };
}

/** A row is activated or not; a subject that the platform didn't know is known from then on. */
function turn(school: School, url: URL, asked: Asked): DemoAnswer {
  const step = STEPS[asked.stage];
  const row = step && importOf(school).rows[step][Number(url.searchParams.get('ligne'))];
  if (row) {
    row.on = url.searchParams.get('vers') === 'on';
    if (row.ent === '') row.ent = row.name;
  }
  return redirect(`/import-edt${url.search}`);
}
