import { describe, expect, test } from 'vitest';
import type { EntId } from '@/utils/core/facts';
import { coversHost, loadersFor, overlayFor, planScripts, scriptFor } from '@/utils/registration';
import { builtFiles } from './helpers/built';

const HDF = 'https://*.enthdf.fr/*';
const MBN = 'https://*.monbureaunumerique.fr/*';

describe('one granted portal', () => {
  test('a listed Edifice portal: its console only', () => {
    expect(scriptFor(HDF).matches).toEqual(['https://*.enthdf.fr/admin*']);
  });

  test('another family, or a site that was typed: everywhere, since one address serves several screens', () => {
    expect(scriptFor(MBN).matches).toEqual([MBN]);
    expect(scriptFor('https://ent.commune.example/*').matches).toEqual(['https://ent.commune.example/*']);
  });

  test('log-in, file and Moodle hosts of the portal are left out', () => {
    const { excludeMatches } = scriptFor(MBN);
    for (const label of ['cas', 'sso', 'mobilite', 'cdn', 'moodle'])
      expect(excludeMatches).toContain(`https://${label}.monbureaunumerique.fr/*`);
  });
});

test('the loader and the overlay of each family are in the built extension', () => {
  const loaders = loadersFor('mon-ent.example');
  const overlays = loaders.map((loader) => overlayFor(loader.replace('-loader.js', '') as EntId)?.slice(1));
  expect(builtFiles('chrome')).toEqual(expect.arrayContaining([...loaders, ...overlays]));
});

describe('the plan', () => {
  test('registers what is granted and withdraws what is not any more', () => {
    const plan = planScripts([MBN], [scriptFor(HDF)]);
    expect(plan.register.map((script) => script.matches)).toEqual([[MBN]]);
    expect(plan.unregister).toEqual(['overlay-all.enthdf.fr']);
  });

  test('done once, there is nothing left to do', () => {
    const { register } = planScripts([HDF, MBN], []);
    const asTheBrowserGivesThemBack = register.map((script) => ({
      ...script,
      excludeMatches: [...script.excludeMatches].reverse(),
    }));
    expect(planScripts([HDF, MBN], asTheBrowserGivesThemBack)).toEqual({ register: [], unregister: [] });
  });

  test('a registration that an older version made differently is made again', () => {
    const stale = { ...scriptFor(HDF), matches: [HDF] };
    const plan = planScripts([HDF], [stale]);
    expect(plan.unregister).toEqual([stale.id]);
    expect(plan.register).toEqual([scriptFor(HDF)]);
  });

  test('scripts that are not ours are left alone', () => {
    const other = { id: 'other', matches: ['https://example.com/*'], excludeMatches: [], js: [] };
    expect(planScripts([], [other])).toEqual({ register: [], unregister: [] });
  });

  test('a site inside a portal that is granted whole does not get the overlay twice', () => {
    expect(planScripts([HDF, 'https://www.enthdf.fr/*', HDF], []).register).toHaveLength(1);
  });

  test('each portal gets its own family’s loader, an unlisted one gets them all', () => {
    expect(scriptFor(HDF).js).toEqual(['edifice-loader.js']);
    expect(scriptFor('https://*.itslearning.com/*').js).toEqual(['itslearning-loader.js']);
    expect(scriptFor(MBN).js).toEqual(['skolengo-loader.js']);
    expect(scriptFor('https://mon-ent.example/*').js).toHaveLength(3);
  });

  test('one school granted alone gets its own, on the console’s path', () => {
    const [script] = planScripts(['https://ecole.enthdf.fr/*'], []).register;
    expect(script?.matches).toEqual(['https://ecole.enthdf.fr/admin*']);
  });

  test('« all sites » is the listed portals and the typed sites, never all sites', () => {
    const { register } = planScripts(['https://*/*'], [], ['ent.commune.example']);
    const matches = register.flatMap((script) => script.matches);
    expect(matches).toContain('https://*.enthdf.fr/admin*');
    expect(matches).toContain('https://ent.commune.example/*');
    expect(matches.some((match) => match.startsWith('https://*/'))).toBe(false);
  });

  test('plain http is never registered', () => {
    expect(planScripts(['http://enthdf.fr/*'], []).register).toEqual([]);
  });
});

test.each([
  [[HDF], 'enthdf.fr', true],
  [[HDF], 'www.enthdf.fr', true],
  [[HDF], 'notenthdf.fr', false],
  [['https://ent.commune.example/*'], 'ent.commune.example', true],
  [['https://ent.commune.example/*'], 'autre.commune.example', false],
  [['https://*/*'], 'enthdf.fr', true],
  [['https://*/*'], 'example.com', false],
])('%j covers %s: %s', (granted, host, expected) => {
  expect(coversHost(granted, host)).toBe(expected);
});
