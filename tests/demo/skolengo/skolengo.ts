import { type DemoAnswer, type DemoRequest, type Family, html, redirect } from '../family';
import { portalPage } from '../portal';
import { inventSchool, type School } from './school';
import { documentOf } from './screens';
import { skinOf } from './skins';

/** The portal of source 003. */
const PORTAL = '.ent.auvergnerhonealpes.fr';

const STYLE = `body{font:14px/1.5 sans-serif;margin:0;color:#222}header{display:flex;gap:24px;padding:8px 16px;background:#123a5e;color:#fff}
header a{color:#fff}.services-shortcut{display:flex;flex-wrap:wrap;gap:4px 16px;margin:0;padding:0;list-style:none}.content{padding:16px;min-height:420px}
table{border-collapse:collapse}td,th{padding:6px 14px;border-bottom:1px solid #ddd;text-align:left}.table{width:100%}.panel{border:1px solid #ccd}.panel__body{padding:8px}
.form__row{margin:12px 0}.form__label{display:block}.choices__list--dropdown{display:none}.choices__inner{display:inline-block;padding:4px 12px;border:1px solid #99a}
iframe{width:100%;min-height:420px;border:1px solid #ccd}footer{padding:8px 16px;color:#666}.yui-dt th{background:#e8edf2}.hide{display:none}`;

/** The platform of one invented school. It keeps nothing: its screens only show. */
export function skolengoFamily(date: string): Family {
  const school = inventSchool(date);
  return {
    answers: (host) => host.endsWith(PORTAL),
    handle: (request, settings) =>
      settings.sessionExpired
        ? html('<!doctype html><title>Connexion</title><h1>Connexion</h1>')
        : answer(school, request),
    reset: () => undefined,
  };
}

function answer(school: School, { host, url }: DemoRequest): DemoAnswer {
  if (url.pathname === '/style.css')
    return { status: 200, type: 'text/css; charset=utf-8', body: STYLE, still: true };
  if (host !== school.slug + PORTAL) return portalPage(host);
  if (url.pathname === '/') return redirect('/sg.do?ecran=accueil');
  const inside = url.searchParams.get('cadre') === '1';
  const page = documentOf(url.searchParams.get('ecran') ?? 'accueil', school, skinOf(url), inside);
  return page && url.pathname === '/sg.do'
    ? html(page)
    : html('<!doctype html><title>Introuvable</title>', 404);
}
