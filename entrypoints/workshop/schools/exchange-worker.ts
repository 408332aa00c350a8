import { StorageProblem } from '@/utils/store/problem';
import type { Reply } from '../protocol';
import { exportFiches, importFiches } from './exchange-acts';
import type { ExchangeRequest } from './exchange-protocol';

/** The part of a worker's global scope that is used here: the page's types know no worker. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ExchangeRequest>) => void) | null;
  postMessage(reply: Reply): void;
};

scope.onmessage = async ({ data: { id, name, carries } }) => {
  try {
    const gives =
      name === 'import'
        ? await importFiches(carries.given)
        : await exportFiches(carries.transition, carries.at);
    scope.postMessage({ id, gives });
  } catch (error) {
    scope.postMessage({ id, error: wordsOf(error) });
  }
};

function wordsOf(error: unknown): string {
  if (error instanceof StorageProblem) return `${error.message} ${error.advice}`;
  return error instanceof Error ? error.message : String(error);
}
