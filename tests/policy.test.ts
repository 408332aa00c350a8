import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { CHECKLISTS } from '@/utils/checklists';
import { writeTemplate } from '@/utils/checklists/template';
import { applyPolicy, readPolicy, settingsUnder } from '@/utils/policy';
import { holdsWanted, offeredHosts } from '@/utils/policy-mirror';
import { DEFAULT_SETTINGS } from '@/utils/store/settings';
import { listTemplates } from '@/utils/store/years';
import { freshBrowser } from './store/helpers';

const [LIST] = CHECKLISTS;
if (!LIST) throw new Error('no list');
const TEMPLATE = writeTemplate(LIST, 'academie-test');
const AT = '2026-08-27T10:00:00.000Z';

beforeEach(async () => {
  fakeBrowser.reset();
  await freshBrowser();
});

function given(policy: Record<string, unknown>): void {
  vi.spyOn(browser.storage.managed, 'get').mockImplementation((async () => policy) as never);
}

test('without a policy, everything is left to the person', () => {
  expect(readPolicy({})).toEqual({ hosts: [], templates: [], faults: [] });
});

test('what an academy sets is read', () => {
  const policy = readPolicy({
    hosts: ['https://ent.academie.example/accueil', 'ent2.academie.example'],
    templates: [TEMPLATE],
    retentionMonths: 6,
    holds: false,
    reminders: false,
  });
  expect(policy).toMatchObject({
    hosts: ['ent.academie.example', 'ent2.academie.example'],
    templates: [{ id: 'academie-test' }],
    retentionMonths: 6,
    holds: false,
    reminders: false,
    faults: [],
  });
});

test.each([
  [{ hosts: 'ent.example' }, '« hosts » doit être une liste d’adresses'],
  [{ hosts: ['http://ent.academie.example'] }, '« hosts » : Cette adresse commence par http://'],
  [{ hosts: ['*.fr'] }, '« hosts » : '],
  [{ templates: ['{'] }, '« templates », liste n° 1 : Ce fichier n’est pas du JSON'],
  [{ retentionMonths: -1 }, '« retentionMonths » doit être un nombre de mois'],
  [{ holds: 'non' }, '« holds » doit être vrai ou faux'],
])('what cannot be used is told, and the rest still counts: %j', (wrong, says) => {
  const policy = readPolicy({ reminders: false, ...wrong });
  expect(policy.faults.join(' ').replace(/\s/g, ' ')).toContain(says);
  expect(policy.reminders).toBe(false);
});

test('its word comes before the person’s', () => {
  const own = { ...DEFAULT_SETTINGS, retentionMonths: null, notify: true };
  expect(settingsUnder({ retentionMonths: 2 }, own)).toEqual({ ...own, retentionMonths: 2 });
  expect(settingsUnder({ reminders: false }, own)).toMatchObject({
    badge: false,
    banner: false,
    notify: false,
  });
  expect(settingsUnder({ reminders: true }, own)).toEqual(own);
});

describe('applied', () => {
  test('its lists are among those that were imported, and frames know what concerns them', async () => {
    given({ hosts: ['ent.academie.example'], templates: [TEMPLATE], holds: false });
    await applyPolicy(AT);
    await applyPolicy(AT);
    expect((await listTemplates()).map(({ id }) => id)).toEqual(['academie-test']);
    expect(await offeredHosts()).toEqual(['ent.academie.example']);
    expect(await holdsWanted()).toBe(false);
  });

  test('withdrawn, it leaves nothing behind, and clicks are held again', async () => {
    given({ hosts: ['ent.academie.example'], holds: false });
    await applyPolicy(AT);
    given({});
    await applyPolicy(AT);
    expect(await browser.storage.local.get(null)).toEqual({});
    expect(await holdsWanted()).toBe(true);
  });

  test('a browser that refuses to say, as Firefox does without a policy, has none', async () => {
    vi.spyOn(browser.storage.managed, 'get').mockRejectedValue(
      new Error('Managed storage manifest not found'),
    );
    await applyPolicy(AT);
    expect(await offeredHosts()).toEqual([]);
    expect(await holdsWanted()).toBe(true);
  });
});
