import { read, write } from './db';
import type { Expectation } from './schema';

/** Every prediction, the latest first. @throws {StorageProblem} */
export async function listExpectations(): Promise<Expectation[]> {
  const all = await read(['expectations'], (tx) => tx.objectStore('expectations').getAll());
  return all.sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Keeps what an import should give, one prediction a school and profile: numbers only. @throws {StorageProblem} */
export function saveExpectations(expectations: readonly Expectation[]): Promise<void> {
  return write(['expectations'], async (tx) => {
    for (const expectation of expectations) await tx.objectStore('expectations').put(expectation);
  });
}

/** @throws {StorageProblem} */
export function forgetExpectation(school: string, profile: string): Promise<void> {
  return write(['expectations'], async (tx) => {
    await tx.objectStore('expectations').delete([school, profile]);
  });
}
