import { ControlDesk } from './control-desk';
import { Desk } from './desk';
import type { Progress, Reply, Request } from './protocol';
import { listPeople, writeRequest } from './removal';

const desk = new Desk();
const control = new ControlDesk(desk);

/** The part of a worker's global scope that is used here: the page's types know no worker. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
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

function answer(request: Request, progress: (progress: Progress) => void): unknown {
  switch (request.name) {
    case 'read':
      return desk.read(request.carries.side, request.carries.files, request.carries.mappings, progress);
    case 'map':
      return desk.map(request.carries.file, request.carries.mapping);
    case 'control':
      return control.control(request.carries.choices, request.carries.today, progress);
    case 'conclude':
      return control.conclude(request.carries.choices, request.carries.today);
    case 'list':
      return control.list(request.carries.filters, request.carries.limits);
    case 'preview':
      return control.preview(request.carries);
    case 'correct':
      return control.correct(request.carries);
    case 'people':
      return listPeople(desk, request.carries);
    case 'removal':
      return writeRequest(desk, request.carries);
  }
}
