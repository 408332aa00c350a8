import type { Progress, Reply } from '../protocol';
import type { TimetableRequest } from './protocol';
import { TimetableDesk } from './timetable-desk';

const desk = new TimetableDesk();

/** The part of a worker's global scope that is used here: the page's types know no worker. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<TimetableRequest>) => void) | null;
  postMessage(reply: Reply): void;
};

scope.onmessage = async ({ data: request }) => {
  const { id } = request;
  try {
    const gives = await answer(request, (progress) => scope.postMessage({ id, progress }));
    scope.postMessage({ id, gives });
  } catch (error) {
    scope.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
};

function answer(request: TimetableRequest, progress: (progress: Progress) => void): unknown {
  switch (request.name) {
    case 'read':
      return desk.read(request.carries.files, request.carries.today, progress);
    case 'paste':
      return desk.paste(request.carries.text);
    case 'accounts':
      return desk.readAccounts(request.carries, progress);
    case 'judge':
      return desk.judge(request.carries, progress);
    case 'list':
      return desk.list(request.carries);
  }
}
