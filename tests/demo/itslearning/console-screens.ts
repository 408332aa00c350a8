import { type DemoConsole, type DemoCourse, type DemoStrategy, GONE_BEHIND } from './console-model';
import { CONSOLE_DRAWINGS } from './console-skins';
import { type Language, languageOf, WORDS } from './console-words';
import { movable } from './drag';
import type { School } from './model';
import { addressOf, escaped, webForm } from './screens';
import { drawingOf, type Skin, skinOf } from './skins';

/** What a screen is drawn with. */
interface Drawn {
  school: School;
  console: DemoConsole;
  url: URL;
  skin: Skin;
  language: Language;
  load: number;
}

/** Draws « Administration des cours », « Stratégies », « Hiérarchie »; `undefined` for any other screen. */
export function consoleScreen(
  url: URL,
  school: School,
  console: DemoConsole,
  load: number,
): string | undefined {
  const drawn = { school, console, url, skin: skinOf(url), language: languageOf(url), load };
  switch (url.searchParams.get('page')) {
    case 'cours':
      return courses(drawn);
    case 'strategies':
      return strategies(drawn);
    case 'strategie':
      return strategy(drawn);
    case 'hierarchie':
      return hierarchy(drawn);
    default:
      return undefined;
  }
}

const two = (day: string) => day.split('-').reverse().join('/');
const dated = (day: string) => (day ? `${two(day)} 17:05` : '');

function courses({ console, skin, language, load, url }: Drawn): string {
  const words = WORDS[language];
  const draw = drawingOf(skin, load);
  const more = CONSOLE_DRAWINGS[skin];
  const asked = url.searchParams.get('nom') ?? '';
  const shown = console.courses.filter(({ title }) => title.toLowerCase().includes(asked.toLowerCase()));
  const total = asked ? shown.length : console.found;
  const rows = shown.map((course, at) => row(course, at, language));
  const states = ['actifs', 'archives', 'tout'].map((value, at) =>
    more.radio('filtre', value, words.states[at] ?? '', at === 0),
  );
  const text =
    (name: string, value = '') =>
    (attributes: string) =>
      `<input type="text" name="${name}" value="${escaped(value)}" ${attributes}>`;
  const choice = (name: string, options: readonly string[]) => (attributes: string) =>
    `<select name="${name}" ${attributes}>${options.map((option, at) => `<option${at === 0 ? ' selected' : ''}>${option}</option>`).join('')}</select>`;
  const organisations = [...new Set(console.courses.map(({ organisation }) => organisation))];
  const form = [
    draw.field(words.name, text('nom', asked)),
    `<p>${words.filter}</p>${states.join('')}`,
    draw.field(words.organisation, choice('organisation', [...organisations, words.all])),
    draw.field(words.term, choice('periode', [words.all])),
    draw.field(words.fewer, text('participants')),
    `<p>${words.fewerNote}</p>`,
    draw.field(words.unvisited, text('visite')),
    `<p>${words.unvisitedNote}</p>`,
    draw.button(words.search),
  ];
  return webForm(
    words.courses,
    `<p><a href="${addressOf('administration', skin, language)}">${words.back}</a></p>
<form method="get" action="/ecran.aspx"><input type="hidden" name="page" value="cours"><input type="hidden" name="skin" value="${skin}"><input type="hidden" name="lang" value="${language}">${form.join('\n')}</form>
<form method="post" action="/ecran.aspx?page=cours-fait">${more.toolbar(words.toolbar, `${words.every} (${total})`)}
${draw.grid(['<input type="checkbox" title="">', ...words.columns, '', ''], rows, words.none, more.pager(rows.length, total))}</form>`,
  );
}

function row(course: DemoCourse, at: number, language: Language): string[] {
  const words = WORDS[language];
  return [
    `<input type="checkbox" name="cours" value="${at}">`,
    `<a href="#">${escaped(course.title)}</a>`,
    '',
    course.organisation,
    '',
    course.createdBy === 'Intégration' ? words.integration : course.createdBy,
    String(course.participants),
    dated(course.lastVisit),
    dated(course.updatedOn),
    dated(course.createdOn),
    ...words.rowLinks.map((link) => `<a href="#">${link}</a>`),
  ];
}

function strategies({ console, skin, language, load, url }: Drawn): string {
  const words = WORDS[language];
  const draw = drawingOf(skin, load);
  const address = (at: number) =>
    `/ecran.aspx?page=strategie&amp;rang=${at}&amp;skin=${skin}&amp;lang=${language}`;
  const rows = console.strategies.map(({ name, organisation, profiles, individuals }, at) => [
    escaped(name),
    organisation,
    profiles,
    typeof individuals === 'number'
      ? `<a href="${address(at)}" target="chooser">${words.people(individuals)}</a>`
      : `<a href="${address(at)}" target="chooser">${individuals.map(escaped).join('<br>')}</a>`,
  ]);
  // The chooser opens in a frame of its own, inside that of the screen.
  const open = url.searchParams.get('ouvert');
  return webForm(
    words.strategies,
    `<p><a href="${addressOf('administration', skin, language)}">${words.back}</a></p>
${draw.grid(words.strategyColumns, rows, '')}
<iframe name="chooser" title="${words.individuals}" src="${open === null ? 'about:blank' : address(Number(open))}"></iframe>`,
  );
}

/** Names behind a number, as the chooser alone shows them. */
function namesOf({ individuals }: DemoStrategy, { teachers }: School): readonly string[] {
  if (typeof individuals !== 'number') return individuals;
  const present = [...teachers.values()].slice(-(individuals - 1));
  return [
    ...present.map(({ lastName, firstName }) => `${lastName} ${firstName}`),
    `${GONE_BEHIND} (Enseignant)`,
  ];
}

function strategy({ school, console, skin, language, load, url }: Drawn): string | undefined {
  const words = WORDS[language];
  const draw = drawingOf(skin, load);
  const one = console.strategies[Number(url.searchParams.get('rang'))];
  if (!one) return undefined;
  const names = namesOf(one, school).map(escaped);
  const field = draw.field(
    words.strategyName,
    (attributes) => `<input type="text" value="${escaped(one.name)}" ${attributes}>`,
  );
  const content: Record<Skin, string> = {
    ccl: `<h2>${words.individuals}</h2><ul class="chosen">${names.map((name) => `<li><span>${name}</span> <a href="#" role="button">×</a></li>`).join('')}</ul>`,
    listing: draw.field(
      words.individuals,
      (attributes) => `<textarea rows="6" ${attributes}>${names.join('\n')}</textarea>`,
    ),
    responsive: draw.field(
      words.individuals,
      (attributes) =>
        `<select multiple ${attributes}>${names.map((name) => `<option>${name}</option>`).join('')}</select>`,
    ),
    ngtable: `<h3>${words.individuals}</h3>${draw.grid(
      [language === 'fr' ? 'Utilisateur' : 'User'],
      names.map((name) => [name]),
      '',
    )}`,
  };
  return webForm(words.strategy, `${field}${content[skin]}${draw.button('OK')}`);
}

function hierarchy({ console, skin, language }: Drawn): string {
  const words = WORDS[language];
  return webForm(
    words.hierarchy,
    `<p><a href="${addressOf('administration', skin, language)}">${words.back}</a></p>${CONSOLE_DRAWINGS[skin].tree(console.hierarchy, words.nodeTools)}${movable(skin)}`,
  );
}
