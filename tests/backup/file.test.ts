import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Content } from '@/utils/backup/content';
import { readBackup, writeBackup } from '@/utils/backup/file';
import { joinStores } from '@/utils/backup/join';
import { CHECKLISTS } from '@/utils/checklists';
import { writeTemplate } from '@/utils/checklists/template';
import { step } from '../store/helpers';
import { computers, contentOf } from './records';

const AT = '2026-08-27T10:00:00.000Z';
const TICK = { ...step('sort-aesh'), done: true, at: AT };
const SMALL = contentOf({ ticks: [TICK, { ...TICK, step: 'purge' }] });

async function refusals(text: string): Promise<string> {
  const read = await readBackup(text);
  if (!('refusals' in read)) throw new Error('accepted');
  return read.refusals.join('\n');
}

interface BackupFile {
  version: number;
  content: { stores: Record<string, unknown[]> };
}

/** A backup with something changed in it. */
async function changed(content: Content, change: (file: BackupFile) => void): Promise<string> {
  const file = JSON.parse(await writeBackup(content, AT));
  change(file);
  return JSON.stringify(file);
}

test('whatever a computer holds, its backup is read again the same', async () => {
  await fc.assert(
    fc.asyncProperty(computers, async (stores) => {
      const content = contentOf(joinStores(stores, stores));
      expect(await readBackup(await writeBackup(content, AT))).toEqual({ at: AT, content });
    }),
    { numRuns: 30 },
  );
});

test('files with names come back byte for byte, settings and salt too', async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256);
  const content: Content = {
    ...contentOf({}),
    settings: { initials: 'CV', choices: { badge: false } },
    salt: 'ab'.repeat(32),
    files: { id: 'reference', files: [{ name: 'a.csv', bytes }], keptOn: '2026-08-27', until: '2026-09-11' },
  };
  expect(await readBackup(await writeBackup(content, AT))).toEqual({ at: AT, content });
});

test('an imported list comes back, checked as it was when it was imported', async () => {
  const [list] = CHECKLISTS;
  if (!list) throw new Error('no list');
  const { checklist } = JSON.parse(writeTemplate(list, 'la-notre'));
  const content = contentOf({ templates: [{ id: 'la-notre', checklist, importedAt: AT }] });
  expect(await readBackup(await writeBackup(content, AT))).toMatchObject({
    content: { stores: { templates: [{ id: 'la-notre' }] } },
  });
  const named = (await writeBackup(content, AT)).replace(
    /"rules": \[\s*"[a-z-]+"/,
    '"rules": ["no-such-rule"',
  );
  expect(await refusals(named)).toMatch(
    /«\stemplates\s»,\sliste\simportée\sn°\s1\s:\schecklist\.phases\S+rules\[0\]\snomme\sun\scontrôle\sque\sVigie\sn’a\spas/,
  );
});

describe('refused, with the place and what to do', () => {
  test('another file, or none', async () => {
    expect(await refusals('Nom;Prénom')).toContain('tronqué ou abîmé');
    expect(await refusals('[]')).toContain('n’est pas une sauvegarde de Vigie');
    expect(await refusals('{"format":"vigie-ent/fiches","version":1,"fiches":[]}')).toContain(
      'n’est pas une sauvegarde',
    );
  });

  test('cut anywhere', async () => {
    const whole = (await writeBackup(SMALL, AT)).trimEnd();
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      const said = await refusals(whole.slice(0, Math.floor(whole.length * share)));
      expect(said).toContain('tronqué ou abîmé');
      expect(said).toContain('prenez une autre sauvegarde');
    }
  });

  test('of a newer version', async () => {
    const newer = await changed(SMALL, (file) => {
      file.version = 2;
    });
    expect(await refusals(newer)).toContain('version plus récente de Vigie : mettez l’extension à jour');
    const store = await changed(SMALL, ({ content }) => {
      content.stores.predictions = [];
    });
    expect(await refusals(store)).toContain('« predictions »');
  });

  test('with one letter changed since', async () => {
    const altered = (await writeBackup(SMALL, AT)).replace('"sort-aesh"', '"sort-aesi"');
    expect(await refusals(altered)).toContain('modifiée ou abîmée depuis son enregistrement');
  });

  test('with the same identifier twice', async () => {
    const twice = await changed(SMALL, ({ content: { stores } }) => {
      stores.ticks = [TICK, TICK];
    });
    expect(await refusals(twice)).toContain('« ticks », étape cochée n° 2 : même identifiant que le n° 1');
  });

  test.each([
    ['a date that is none', { at: 'hier' }, 'champ « at » : doit être une date et une heure'],
    ['a year out of bounds', { transition: 1789 }, 'champ « transition » : doit être une année'],
    ['a field too many', { colour: 'red' }, 'champ « colour » : ne fait pas partie de ce que Vigie garde'],
    ['a name in place of initials', { by: 'Claire Vidal' }, 'champ « by » : doit être des initiales'],
    ['no step', { step: undefined }, 'champ « step » : manque'],
  ])('with %s', async (_what, field, says) => {
    const bad = await changed(SMALL, ({ content: { stores } }) => {
      stores.ticks = [
        { ...TICK, step: 'purge' },
        { ...TICK, ...field },
      ];
    });
    expect(await refusals(bad)).toContain(`« ticks », étape cochée n° 2, ${says}`);
  });

  test('with an address that would run something', async () => {
    const own = {
      ...{ school: TICK.school, transition: 2026, id: 'a1', text: 'Voir', who: 'head' as const },
      ...{ when: {}, keep: false, at: AT, link: 'javascript:alert(1)' },
    };
    expect(await refusals(await writeBackup(contentOf({ ownSteps: [own] }), AT))).toContain(
      '« ownSteps », étape ajoutée n° 1, champ « link » : doit être une adresse qui commence par « https:// »',
    );
  });

  test('with names that objects of ours must never take', async () => {
    const text = await writeBackup(SMALL, AT);
    const polluted = text.replace('"stores": {', '"stores": { "__proto__": { "isAdmin": true },');
    expect(await refusals(polluted)).toContain('« content.stores.__proto__ » n’a rien à faire');
    const deep = text.replace('"done": true', '"done": true, "constructor": { "prototype": {} }');
    expect(await refusals(deep)).toContain('« content.stores.ticks.0.constructor »');
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  test('with brackets that never end', async () => {
    const text = await writeBackup(SMALL, AT);
    const brackets = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const endless = text.replace('"stores": {', `"stores": { "ticks2": ${brackets},`);
    expect(await refusals(endless)).toContain('est imbriqué sans fin');
  });

  test('with a site that is no site: addresses to open are made of it', async () => {
    for (const host of [
      'x@ailleurs.example',
      'enthdf.fr/../',
      'enthdf.fr#',
      'enthdf .fr',
      'javascript:alert(1)',
    ]) {
      const schools = [
        { key: `edifice|${host}|1`, ent: 'edifice', host, id: '1', name: 'X', lastSeen: AT },
      ] as const;
      const text = await writeBackup(contentOf({ schools: [...schools] }), AT);
      expect(await refusals(text), host).toContain('champ « host » : doit être le nom d’un site');
    }
  });

  test('with many faults, the first ones and how many more', async () => {
    const many = contentOf({
      ticks: Array.from({ length: 30 }, (_, index) => ({ ...TICK, step: `s${index}`, at: 'hier' })),
    });
    const said = await refusals(await writeBackup(many, AT));
    expect(said.split('\n')).toHaveLength(13);
    expect(said).toContain('Et 18 autres.');
  });
});
