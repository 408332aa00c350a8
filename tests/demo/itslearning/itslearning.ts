import { zipSync } from 'fflate';
import { startingYear } from '../edifice/calendar';
import { type DemoAnswer, type DemoRequest, type Family, html, redirect } from '../family';
import { portalPage } from '../portal';
import { consoleOf } from './console-model';
import { consoleScreen } from './console-screens';
import { languageOf } from './console-words';
import { decode } from './encoding';
import { importFile } from './import';
import type { FileProfile, School } from './model';
import { readParts } from './multipart';
import { inventSchool } from './school';
import {
  administration,
  elsewhere,
  importForm,
  isFileProfile,
  MODULES_HOST,
  moduleFrame,
  shell,
  synchros,
  synchroTitle,
} from './screens';
import { exportName, exportSheet, writeSheet } from './sheet';
import { drawingOf, skinOf } from './skins';
import { timetableModule } from './timetable-module';
import { sampleAnswer } from './timetable-samples';
import { usersScreen } from './users-screen';

/** The whole state of the demonstration platform. */
interface Platform {
  schools: readonly School[];
  /** ISO date of the demonstration. */
  date: string;
  /** Number of screens served: identifiers shift with it. */
  loads: number;
}

const STYLE = `body{font:14px/1.5 sans-serif;margin:16px;color:#222}iframe{width:100%;min-height:640px;border:0}
iframe[name=keepalive]{width:1px;min-height:1px;height:1px}table{border-collapse:collapse}td,th,.gridcolumn{padding:4px 10px;border-bottom:1px solid #ddd;text-align:left}
.gridrow{display:flex}.gridcolumn{flex:1}.alert{padding:8px;background:#eef}.alert-danger{background:#fde}label{margin-right:8px}`;

/** The itslearning platforms of two invented schools, in their state at the end of the last school year. */
export function itslearningFamily(date: string): Family {
  let platform = open(date);
  return {
    answers: (host) => host.endsWith('.itslearning.com') || host === MODULES_HOST,
    handle: (request, settings) =>
      settings.sessionExpired
        ? html('<!doctype html><title>Connexion</title><h1>Connexion</h1>')
        : answer(platform, request),
    reset() {
      platform = open(date);
    },
  };
}

function open(date: string): Platform {
  const endingYear = startingYear(date) - (date.slice(5, 7) >= '08' ? 1 : 0);
  return {
    schools: [inventSchool('college', endingYear), inventSchool('lycee', endingYear)],
    date,
    loads: 0,
  };
}

function answer(platform: Platform, request: DemoRequest): DemoAnswer {
  const { url, host } = request;
  if (url.pathname === '/style.css')
    return { status: 200, type: 'text/css; charset=utf-8', body: STYLE, still: true };
  const site = host === MODULES_HOST ? url.searchParams.get('site') : host.split('.')[0];
  const school = platform.schools.find((one) => one.site === site);
  if (!school) return portalPage(host);
  platform.loads += 1;
  return host === MODULES_HOST ? module(platform, school, request) : page(platform, school, url);
}

function page(platform: Platform, school: School, url: URL): DemoAnswer {
  const skin = skinOf(url);
  if (url.pathname === '/') return redirect(`/main.aspx${url.search}`);
  const language = languageOf(url);
  if (url.pathname === '/main.aspx') return html(shell(school, skin, language));
  if (url.pathname !== '/ecran.aspx') return html(elsewhere(), 404);
  const drawn = consoleScreen(url, school, consoleOf(school, platform.date), platform.loads);
  if (drawn !== undefined) return html(drawn);
  switch (url.searchParams.get('page')) {
    case 'administration':
      return html(administration(school, skin, drawingOf(skin, platform.loads), language));
    case 'utilisateurs':
      return html(usersScreen(url, school, platform.loads));
    case 'suivi-synchros':
      return html(moduleFrame(school, skin, language, ['suivi-synchros', synchroTitle(school)]));
    case 'import-edt':
      return html(moduleFrame(school, skin, language, ['import-edt', 'Import EDT']));
    case 'import-csv':
      return html(moduleFrame(school, skin, language, ['import-csv', 'Import Utilisateur CSV']));
    default:
      return html(elsewhere());
  }
}

function module(platform: Platform, school: School, request: DemoRequest): DemoAnswer {
  const { url, method } = request;
  const skin = skinOf(url);
  const draw = drawingOf(skin, platform.loads);
  if (url.pathname === '/suivi-synchros') return html(synchros(school, skin, draw));
  if (url.pathname === '/suivi-synchros/extraire' && method === 'POST') {
    const chosen = new URLSearchParams(request.body).getAll('profil').filter(isFileProfile);
    return chosen.length > 0 ? extraction(school, chosen) : html(synchros(school, skin, draw));
  }
  const sample = sampleAnswer(school, platform.date, url);
  if (sample) return sample;
  const timetable = timetableModule(school, request);
  if (timetable) return timetable;
  if (url.pathname !== '/import-csv') return html(elsewhere(), 404);
  return html(
    importForm(school, skin, draw, method === 'POST' ? submit(platform, school, request) : undefined),
  );
}

/** « L'outil va extraire un fichier zippé contenant 1 fichier csv par profil demandé » (source 000 §1.4.B). */
function extraction(school: School, profiles: readonly FileProfile[]): DemoAnswer {
  const files = profiles.map((profile) =>
    writeSheet(school, exportName(school, profile), exportSheet(school, profile)),
  );
  return {
    status: 200,
    type: 'application/zip',
    body: zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]))),
    headers: { 'content-disposition': `attachment; filename="${school.uai}_export.zip"` },
  };
}

function submit(platform: Platform, school: School, request: DemoRequest) {
  const parts = readParts(String(request.headers['content-type'] ?? ''), request.bytes);
  const text = (name: string) => decode(parts.find((part) => part.name === name)?.bytes ?? new Uint8Array());
  const file = parts.find((part) => part.name === 'fichier');
  const profile = text('profil');
  if (!file?.file || !isFileProfile(profile)) return 'Choisissez un profil et un fichier CSV.';
  const done = importFile(school, {
    profile,
    file: file.file,
    text: decode(file.bytes),
    updateAll: text('tous') === 'oui',
    at: `${platform.date.split('-').reverse().join('/')} 08:00`,
  });
  if (typeof done !== 'string') school.recaps.unshift(...done);
  return done;
}
