import { IDBFactory } from 'fake-indexeddb';
import type { SeenSchool } from '@/utils/messages';
import { closeStore } from '@/utils/store/db';
import type { SaltArea } from '@/utils/store/decisions';
import type { StepKey } from '@/utils/store/schema';

/** An empty browser: no database, no open connection. */
export async function freshBrowser(): Promise<void> {
  await closeStore();
  globalThis.indexedDB = new IDBFactory();
}

export const SCHOOL: SeenSchool = {
  ent: 'edifice',
  host: 'enthdf.fr',
  id: 'b7c1',
  name: 'École des Papillons',
  uai: '0590000A',
};
export const KEY = 'edifice|enthdf.fr|b7c1';

export function step(id: string, more: Partial<StepKey> = {}): StepKey {
  return { school: KEY, transition: 2026, checklist: 'edifice-primary', step: id, ...more };
}

/** The browser's synchronous storage, in memory. */
export function memoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
    clear: () => items.clear(),
  };
}

/** The browser's own storage, in memory. */
export function memoryArea(
  items: Record<string, unknown> = {},
): SaltArea & { items: Record<string, unknown> } {
  return {
    items,
    get: async (name) => (name in items ? { [name]: items[name] } : {}),
    set: async (more) => void Object.assign(items, more),
  };
}
