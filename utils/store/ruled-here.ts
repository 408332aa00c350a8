import { read } from './db';

/** Proofs are read by so many at a time: one long answer would hold the page up while it is unpacked. */
const PAGE = 2000;

/**
 * When each rule last concluded something of an ENT read on this computer: ISO instants by rule. From the proofs, which
 * only such readings write: a colleague's fiches, once merged, are told apart from one's own nowhere on the cards.
 * @throws {StorageProblem}
 */
export async function ruledHere(): Promise<Map<string, string>> {
  const ruled = new Map<string, string>();
  let range: IDBKeyRange | null = null;
  for (;;) {
    const page = await read(['proofs'], (tx) => tx.objectStore('proofs').getAll(range, PAGE));
    for (const { rule, at, since, outcome } of page) {
      if (outcome === 'error' || outcome === 'inapplicable') continue;
      const last = since && since.at > at ? since.at : at;
      if ((ruled.get(rule) ?? '') < last) ruled.set(rule, last);
    }
    const end = page.at(-1);
    if (!end) return ruled;
    range = IDBKeyRange.lowerBound([end.school, end.transition, end.rule], true);
  }
}
