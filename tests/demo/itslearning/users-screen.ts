import { type Language, languageOf } from './console-words';
import type { Account, School } from './model';
import { escaped, webForm } from './screens';
import { drawingOf, type Skin, skinOf } from './skins';

/** Rows of a page. */
const SIZE = 25;

/** No guide shows this screen: its name is of source 001 §1.4, its search and its two links of the vendor's help. */
const WORDS = {
  fr: {
    title: "Droits des utilisateurs et droits d'accès",
    links: ['Ajouter un utilisateur', "Importer des utilisateurs à partir d'un fichier"],
    search: 'Rechercher',
    name: 'Nom ou identifiant',
    profile: 'Profil',
    all: 'Tous',
    profiles: ['Elèves', 'Parents', 'Enseignants', 'Personnels'],
    columns: ['', 'Nom', 'Prénom', "Nom d'utilisateur", 'Profil', 'Organisation'],
    whole: ['', 'Utilisateur', 'Profil', 'Organisation'],
    none: 'Aucun utilisateur',
    page: 'Page',
    of: 'sur',
  },
  en: {
    title: 'Users and access rights',
    links: ['Add new user', 'Import users from file'],
    search: 'Search',
    name: 'Name or username',
    profile: 'Profile',
    all: 'All',
    profiles: ['Students', 'Parents', 'Teachers', 'Staff'],
    columns: ['', 'Last name', 'First name', 'Username', 'Profile', 'Organisation'],
    whole: ['', 'User', 'Profile', 'Organisation'],
    none: 'No users',
    page: 'Page',
    of: 'of',
  },
} as const;

/** Draws the list of the accounts, page by page; two of the fashions write names in one column. */
export function usersScreen(url: URL, school: School, load: number): string {
  const skin = skinOf(url);
  const language = languageOf(url);
  const words = WORDS[language];
  const draw = drawingOf(skin, load);
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const kinds = [school.pupils, school.parents, school.teachers, school.staff];
  const chosen = asked('profil');
  const everybody = kinds.flatMap((accounts, at) => {
    const profile = words.profiles[at] ?? '';
    const of: Account[] = [...accounts.values()];
    return chosen && chosen !== profile ? [] : of.map((account) => ({ account, profile }));
  });
  const found = everybody.filter(({ account: { lastName, firstName } }) =>
    `${lastName} ${firstName}`.toLowerCase().includes(asked('nom').toLowerCase()),
  );
  const page = Math.max(1, Number(asked('numero')) || 1);
  const shown = found.slice((page - 1) * SIZE, page * SIZE);
  const apart = skin === 'ccl' || skin === 'listing';
  const rows = shown.map(({ account: { lastName, firstName, username }, profile }, at) => {
    const box = `<input type="checkbox" name="utilisateur" value="${at}">`;
    const rest = [profile, 'Etablissement'];
    const [last, first] = [escaped(lastName), escaped(firstName)];
    return apart ? [box, last, first, username, ...rest] : [box, `${last} ${first}`, ...rest];
  });
  const to = (number: number) => {
    const next = new URL(url);
    next.searchParams.set('numero', String(number));
    return escaped(`${next.pathname}${next.search}`);
  };
  const options = [words.all, ...words.profiles].map(
    (one, at) => `<option value="${at ? one : ''}"${one === chosen ? ' selected' : ''}>${one}</option>`,
  );
  const kept = ['page', 'skin', 'lang'].map(
    (name) => `<input type="hidden" name="${name}" value="${escaped(asked(name))}">`,
  );
  return webForm(
    words.title,
    `<p>${words.links.map((link) => `<a href="#">${link}</a>`).join(' ')}</p>
<form method="get" action="/ecran.aspx">${kept.join('')}
${draw.field(words.name, (attributes) => `<input type="text" name="nom" value="${escaped(asked('nom'))}" ${attributes}>`)}
${draw.field(words.profile, (attributes) => `<select name="profil" ${attributes}>${options.join('')}</select>`)}
${draw.button(words.search)}</form>
${draw.grid(apart ? words.columns : words.whole, rows, words.none, pager(skin, { page, shown: shown.length, total: found.length, to, language }))}`,
  );
}

interface Leafed {
  page: number;
  shown: number;
  total: number;
  to(page: number): string;
  language: Language;
}

function pager(skin: Skin, { page, shown, total, to, language }: Leafed): string {
  const words = WORDS[language];
  const pages = Math.max(1, Math.ceil(total / SIZE));
  const from = (page - 1) * SIZE + 1;
  const links = Array.from({ length: pages }, (_, at) =>
    at + 1 === page
      ? `<li class="active"><a>${at + 1}</a></li>`
      : `<li><a href="${to(at + 1)}">${at + 1}</a></li>`,
  ).join('');
  const next = page < pages ? ` <a href="${to(page + 1)}">›</a>` : '';
  const drawn: Record<Skin, string> = {
    ccl: `<div class="ccl-pager"><span>${from}–${from + shown - 1} ${words.of} ${total}</span>${next}</div>`,
    listing: `<div>${words.page} ${page} ${words.of} ${pages}${next}</div>`,
    responsive: `<div class="page-size-chooser"><span>[${from}] to [${from + shown - 1}] of [${total}]</span>${next}</div>`,
    ngtable: `<div class="ng-table-pager"><ul class="pagination ng-table-pagination"><li><a>«</a></li>${links}<li><a>»</a></li></ul></div>`,
  };
  return drawn[skin];
}
