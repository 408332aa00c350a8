import { describe, expect, test } from 'vitest';
import { typographyFaults } from '@/tests/helpers/typography';
import { teacher, users } from '@/tests/helpers/users';
import { audit, type RuleResult } from '@/utils/core/audit';
import { contextOn } from '@/utils/core/context';
import type { Rule } from '@/utils/core/rule';
import { type DossierSource, dossierJson, dossierOf } from '@/utils/report/dossier';
import { DossierFileError, readDossier } from '@/utils/report/dossier-file';
import { safeError, safeSentence } from '@/utils/report/dossier-safe';
import { dossierSheet, dossierText } from '@/utils/report/dossier-sheet';
import { replayDossier } from '@/utils/report/replay';
import { ALL_RULES } from '@/utils/rules';

const facts = users(
  teacher('QUATRECANARIS Zéphyrine', { attachment: 'elsewhere', functions: [] }),
  teacher('LAMBERT Zoé', { attachment: 'here', functions: [] }),
);
const context = contextOn(new Date('2026-11-23T10:00:00'), {
  ent: 'edifice',
  school: { id: 's1', name: 'Ecole Quatrecanaris', uai: '0590001T' },
});
const EDIFICE = ALL_RULES.filter(({ needs }) => needs.includes('users'));
const results = audit(EDIFICE, facts, context);

const source: DossierSource = {
  at: '2026-11-23T09:00:00.000Z',
  vigie: '0.1.0',
  browser: 'Firefox 140 sur Windows',
  window: { width: 1280, height: 800, frame: true },
  ent: {
    id: 'edifice',
    host: 'quatrecanaris.enthdf.fr',
    portal: 'enthdf.fr',
    markers: ['ng-version 14.1.1'],
  },
  screen: { kind: 'read', pages: ['edifice/users'], problems: [] },
  live: { kind: 'done', says: ['Les groupes de « Zéphyrine Quatrecanaris » ont été refusés (erreur).'] },
  titles: ['Utilisateurs'],
  off: ['undated-group'],
  results,
  replay: { facts, context },
};
const RULES = new Map(ALL_RULES.map(({ id, title }) => [id as string, title]));
const NAMES = {
  rule: (id: string) => RULES.get(id),
  page: (id: string) => (id === 'edifice/users' ? 'Utilisateurs' : undefined),
  family: 'Edifice',
};
const PLAIN = { facts: false, named: false, years: 8 };
const WITH_FACTS = { ...PLAIN, facts: true };

/** What is shown, copied and saved. */
function written(choices: typeof PLAIN): string {
  return dossierText(dossierOf(source, choices), NAMES);
}

describe('what is handed on', () => {
  test('names nobody, with facts or without, and the school only when the person says so', () => {
    for (const choices of [PLAIN, WITH_FACTS]) {
      expect(written(choices)).not.toMatch(/canaris|zéphyrine|lambert|zoé|0590001T/i);
      expect(written({ ...choices, named: true })).toMatch(/Ecole Quatrecanaris/);
      expect(written({ ...choices, named: true })).toContain('quatrecanaris.enthdf.fr');
      expect(written({ ...choices, named: true })).not.toMatch(/zéphyrine|lambert/i);
    }
  });

  test('does not tell by how much dates are moved', () => {
    expect(written(PLAIN)).toContain('2026-11-23T09:00:00.000Z');
    expect(written(WITH_FACTS)).not.toMatch(/2026/);
    expect(written(WITH_FACTS)).toContain('"today":"2034-11-23"');
  });

  test('says versions, the screen, what was read, the outcome of each rule, what is off', () => {
    const off = ['undated-group', 'live/edifice'];
    const sheet = dossierSheet(dossierOf({ ...source, off }, PLAIN), NAMES);
    for (const said of [
      /0\.1\.0, Firefox 140/,
      /dans un cadre/,
      /ng-version 14\.1\.1/,
      /^- Utilisateurs$/m,
      /^\d+ contrôles? avec des constats\u00A0:$/m,
      /^- comptes lus\u00A0: 2, liste entière$/m,
      new RegExp(`^- ${RULES.get('departed-teacher')}\u00A0: 1 certain$`, 'm'),
      /^2 contrôles éteints sur ce poste\u00A0:$/m,
      new RegExp(`^- ${RULES.get('undated-group')}$`, 'm'),
      /^- 1 d’un autre écran ou d’un autre ENT$/m,
    ])
      expect(sheet).toMatch(said);
    for (const line of sheet.split('\n')) expect(typographyFaults(line), line).toEqual([]);
  });

  test('is French for whoever reads: what rules and lists are called in the code is for the workshop alone', () => {
    for (const choices of [PLAIN, WITH_FACTS]) {
      const sheet = dossierSheet(dossierOf(source, choices), NAMES);
      for (const id of [
        ...RULES.keys(),
        ...Object.keys(source.replay.facts),
        'edifice/users',
        'inapplicable',
      ])
        expect(sheet).not.toContain(id);
    }
  });

  test('one and the same text is read by a person and, dropped as it is, by the workshop', () => {
    for (const choices of [PLAIN, { ...WITH_FACTS, named: true }]) {
      const dossier = dossierOf(source, choices);
      const text = dossierText(dossier, NAMES);
      expect(text.startsWith(dossierSheet(dossier, NAMES))).toBe(true);
      expect(readDossier(text)).toEqual(dossier);
      expect(readDossier(text.replaceAll('\n', '\r\n'))).toEqual(dossier);
    }
  });

  test('a host that nobody has listed may be one school’s: it is not said', () => {
    const { portal: _, ...ent } = source.ent;
    expect(dossierOf({ ...source, ent }, PLAIN).ent.host).toBe('non indiqué');
  });

  test('a screen that is not understood says why, without what it quotes', () => {
    const problems = ['« Utilisateurs » : la liste « Nom » de « Zéphyrine » est introuvable.'];
    const screen = { kind: 'unreadable' as const, pages: ['edifice/users'], problems };
    const sheet = dossierSheet(dossierOf({ ...source, screen }, PLAIN), NAMES);
    expect(sheet).toMatch(/« Utilisateurs » : la liste « Nom » de «\u00A0…\u00A0» est introuvable\./);
  });
});

describe('what a browser says of a failure', () => {
  test.each([
    ["Cannot read properties of undefined (reading 'name')", 'champ «\u00A0name\u00A0» absent'],
    [`can't access property "members", group is undefined`, /absent|non joint/],
    ['Maximum call stack size exceeded', 'Maximum call stack size exceeded'],
    ["Cannot read properties of undefined (reading 'Zoé')", /non joint/],
    ["Cannot read properties of undefined (reading 'zephyrine')", /non joint/],
    ['Unexpected token in "Zéphyrine Quatrecanaris"', /^message non joint \(\d+ caractères\)/],
  ])('%s', (message, expected) => {
    const said = safeError(message);
    if (typeof expected === 'string') expect(said).toBe(expected);
    else expect(said).toMatch(expected);
    expect(said).not.toMatch(/zéph|zeph|Zoé/i);
  });

  test('what stands between brackets is left out, but for the number of an error', () => {
    expect(safeSentence('La console a répondu (500).')).toBe('La console a répondu (500).');
    expect(safeSentence('Réponse inattendue. (SyntaxError: Zéphyrine)')).toBe('Réponse inattendue.');
    for (const quoted of [
      'Zéphyrine (dite Zoé) Z',
      'Zéphyrine) Z',
      'Zéphyrine (Z',
      '(((Zéphyrine',
      ')Zéphyrine(',
    ])
      expect(safeSentence(`Réponse inattendue. (SyntaxError: "${quoted}" is not valid JSON)`)).toBe(
        'Réponse inattendue.',
      );
    expect(safeSentence('La colonne (Zéphyrine) manque, la console a répondu (404).')).toBe(
      'La colonne manque, la console a répondu (404).',
    );
    expect(safeSentence('Réponse (Zéphyrine')).toBe('Réponse');
  });
});

describe('replayed', () => {
  const replay = (choices = WITH_FACTS) =>
    replayDossier(readDossier(dossierJson(dossierOf(source, choices))), ALL_RULES);

  test('from its own file, every rule concludes as it did', () => {
    const { rules, results: again } = replay();
    const judged = rules.filter(({ was }) => was);
    expect(judged).toHaveLength(EDIFICE.length);
    expect(judged.filter(({ same }) => !same)).toEqual([]);
    const subjects = again.flatMap(({ flags }) => flags.map(({ subject }) => subject));
    expect(subjects).toContain('Personne 001');
  });

  test('a rule that was off is told as off, and is not judged', () => {
    const row = replay().rules.find(({ rule }) => rule === 'undated-group');
    expect(row).toMatchObject({ why: expect.stringMatching(/^Éteint/) });
    expect(row?.is).toBeUndefined();
  });

  test('without facts nothing is judged', () => {
    expect(replay(PLAIN).results).toEqual([]);
    expect(replay(PLAIN).rules.length).toBeGreaterThan(EDIFICE.length - 1);
  });

  test('a dossier that was altered, a rule unknown here, one judged elsewhere: each says why', () => {
    const dossier = dossierOf(source, WITH_FACTS);
    const outcomes = dossier.outcomes.map((one) =>
      one.rule === 'departed-teacher' ? { ...one, outcome: 'pass' as const } : one,
    );
    const more = { outcome: 'violation' as const, complete: true, violations: 1, reviews: 0 };
    const altered = {
      ...dossier,
      outcomes: [...outcomes, { rule: 'future-rule', ...more }, { rule: 'wrong-school-file', ...more }],
    };
    const why = new Map(replayDossier(altered, ALL_RULES).rules.map((one) => [one.rule, one.why]));
    expect(why.get('departed-teacher')).toMatch(/autre chose/);
    expect(why.get('future-rule')).toMatch(/ne connaît pas/);
    expect(why.get('wrong-school-file')).toMatch(/pas dans le dossier/);
  });

  test('facts that no rule can judge or draw are a failure of that rule alone', () => {
    const crooked = { ...facts.users.items[0], name: { not: 'a name' }, functions: 'none' };
    const dossier = readDossier(
      dossierJson({
        ...dossierOf(source, WITH_FACTS),
        replay: { context, facts: { users: { items: [crooked], complete: true } } as never },
      }),
    );
    const { results: again } = replayDossier(dossier, ALL_RULES as readonly Rule[]);
    expect(again.some(({ outcome }: RuleResult) => outcome === 'error')).toBe(true);
    for (const { flags } of again) for (const { subject } of flags) expect(typeof subject).toBe('string');
  });
});

describe('a file that is no dossier is refused in French', () => {
  const good = JSON.parse(dossierJson(dossierOf(source, WITH_FACTS)));
  const refusal = (text: string): string => {
    try {
      readDossier(text);
    } catch (error) {
      if (error instanceof DossierFileError) return error.message;
      throw error;
    }
    return 'lu';
  };
  const altered = (change: object) => refusal(JSON.stringify({ ...good, ...change }));
  const withItems = (items: unknown[]) =>
    altered({ replay: { ...good.replay, facts: { users: { items, complete: true } } } });

  test('the one we write is read', () => expect(refusal(JSON.stringify(good))).toBe('lu'));
  test('the text alone, without what is for the workshop, is told as cut', () =>
    expect(refusal(dossierSheet(dossierOf(source, PLAIN), NAMES))).toMatch(/tronqué/));

  test.each([
    ['empty', '', /tronqué/],
    ['cut', JSON.stringify(good).slice(0, 400), /tronqué/],
    ['another JSON', '[1,2]', /n’est pas un dossier/],
    ['null', 'null', /n’est pas un dossier/],
    [
      'nested beyond reason',
      `{"format":"vigie-ent/dossier","a":${'['.repeat(3000)}${']'.repeat(3000)}}`,
      /tronqué|forme/,
    ],
  ])('%s', (_name, text, why) => expect(refusal(text)).toMatch(why));

  test('from a newer version', () =>
    expect(altered({ version: 2 })).toMatch(/plus récente.*mettez l’extension à jour/));
  test('of an impossible version', () => expect(altered({ version: 'x' })).toMatch(/«.version.»/));
  test('a field missing', () => expect(altered({ screen: undefined })).toMatch(/«.screen.»/));
  test('a text without end', () => expect(altered({ browser: 'x'.repeat(5000) })).toMatch(/démesurés/));
  test('facts without a place', () => expect(withItems([{ name: 'A' }])).toMatch(/replay\.facts\.users/));
  test('too many facts', () => expect(withItems(Array(200_001).fill(0))).toMatch(/ne peut pas être lu/));
  test('a context of no day', () =>
    expect(altered({ replay: { ...good.replay, context: { ...context, today: 'hier' } } })).toMatch(/today/));
  test('too large', () => expect(refusal(' '.repeat(48 * 1024 * 1024 + 1))).toMatch(/trop gros/));

  test('a prototype in it is no prototype of ours', () => {
    const text = JSON.stringify(good).replace('"vigie":', '"__proto__":{"polluted":true},"vigie":');
    readDossier(text);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('every refusal is typeset French', () => {
    for (const text of [
      '',
      '{}',
      JSON.stringify({ ...good, version: 2 }),
      JSON.stringify({ ...good, off: 3 }),
    ])
      expect(typographyFaults(refusal(text))).toEqual([]);
  });
});
