import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { CHECKLISTS } from '@/utils/checklists';
import type { Checklist } from '@/utils/checklists/checklist';
import { readTemplate } from '@/utils/checklists/template';
import { parsePortal } from '@/utils/ents/hosts';
import { MIRROR_NAME } from '@/utils/policy-mirror';
import { RULES } from '@/utils/rules';
import { loadSettings, type Settings } from '@/utils/store/settings';
import { listTemplates, saveTemplate } from '@/utils/store/years';

/** What an academy sets for all its computers (`public/managed-schema.json`). What is absent is left to the person. */
export interface Policy {
  /** Host names of portals that are offered although they aren't listed. */
  hosts: readonly string[];
  templates: readonly Checklist[];
  retentionMonths?: number;
  /** False: no click is held back. */
  holds?: boolean;
  /** False: no notification, no banner, no number of late steps. */
  reminders?: boolean;
  /** French sentences: what of it cannot be used, and why. */
  faults: readonly string[];
}

const MONTHS = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120));
const KNOWN = { lists: new Set(CHECKLISTS.map(({ id }) => id)), rules: new Set(Object.keys(RULES)) };

/** The policy of this computer; an empty one where nobody set any. Never throws: what is wrong is told. */
export async function loadPolicy(): Promise<Policy> {
  // Firefox refuses instead of answering with nothing.
  const set = await managedArea()
    ?.get(null)
    .catch(() => ({}));
  return readPolicy((set ?? {}) as Record<string, unknown>);
}

/** Calls back when the policy changes. */
export function onPolicyChange(callback: () => void): void {
  managedArea()?.onChanged?.addListener(callback);
}

/** Firefox for Android has no policies at all. */
function managedArea(): typeof browser.storage.managed | undefined {
  return browser.storage.managed;
}

/** The same from what the browser gives. Pure. */
export function readPolicy(set: Readonly<Record<string, unknown>>): Policy {
  const faults: string[] = [];
  const one = <T>(name: string, shape: v.GenericSchema<unknown, T>, wanted: string): T | undefined => {
    if (set[name] === undefined) return undefined;
    const result = v.safeParse(shape, set[name]);
    if (result.success) return result.output;
    faults.push(`« ${name} » doit être ${wanted} : ce réglage est ignoré.`);
    return undefined;
  };
  const texts = v.array(v.string());
  const hosts = (one('hosts', texts, 'une liste d’adresses') ?? []).flatMap((typed) => {
    const read = parsePortal(typed);
    if ('host' in read) return [read.host];
    faults.push(`« hosts » : ${read.refusal}`);
    return [];
  });
  const templates = (one('templates', texts, 'une liste de textes') ?? []).flatMap((text, index) => {
    const read = readTemplate(text, KNOWN);
    if ('checklist' in read) return [read.checklist];
    faults.push(...read.refusals.map((why) => `« templates », liste n° ${index + 1} : ${why}`));
    return [];
  });
  const retentionMonths = one('retentionMonths', MONTHS, 'un nombre de mois, de 0 à 120');
  const holds = one('holds', v.boolean(), 'vrai ou faux');
  const reminders = one('reminders', v.boolean(), 'vrai ou faux');
  return {
    hosts,
    templates,
    ...(retentionMonths !== undefined && { retentionMonths }),
    ...(holds !== undefined && { holds }),
    ...(reminders !== undefined && { reminders }),
    faults,
  };
}

/** The settings as they count: the policy's word first, then the person's. */
export function settingsUnder(
  { retentionMonths, reminders }: Pick<Policy, 'retentionMonths' | 'reminders'>,
  settings: Settings,
): Settings {
  return {
    ...settings,
    ...(retentionMonths !== undefined && { retentionMonths }),
    ...(reminders === false && { badge: false, banner: false, notify: false }),
  };
}

/** The settings that count on this computer. */
export async function currentSettings(): Promise<Settings> {
  const [policy, settings] = await Promise.all([loadPolicy(), loadSettings(browser.storage.local)]);
  return settingsUnder(policy, settings);
}

/**
 * Puts the policy's lists among the imported ones, and leaves what frames and the popup must know of it where they read
 * it; true when that changed. Called whenever the background starts, or the policy changes.
 * @throws {StorageProblem}
 */
export async function applyPolicy(at: string): Promise<boolean> {
  const { hosts, templates, holds } = await loadPolicy();
  const former = JSON.stringify((await browser.storage.local.get(MIRROR_NAME))[MIRROR_NAME] ?? null);
  // Without a policy, nothing of one is left behind.
  const empty = hosts.length === 0 && holds === undefined;
  const mirror = empty ? null : { hosts, ...(holds !== undefined && { holds }) };
  const changed = JSON.stringify(mirror) !== former;
  if (changed && mirror) await browser.storage.local.set({ [MIRROR_NAME]: mirror });
  else if (changed) await browser.storage.local.remove(MIRROR_NAME);
  if (templates.length === 0) return changed;
  const known = new Map((await listTemplates()).map((list) => [list.id, JSON.stringify(list)]));
  for (const template of templates)
    if (known.get(template.id) !== JSON.stringify(template)) await saveTemplate(template, at);
  return changed;
}
