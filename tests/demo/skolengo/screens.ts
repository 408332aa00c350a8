import { LASTING, type School, THIS_YEAR } from './school';
import { DRAWINGS, type Drawing, type Skin } from './skins';

/** A screen of the demonstration: its title, its service, and what it draws. */
interface Screen {
  page: string;
  service: string;
  /** True when the platform opens it in a dialog, that is in a frame. */
  framed?: true;
  body(school: School, draw: Drawing): string;
}

/** How a screen that nobody described says what the others say: by words of its own. */
export const VALIDITY: Readonly<Record<string, string>> = {
  'Non pérenne': 'Retiré en juillet',
  Pérenne: 'Conservé',
};

/** Every screen, by its name in the address. `accueil` and `messagerie-corbeille` look alike and are none of ours; nobody described `comptes-locaux`. */
export const SCREENS: Readonly<Record<string, Screen>> = {
  accueil: {
    page: 'Accueil',
    service: 'Portail',
    body: () =>
      '<h2>Groupes</h2><p>Vous êtes membre de 3 groupes.</p><h2>Corbeille</h2><p>Rien de neuf.</p><h2>Messagerie</h2><p>3 messages</p>',
  },
  groupes: {
    page: 'Groupes',
    service: 'Annuaire',
    body: (school, draw) =>
      `<h1>Groupes</h1>${draw.grid(
        ['Nom', 'Type', 'Durée de vie', 'Membres'],
        school.groups.map(({ name, kind, lifetime, members }) => [name, kind, lifetime, String(members)]),
        'Aucun groupe',
      )}`,
  },
  groupe: {
    page: 'Modifier un groupe',
    service: 'Annuaire',
    body: ({ groups }, draw) =>
      `<h1>Modifier un groupe</h1><form>${draw.text('Nom', groups[0]?.name ?? '')}${draw.select('Durée de vie', [THIS_YEAR, LASTING], groups[0]?.lifetime ?? '')}${draw.button('Enregistrer')}</form>`,
  },
  comptes: {
    page: 'Comptes créés manuellement',
    service: 'Annuaire',
    body: ({ accounts }, draw) =>
      `<h1>Comptes créés manuellement</h1>${draw.grid(
        ['Nom', 'Profil', 'Durée de vie'],
        accounts.map(({ name, profile, lifetime }) => [name, profile, lifetime]),
        'Aucun compte',
      )}`,
  },
  'comptes-locaux': {
    page: 'Annuaire local',
    service: 'Outils',
    body: ({ accounts }, draw) =>
      `<h1>Annuaire local</h1><form>${draw.text('Recherche rapide', '')}${draw.button('Chercher')}</form>${draw.grid(
        ['Intéressé', 'Qualité', 'Validité du compte'],
        accounts.map(({ name, profile, lifetime }) => [name, profile, VALIDITY[lifetime] ?? '']),
        'Rien à montrer',
      )}`,
  },
  rubriques: {
    page: 'Gestion des rubriques',
    service: 'Publication',
    body: ({ sections }, draw) =>
      `<h1>Gestion des rubriques</h1>${draw.grid(
        ['Rubrique', 'Rubrique temporaire'],
        sections.map(({ name, temporary }) => [name, temporary ? 'Oui' : 'Non']),
        'Aucune rubrique',
      )}`,
  },
  parametres: {
    page: 'Paramètres de la rubrique',
    service: 'Publication',
    framed: true,
    body: ({ sections }, draw) =>
      `<h1>Paramètres de la rubrique</h1><form>${draw.text('Libellé', sections[1]?.name ?? '')}${draw.box('Rubrique temporaire', sections[1]?.temporary ?? false)}${draw.button('Enregistrer')}</form>`,
  },
  corbeille: {
    page: 'Corbeille',
    service: 'Publication',
    body: ({ binned }, draw) =>
      `<h1>Corbeille</h1>${draw.grid(
        ['Rubrique', 'Mise à la corbeille'],
        binned.map(({ name, on }) => [name, on]),
        'La corbeille est vide',
      )}`,
  },
  'corbeille-arbre': {
    page: 'Corbeille',
    service: 'Publication',
    body: ({ binned }, draw) =>
      `<h1>Corbeille</h1>${draw.tree(
        'Corbeille',
        binned.map(({ name }) => name),
        binned[0]?.name,
      )}`,
  },
  blocage: {
    page: 'Blocage des accès ENT',
    service: 'Administration',
    body: ({ blocks }, draw) =>
      `<h1>Blocage des accès ENT</h1>${draw.grid(
        ['Profil', 'Début', 'Fin'],
        blocks.map(({ who, from, to }) => [who, from, to]),
        'Aucune période de blocage',
      )}`,
  },
  'import-edt': {
    page: "Import d'emploi du temps",
    service: 'Administration',
    body: ({ software, softwares }, draw) =>
      `<h1>Import d'emploi du temps</h1><form>${draw.select("Logiciel d'emploi du temps", softwares, software)}${draw.radios('Mode', ['Option 1', 'Option 2', 'Option 3'])}${draw.button('Importer')}</form>`,
  },
  fonctions: {
    page: 'Qui fait quoi ?',
    service: "Gestion de l'établissement",
    body: ({ duties }, draw) =>
      `<h1>Qui fait quoi ?</h1>${draw.grid(
        ['Fonction', 'Personne'],
        duties.map(({ duty, person }) => [duty, person]),
        'Personne',
      )}`,
  },
  messagerie: {
    page: 'Reçus',
    service: 'Messagerie',
    body: ({ messages }, draw) =>
      `<h1>Reçus</h1>${draw.tree('Reçus', ['Personnel'])}${draw.grid(
        ['De', 'Objet', 'Date'],
        messages.map(({ from, subject, on }) => [from, subject, on]),
        'Aucun message',
      )}`,
  },
  'messagerie-corbeille': {
    page: 'Corbeille',
    service: 'Messagerie',
    body: ({ messages }, draw) =>
      `<h1>Corbeille</h1>${draw.tree('Corbeille', ['Personnel'])}${draw.grid(
        ['De', 'Objet', 'Date'],
        messages.map(({ from, subject, on }) => [from, subject, on]),
        'Aucun message',
      )}`,
  },
};

/** A whole document; a framed screen comes inside another, which has nothing to read. */
export function documentOf(name: string, school: School, skin: Skin, inside = false): string | undefined {
  const screen = Object.hasOwn(SCREENS, name) ? SCREENS[name] : undefined;
  if (!screen) return undefined;
  if (screen.framed && inside) return bare(screen.page, screen.body(school, DRAWINGS[skin]));
  const body = screen.framed
    ? `<div class="modal"><div class="modal__dialog"><h2 class="modal__title">${screen.page}</h2><iframe title="${screen.page}" src="/sg.do?ecran=${name}&amp;skin=${skin}&amp;cadre=1"></iframe></div></div>`
    : screen.body(school, DRAWINGS[skin]);
  return shell(screen, school, skin, body);
}

function shell({ page, service }: Screen, school: School, skin: Skin, body: string): string {
  const links = Object.entries(SCREENS).map(
    ([name, one]) =>
      `<li class="services-shortcut__item"><a class="services-shortcut__link" href="/sg.do?ecran=${name}&amp;skin=${skin}"><span class="services-shortcut__label">${one.page}</span></a></li>`,
  );
  return bare(
    `${page} - ${service} - ${school.name}`,
    `<header class="header"><span class="hide-lt--lg text--ellipsis">${school.name}</span>
<nav class="menu"><ul class="services-shortcut">${links.join('\n')}</ul></nav></header>
<span class="hide js-dnma" data-service="${service.toUpperCase()}"></span>
<div class="content js-content" id="contenu">${body}</div>
<footer><p>Écran synthétique de démonstration : personnes et données inventées.</p></footer>`,
  );
}

function bare(title: string, body: string): string {
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/style.css"></head>
<body>${body}</body></html>`;
}
