import { type Language, WORDS } from './console-words';
import { PROFILE_LABELS } from './import';
import type { FileProfile, Recap, School } from './model';
import type { Drawing, Skin } from './skins';

/** Host of the French modules (« Suivi Synchros », imports), another than the platform's (domain itslearning §1.2). */
export const MODULES_HOST = 'modules.itslfr-aws.com';

/** « Suivi synchro » in one guide, « Suivi Synchros » in another: each school has its own wording. */
export function synchroTitle(school: School): string {
  return school.kind === 'college' ? 'Suivi synchro' : 'Suivi Synchros';
}

/**
 * The entries of the menu « Administration », title and sentence (domain itslearning §4); those that are played have a
 * `screen`. `english`: as the vendor's help calls them; where nothing tells the English title, an English console keeps
 * the French one here, and the modules of itslearning France speak French only.
 */
const MENU: readonly { title: string; english?: string; sentence: string; screen?: string }[] = [
  {
    title: "Droits des utilisateurs et droits d'accès",
    english: 'Users and access rights',
    sentence: 'Gérez les comptes et ce que chacun peut faire.',
    screen: 'utilisateurs',
  },
  { title: 'Superviseurs', sentence: 'Choisissez qui supervise quels utilisateurs.' },
  {
    title: 'Hiérarchie',
    english: 'Hierarchy',
    sentence: 'Organisez les établissements, les classes et les groupes.',
    screen: 'hierarchie',
  },
  { title: 'Cours', sentence: 'Recherchez, ajoutez et archivez des cours.', screen: 'cours' },
  { title: 'Projets', sentence: 'Recherchez et archivez des projets.' },
  { title: 'Gestion des réservations', sentence: 'Gérez les ressources à réserver.' },
  { title: 'Périodes', sentence: "Définissez les périodes de l'année." },
  {
    title: 'Stratégies',
    english: 'Policies',
    sentence: 'Accordez ou retirez des droits par exception.',
    screen: 'strategies',
  },
  {
    title: 'Corbeille',
    sentence: 'Restaurez les cours, les projets et les utilisateurs qui ont été supprimés.',
  },
  { title: 'Import EDT', sentence: 'Importez un emploi du temps EDT ou Pronote.', screen: 'import-edt' },
  {
    title: 'Import Utilisateur CSV',
    sentence: 'Importez des utilisateurs par fichier CSV.',
    screen: 'import-csv',
  },
  { title: 'Services Externes PP', sentence: 'Reliez les services externes de PRONOTE.' },
  {
    title: 'Suivi Synchros',
    sentence: "Suivez les synchronisations et exportez les utilisateurs de l'ENT.",
    screen: 'suivi-synchros',
  },
];

/** The shell of the platform: a bar of links and the named frame that every screen opens in. */
export function shell(school: School, skin: Skin, language: Language): string {
  const screen = (name: string) => addressOf(name, skin, language);
  return document(
    'itslearning',
    `<header id="l-header"><strong>${school.name}</strong>
<nav class="l-main-menu" id="ctl00_TopNavigationContainer"><a target="mainmenu" href="${screen('accueil')}">Accueil</a> <a target="mainmenu" href="${screen('administration')}">Administration</a></nav></header>
<iframe id="ctl00_mainmenu" name="mainmenu" title="Contenu" src="${screen('administration')}"></iframe>
<iframe name="keepalive" title="" width="1" height="1" src="${screen('vide')}"></iframe>`,
  );
}

/** The address of a screen, in the language that its console is in. */
export function addressOf(page: string, skin: Skin, language: Language): string {
  return `/ecran.aspx?page=${page}&amp;skin=${skin}${language === 'en' ? '&amp;lang=en' : ''}`;
}

/** The menu « Administration ». */
export function administration(school: School, skin: Skin, draw: Drawing, language: Language): string {
  const entries = MENU.map(({ title, english = title, sentence, screen }) => {
    const href = addressOf(screen ?? 'ailleurs', skin, language);
    const named = language === 'en' ? english : title;
    return draw.entry(named === 'Suivi Synchros' ? synchroTitle(school) : named, href, sentence);
  });
  return webForm(
    'Administration',
    `<h2 class="ccl-formsection-titleheader">Cours et élèves</h2>${entries.join('\n')}`,
  );
}

/** A screen of the platform that only frames a module of the other host. */
export function moduleFrame(
  school: School,
  skin: Skin,
  language: Language,
  [module, title]: readonly [module: string, title: string],
): string {
  const source = `https://${MODULES_HOST}/${module}?site=${school.site}&amp;skin=${skin}`;
  return webForm(
    title,
    `<p><a href="${addressOf('administration', skin, language)}">${WORDS[language].back}</a></p>
<iframe id="ctl00_ContentPlaceHolder_ExtensionIframe" title="${title}" src="${source}"></iframe>`,
  );
}

/** A screen that the demonstration doesn't play. */
export function elsewhere(): string {
  return webForm('itslearning', '<p>Cet écran n’est pas joué par la démonstration.</p>');
}

/** « Suivi synchro »: extraction of the accounts, and what the imports did (the columns of the latter are ours). */
export function synchros(school: School, skin: Skin, draw: Drawing): string {
  const boxes = (['Parent', 'Teacher', 'Personal', 'Student'] as const).map((profile) =>
    draw.box('profil', profile, PROFILE_LABELS[profile]),
  );
  return document(
    synchroTitle(school),
    `<h1>${synchroTitle(school)}</h1><p>Établissement : ${school.name} (${school.uai})</p>
<h2>Exportez les utilisateurs de l'ENT (importés en CSV)</h2>
<form method="post" action="/suivi-synchros/extraire?site=${school.site}&amp;skin=${skin}">${boxes.join('\n')}
${draw.button('Extraire')}</form>
<h2>Dernières synchronisations</h2>
${recapGrid(school.recaps, draw)}`,
  );
}

function recapGrid(recaps: readonly Recap[], draw: Drawing): string {
  return draw.grid(
    ['Date', 'Fichier', 'Profil', 'Créés', 'Mis à jour', 'Supprimés'],
    recaps.map(({ at, file, profile, created, updated, deleted }) => [
      at,
      escaped(file),
      profile,
      String(created),
      String(updated),
      String(deleted),
    ]),
    'Aucune synchronisation',
  );
}

/** « Import Utilisateur CSV », before and after an import. */
export function importForm(
  school: School,
  skin: Skin,
  draw: Drawing,
  done?: readonly Recap[] | string,
): string {
  const options = Object.entries(PROFILE_LABELS).map(
    ([value, label]) => `<option value="${value}">${label}</option>`,
  );
  const message =
    typeof done === 'string'
      ? `<p class="alert alert-danger" role="alert">${escaped(done)}</p>`
      : done &&
        `<p class="alert alert-success" role="status">Votre fichier a été importé.</p>${recapGrid(done, draw)}`;
  return document(
    'Import Utilisateur CSV',
    `<h1>Import Utilisateur CSV</h1><p>Établissement : ${school.name} (${school.uai})</p>${message ?? ''}
<p><a href="#guide">Guide d'import CSV</a></p>
<form method="post" enctype="multipart/form-data" action="/import-csv?site=${school.site}&amp;skin=${skin}">
${draw.field('Profil', (attributes) => `<select name="profil" ${attributes}>${options.join('')}</select>`)}
${draw.field('Fichier CSV', (attributes) => `<input type="file" name="fichier" accept=".csv" ${attributes}>`)}
${draw.box('tous', 'oui', 'Mettre à jour tous les utilisateurs', "Attention, les utilisateurs non présents dans votre fichier seront supprimés de l'ENT")}
${draw.button('Importer')}</form>`,
  );
}

/** True for one of the four words of the exported files' names. */
export function isFileProfile(text: string | undefined): text is FileProfile {
  return text !== undefined && Object.hasOwn(PROFILE_LABELS, text);
}

/** A page of the platform itself. */
export function webForm(title: string, body: string): string {
  return document(
    title,
    `<form id="aspnetForm" method="post" action="./ecran.aspx"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKLTEyMzQ1Njc4OQ==">
<h1 class="ccl-pageheader"><span id="ctl00_PageHeader_TT">${title}</span></h1></form><div class="l-main-content">${body}</div>`,
  );
}

function document(title: string, body: string): string {
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/style.css"></head>
<body>${body}</body></html>`;
}

/** A text that may hold signs of HTML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
