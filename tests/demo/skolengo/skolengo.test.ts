// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { documentOf } from '@/tests/helpers/saved-screens';
import { audit } from '@/utils/core/audit';
import { contextOn } from '@/utils/core/context';
import { mergeFacts } from '@/utils/core/merge-facts';
import { readScreen } from '@/utils/ents/read-screen';
import { skolengo } from '@/utils/ents/skolengo/skolengo';
import { SKOLENGO_RULES } from '@/utils/rules/lists/skolengo';
import { planOn, plantedOn } from './manifest';
import { inventSchool } from './school';
import { SCREENS, documentOf as screenOf } from './screens';
import { SKINS } from './skins';
import { skolengoFamily } from './skolengo';

const DAY = '2026-11-23';
const HOST = 'college-demo.ent.auvergnerhonealpes.fr';
const RULES = Object.values(SKOLENGO_RULES);

/** What the rules make of a screen: « rule: subject » for the certain and for the doubtful. */
function found(screen: string, skin: (typeof SKINS)[number]) {
  const html = screenOf(screen, inventSchool(DAY), skin, true) ?? '';
  const { facts } = readScreen(skolengo, documentOf(html), new URL(`https://${HOST}/sg.do`));
  const context = contextOn(new Date(`${DAY}T12:00:00`), { ent: 'skolengo' });
  const flags = audit(RULES, mergeFacts(facts, planOn(DAY)), context).flatMap(({ rule, flags: all }) =>
    all.map((flag) => `${flag.review ? 'review' : 'violation'} ${rule}: ${flag.subject}`),
  );
  return flags.sort();
}

describe('planted faults', () => {
  const screens = Object.keys(SCREENS).filter((name) => name !== 'corbeille-arbre');
  test.each(screens.flatMap((screen) => SKINS.map((skin) => ({ screen, skin }))))(
    '$screen in $skin: all of them are found, and nothing else',
    ({ screen, skin }) => {
      const expected = plantedOn(DAY)
        .filter((one) => one.screen === screen && one.expected !== 'none')
        .map(({ expected: outcome, rule, subject }) => `${outcome} ${rule}: ${subject}`);
      expect(found(screen, skin)).toEqual(expected.sort());
    },
  );

  test('every rule has one, and the rules that need telling apart have a near-miss', () => {
    const planted = plantedOn(DAY);
    const has = (rule: string, ...outcomes: string[]) =>
      planted.some((one) => one.rule === rule && outcomes.includes(one.expected));
    const rules = Object.keys(SKOLENGO_RULES);
    expect(rules.filter((rule) => !has(rule, 'violation', 'review', 'none'))).toEqual([]);
    for (const rule of ['expiring-group', 'expiring-account', 'temporary-section', 'access-window'])
      expect(has(rule, 'none') && has(rule, 'violation'), rule).toBe(true);
  });

  test('the branches of the tree are found too', () => {
    for (const skin of SKINS) expect(found('corbeille-arbre', skin)).toEqual(found('corbeille', skin));
  });
});

describe('the platform', () => {
  const family = skolengoFamily(DAY);
  const settings = { sessionExpired: false } as Parameters<typeof family.handle>[1];
  const get = async (path: string, host = HOST) =>
    family.handle(
      {
        method: 'GET',
        host,
        url: new URL(path, `https://${host}`),
        headers: {},
        body: '',
        bytes: new Uint8Array(),
      },
      settings,
    );

  test('answers for its portal only, and for its one school', async () => {
    expect(family.answers(HOST)).toBe(true);
    expect(family.answers('college-demo.ent.auvergnerhonealpes.fr.example')).toBe(false);
    expect((await get('/', 'autre.ent.auvergnerhonealpes.fr')).body).toContain('<h1>Portail</h1>');
    expect((await get('/sg.do?ecran=ailleurs')).status).toBe(404);
  });

  test('says that its screens are synthetic, and opens dialogs in a frame', async () => {
    for (const skin of SKINS)
      expect((await get(`/sg.do?ecran=groupes&skin=${skin}`)).body).toContain('synthétique');
    const outer = String((await get('/sg.do?ecran=parametres')).body);
    expect(outer).toContain('<iframe');
    expect(outer).not.toContain('Rubrique temporaire<');
    expect((await get('/sg.do?ecran=parametres&cadre=1')).body).toContain('Rubrique temporaire');
  });
});
