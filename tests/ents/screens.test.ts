// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { documentOf, redesignOf, savedScreens } from '@/tests/helpers/saved-screens';
import { type Anchor, anchorKey, type Facts, type Located } from '@/utils/core/facts';
import { ENTS } from '@/utils/ents/index';
import { placesOn, readScreen } from '@/utils/ents/read-screen';

describe.each(ENTS)('$name', (ent) => {
  const screens = savedScreens(ent.id);
  const read = screens.filter(({ pages }) => pages.length > 0);
  const { redesigned, emptied } = redesignOf(ent.id);

  test.each(ent.pages)('$id : a au moins un écran enregistré', ({ id }) => {
    expect(
      screens.flatMap(({ pages }) => pages),
      `Enregistrer un écran dans tests/fixtures/${ent.id}/, avec « <!-- pages: ${id} --> » en tête`,
    ).toContain(id);
  });

  test.each(screens)('$name : reconnu par ses seules pages', ({ path, html, url, pages, ent: expected }) => {
    const document = documentOf(html);
    expect(
      ENTS.filter((one) => one.recognise(document, url)).map(({ id }) => id),
      `${path} : familles qui reconnaissent cet écran (« <!-- ent: none --> » en tête s’il n’est d’aucune)`,
    ).toEqual(expected ? [expected] : []);
    expect(
      ent.pages.filter((page) => page.recognise(document, url)).map(({ id }) => id),
      `${path} : pages qui le reconnaissent, et celles que dit son « <!-- pages: … --> »`,
    ).toEqual(pages);
  });

  test.each(read)(
    '$name : annoncé de loin, même remanié ou vide, pour que la surcouche vienne',
    ({ html, url }) => {
      const { shows = ent.recognise } = ent;
      for (const document of [documentOf(html), documentOf(redesigned(html)), emptied(html)]) {
        const recognised = ent.pages.filter((page) => page.recognise(document, url)).map(({ id }) => id);
        expect(
          recognised.length === 0 || shows(document, url),
          `shows() de utils/ents/${ent.id}/presence.ts ne voit pas ce que reconnaît ${recognised} : y ajouter ses mots`,
        ).toBe(true);
      }
    },
  );

  test.each(screens)('$name : ce qui est lu', ({ html, url }) => {
    const { facts, unreadable, loading } = readScreen(ent, documentOf(html), url);
    // A new screen: npx vitest run tests/ents/screens.test.ts -u, then read what was written before committing it.
    expect({ loading, unreadable, facts }).toMatchSnapshot();
  });

  test.each(screens)('$name : ce qui est lu se retrouve à l’écran, sauf homonymes', ({ path, html, url }) => {
    const document = documentOf(html);
    const places = placesOn(ent, document, url);
    for (const { at, shared } of anchorsOf(readScreen(ent, document, url).facts)) {
      if (at.in !== 'page') continue;
      const element = places.get(at.page)?.get(at.key);
      const what = `${path} : « ${at.key} », lu par gather, dans ce que rend places() de ${at.page}`;
      if (shared) expect(element, `${what} : deux lignes l’ont, aucune ne doit être montrée`).toBeUndefined();
      else expect(element?.textContent, what).toContain(at.key.split('|')[0]);
    }
  });

  test.each(read)('$name : remanié, il est refusé à voix haute', ({ path, html, url }) => {
    const changed = redesigned(html);
    expect(
      changed,
      `${path} n’a aucun des mots de tests/fixtures/${ent.id}/redesign.json : y ajouter ce que l’adaptateur cherche`,
    ).not.toBe(html);
    const { facts, unreadable } = readScreen(ent, documentOf(changed), url);
    expect(unreadable, `${path} remanié : gather() doit lever Unreadable`).not.toEqual([]);
    expect(Object.keys(facts), `${path} remanié : rien ne doit être lu`).toEqual([]);
  });

  test.each(read)('$name : vide, il est refusé à voix haute', ({ path, html, url }) => {
    const { facts, unreadable, loading } = readScreen(ent, emptied(html), url);
    expect(loading, `${path} vidé : isLoading() doit être faux, sinon l’attente est sans fin`).toBe(false);
    expect(
      unreadable,
      `${path} vidé : recognise() doit rester vrai et gather() lever Unreadable`,
    ).not.toEqual([]);
    expect(Object.keys(facts), `${path} vidé : rien ne doit être lu`).toEqual([]);
  });

  test.each(screens)('$name : lire ne change pas le document', ({ path, html, url }) => {
    const document = documentOf(html);
    const before = document.documentElement.outerHTML;
    readScreen(ent, document, url);
    placesOn(ent, document, url);
    expect(document.documentElement.outerHTML, path).toBe(before);
  });
});

/** Where each fact was read; `shared` when another of the same kind stands under the same key, as homonyms do. */
function anchorsOf(facts: Facts): { at: Anchor; shared: boolean }[] {
  return Object.values(facts).flatMap((gathered) => {
    const anchors = (gathered.items as readonly Located[]).map(({ at }) => at);
    const keys = anchors.map(anchorKey);
    return anchors.map((at, index) => ({
      at,
      shared: keys.some((key, other) => other !== index && key === keys[index]),
    }));
  });
}
