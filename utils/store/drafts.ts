import type { StepKey } from './schema';

const PREFIX = 'draft:';

/**
 * Notes being typed, in synchronous storage: a popup can be closed at any key stroke, before a database answers. A
 * draft lives until its note is saved.
 */
export interface Draft {
  key: StepKey;
  text: string;
}

function nameOf({ school, transition, checklist, step }: StepKey): string {
  return PREFIX + JSON.stringify([school, transition, checklist, step]);
}

/** Keeps what was typed so far. False when the browser has no room or refuses: the text is then only on screen. */
export function keepDraft(storage: Storage, { key, text }: Draft): boolean {
  try {
    storage.setItem(nameOf(key), text);
    return true;
  } catch {
    return false;
  }
}

/** Forgets a draft once its note is saved, unless more was typed meanwhile. */
export function dropDraft(storage: Storage, { key, text }: Draft): void {
  const name = nameOf(key);
  if (storage.getItem(name) === text) storage.removeItem(name);
}

/** Drafts that were never saved, for instance because the popup was closed. */
export function listDrafts(storage: Storage): Draft[] {
  const drafts: Draft[] = [];
  for (let index = 0; index < storage.length; index++) {
    const name = storage.key(index);
    if (!name?.startsWith(PREFIX)) continue;
    const key = parseName(name);
    if (key) drafts.push({ key, text: storage.getItem(name) ?? '' });
  }
  return drafts;
}

function parseName(name: string): StepKey | undefined {
  try {
    const [school, transition, checklist, step] = JSON.parse(name.slice(PREFIX.length));
    return { school, transition, checklist, step };
  } catch {
    return undefined;
  }
}
