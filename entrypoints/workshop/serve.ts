import type { Progress, Reply } from './protocol';

/** The part of a worker's global scope that is used here: the page's types know no worker. */
interface WorkerScope<R> {
  onmessage: ((event: MessageEvent<R>) => void) | null;
  postMessage(reply: Reply): void;
}

/** Answers the page from a worker, one request after the other; what goes wrong crosses as text. */
export function serve<R extends { id: number }>(
  answer: (request: R, progress: (progress: Progress) => void) => unknown,
): void {
  const scope = self as unknown as WorkerScope<R>;
  scope.onmessage = async ({ data: request }) => {
    const { id } = request;
    try {
      const gives = await answer(request, (progress) => scope.postMessage({ id, progress }));
      scope.postMessage({ id, gives });
    } catch (error) {
      scope.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
    }
  };
}
