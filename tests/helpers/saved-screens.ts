import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntId, PageId } from '@/utils/core/facts';

/** A screen saved as a file, with what it is, from its leading comments. */
export interface SavedScreen {
  name: string;
  ent: EntId | undefined;
  url: URL;
  pages: readonly PageId[];
  html: string;
}

/** Every screen of `tests/fixtures/<ent>/`. */
export function savedScreens(ent: EntId): SavedScreen[] {
  const folder = join('tests/fixtures', ent);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      const said = (what: string) => new RegExp(`<!-- ${what}:(.*?)-->`).exec(html)?.[1]?.trim();
      const url = said('url');
      if (!url) throw new Error(`${file} ne dit pas son adresse`);
      return {
        name: file.replace('.html', ''),
        ent: said('ent') === 'none' ? undefined : ent,
        url: new URL(url),
        pages: (said('pages') ?? '').split(' ').filter(Boolean) as PageId[],
        html: html.slice(html.indexOf('<!doctype')),
      };
    });
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
