import { read } from './db';
import { STORE_NAMES } from './erase';
import type { StoreName } from './schema';

/** How much one store holds. */
export interface Held {
  store: StoreName;
  count: number;
  /** As near as it can be told: what the browser writes beside is not counted. */
  bytes: number;
}

/** What is kept, store by store, those that hold something. @throws {StorageProblem} */
export function takeInventory(): Promise<Held[]> {
  return read([...STORE_NAMES], async (tx) => {
    const held: Held[] = [];
    for (const store of STORE_NAMES) {
      let [count, bytes] = [0, 0];
      // One record at a time: what is kept need not fit in memory twice.
      for (let at = await tx.objectStore(store).openCursor(); at; at = await at.continue()) {
        count++;
        bytes += sizeOf(at.value);
      }
      if (count > 0) held.push({ store, count, bytes });
    }
    return held;
  });
}

/** Bytes of a record as text; binary parts count as they are. */
function sizeOf(value: unknown): number {
  let binary = 0;
  const text = JSON.stringify(value, (_name, one) => {
    if (!(one instanceof Uint8Array)) return one;
    binary += one.byteLength;
    return undefined;
  });
  return new TextEncoder().encode(text).length + binary;
}
