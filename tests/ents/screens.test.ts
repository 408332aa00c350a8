// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { documentOf, savedScreens } from '@/tests/helpers/saved-screens';
import { anchorKey, type EntId, type Facts, type Located } from '@/utils/core/facts';
import { ENTS } from '@/utils/ents/index';
import { placesOn, readScreen } from '@/utils/ents/read-screen';

/** What a redesign would rename: tags and classes where an adapter keys on them, words where it reads words. */
const REDESIGN: Partial<Record<EntId, readonly (readonly [string, string])[]>> = {
  edifice: [
    ['lct-list-item', 'row-item'],
    ['ode-list', 'ode-table'],
    ['panel-header', 'head'],
    ['ode-wizard', 'ode-steps'],
  ],
  itslearning: [
    ['Mettre à jour tous les utilisateurs', 'Actualiser tout le monde'],
    ['Extraire', 'Télécharger'],
    ['Supprimés', 'Retraits'],
  ],
};

function redesigned(html: string, ent: EntId): string {
  return (REDESIGN[ent] ?? []).reduce((text, [before, after]) => text.replaceAll(before, after), html);
}

/** A screen whose content is gone: Edifice's is known by its address, the others by the title that they still bear. */
function emptied(html: string, ent: EntId): string {
  if (ent === 'edifice') return '<!doctype html><body><ode-admin-app></ode-admin-app></body>';
  const document = documentOf(html);
  return `<!doctype html><head><title>${document.title}</title>${viewState(html)}</head><body>${document.querySelector('h1')?.outerHTML}</body>`;
}

function viewState(html: string): string {
  return html.includes('__VIEWSTATE') ? '<input type="hidden" name="__VIEWSTATE">' : '';
}

describe.each(ENTS)('$name', (ent) => {
  const screens = savedScreens(ent.id);

  test.each(screens)('$name : reconnu par ses seules pages', ({ html, url, pages, ent: expected }) => {
    const document = documentOf(html);
    expect(ENTS.filter((one) => one.recognise(document, url)).map(({ id }) => id)).toEqual(
      expected ? [expected] : [],
    );
    expect(ent.pages.filter((page) => page.recognise(document, url)).map(({ id }) => id)).toEqual(pages);
  });

  test.each(screens)('$name : ce qui est lu', ({ html, url }) => {
    const { facts, unreadable, loading } = readScreen(ent, documentOf(html), url);
    expect({ loading, unreadable, facts }).toMatchSnapshot();
  });

  test.each(screens)('$name : ce qui est lu se retrouve à l’écran, sauf homonymes', ({ html, url }) => {
    const document = documentOf(html);
    const places = placesOn(ent, document, url);
    const anchors = anchorsOf(readScreen(ent, document, url).facts);
    for (const at of anchors) {
      if (at.in !== 'page') continue;
      const shared = anchors.filter((other) => anchorKey(other) === anchorKey(at)).length > 1;
      const element = places.get(at.page)?.get(at.key);
      if (shared && (at.page === 'edifice/manual-groups' || at.page === 'edifice/users')) continue;
      expect(element?.textContent, anchorKey(at)).toContain(at.key.split('|')[0]);
    }
  });

  test.each(screens.filter(({ pages }) => pages.length > 0))(
    '$name : remanié, il est refusé à voix haute',
    ({ html, url }) => {
      const { facts, unreadable } = readScreen(ent, documentOf(redesigned(html, ent.id)), url);
      expect(unreadable.length).toBeGreaterThan(0);
      expect(Object.keys(facts)).toEqual([]);
    },
  );

  test.each(screens.filter(({ pages }) => pages.length > 0))(
    '$name : vide, il est refusé à voix haute',
    ({ html, url }) => {
      const blank = documentOf(emptied(html, ent.id));
      const { facts, unreadable, loading } = readScreen(ent, blank, url);
      expect(loading).toBe(false);
      expect(unreadable.length).toBeGreaterThan(0);
      expect(Object.keys(facts)).toEqual([]);
    },
  );

  test.each(screens)('$name : lire ne change pas le document', ({ html, url }) => {
    const document = documentOf(html);
    const before = document.documentElement.outerHTML;
    readScreen(ent, document, url);
    placesOn(ent, document, url);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

function anchorsOf(facts: Facts) {
  return Object.values(facts).flatMap((gathered) =>
    (gathered.items as readonly Located[]).map(({ at }) => at),
  );
}
