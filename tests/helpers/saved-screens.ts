import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntId, PageId } from '@/utils/core/facts';

/** A screen saved as a file, with what it is, from its leading comments. */
export interface SavedScreen {
  /** Name of the file without `.html`. */
  name: string;
  /** From the top of the project, for messages. */
  path: string;
  ent: EntId | undefined;
  url: URL;
  pages: readonly PageId[];
  html: string;
}

/** What a family's next redesign could do to its screens; `redesign.json`, beside them, tells it. */
export interface Redesign {
  /** The screen with what its adapter looks for renamed: tags and classes, or words. */
  redesigned(html: string): string;
  /** The screen with its content gone, and what tells that it is that screen left. Needs a DOM environment. */
  emptied(html: string): Document;
}

/** Every screen of `tests/fixtures/<ent>/`. */
export function savedScreens(ent: EntId): SavedScreen[] {
  const folder = join('tests/fixtures', ent);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const path = join(folder, file);
      const html = readFileSync(path, 'utf8');
      const said = (what: string) => new RegExp(`<!-- ${what}:(.*?)-->`).exec(html)?.[1]?.trim();
      const url = said('url');
      if (!url || !URL.canParse(url))
        throw new Error(`${path} ne dit pas son adresse : écrire « <!-- url: https://… --> » en tête.`);
      if (!html.includes('<!doctype'))
        throw new Error(`${path} : « <!doctype html> » manque après les commentaires de tête.`);
      return {
        name: file.replace('.html', ''),
        path,
        ent: said('ent') === 'none' ? undefined : ent,
        url: new URL(url),
        pages: (said('pages') ?? '').split(' ').filter(Boolean) as PageId[],
        html: html.slice(html.indexOf('<!doctype')),
      };
    });
}

/** Reads `tests/fixtures/<ent>/redesign.json`: `renamed`, pairs of texts; `kept`, selectors of what is left when emptied. */
export function redesignOf(ent: EntId): Redesign {
  const path = join('tests/fixtures', ent, 'redesign.json');
  if (!existsSync(path))
    throw new Error(
      `${path} manque : y écrire « renamed » (ce qu’un remaniement renommerait) et « kept » (sélecteurs de ce qui reste d’un écran vide).`,
    );
  const { renamed, kept } = JSON.parse(readFileSync(path, 'utf8')) as {
    renamed: readonly (readonly [string, string])[];
    kept: readonly string[];
  };
  return {
    redesigned: (html) => renamed.reduce((text, [before, after]) => text.replaceAll(before, after), html),
    emptied(html) {
      const before = documentOf(html);
      const left = kept.flatMap((selector) => [...before.querySelectorAll(selector)]);
      return documentOf(`<!doctype html><body>${left.map(withoutChildren).join('')}</body>`);
    },
  };
}

/** The element's own tag and text. */
function withoutChildren(element: Element): string {
  const alone = element.cloneNode(true) as Element;
  alone.replaceChildren(...[...alone.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE));
  return alone.outerHTML;
}

/** A document of its own; nothing in it runs. Needs a DOM environment. */
export function documentOf(html: string): Document {
  const document = new DOMParser().parseFromString(html, 'text/html');
  // happy-dom's parser chooses a neighbour of the option that bears `selected`; browsers choose that option.
  for (const option of document.querySelectorAll<HTMLOptionElement>('option[selected]')) {
    const select = option.closest('select');
    if (select && !select.multiple) select.selectedIndex = [...select.options].indexOf(option);
  }
  return document;
}
